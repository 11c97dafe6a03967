// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.peek;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import officina.api.document.DocumentReading;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.ToolId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import org.osgi.service.component.annotations.Component;

/** Shows how a document begins. */
@Component(service = Tool.class)
public final class PeekTool implements Tool {

    private static final JsonObject SCHEMA = JsonObject.EMPTY
            .with("type", "object")
            .with("properties", JsonObject.EMPTY.with("file", JsonObject.EMPTY.with("type", "string")))
            .with("required", new JsonArray(List.of(new JsonText("file"))));

    @Override
    public ToolDescriptor descriptor() {
        return new ToolDescriptor(
                new ToolId("tool.peek", "peek"),
                "Peek into a document",
                "Shows how a document begins: text, Markdown, source code, PDF or Word. Takes the whole path of the file.",
                SCHEMA,
                ToolEffect.READS);
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) throws InterruptedException {
        Path file;
        try {
            file = Path.of(input.requireText("file"));
        } catch (InvalidPathException e) {
            return ToolResult.failed(Failure.of(
                    "peek.path", ErrorKind.USER, "That is not the path of a file.", "Give the whole path of one."));
        }
        return switch (context.documents().read(file)) {
            case DocumentReading.Read read
            when !read.passages().isEmpty() ->
                ToolResult.success(
                        read.passages().getFirst().text(),
                        JsonObject.EMPTY.with("passages", read.passages().size()));
            case DocumentReading.Unread unread ->
                ToolResult.failed(unread.trouble().failure());
            default -> ToolResult.success("There is no text in it.", JsonObject.EMPTY.with("passages", 0));
        };
    }
}
