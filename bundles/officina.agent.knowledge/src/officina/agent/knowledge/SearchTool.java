// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge;

import java.util.List;
import java.util.stream.Collectors;
import officina.agent.knowledge.internal.Lookup;
import officina.agent.knowledge.internal.Sources;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.ToolId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexHit;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Finds passages of the person's documents, for a model that answers with them. */
@Component(service = Tool.class)
public final class SearchTool implements Tool {

    private static final int MOST = 20;
    private static final int STANDARD = 5;
    private static final int LONGEST = 1_000;

    private static final ToolDescriptor DESCRIPTOR = new ToolDescriptor(
            new ToolId("agent.knowledge", "search"),
            "Search documents",
            "Finds passages of the person's own documents by words and by meaning, best first, each below a link to its"
                    + " file and place. The best ones need not be good: judge whether they answer, and repeat the links"
                    + " of those you use as they are, so that the person can open them.",
            JsonObject.EMPTY
                    .with("type", "object")
                    .with("description", "What is looked for.")
                    .with(
                            "properties",
                            JsonObject.EMPTY
                                    .with(
                                            "query",
                                            JsonObject.EMPTY
                                                    .with("type", "string")
                                                    .with("description", "A question or some words.")
                                                    .with("maxLength", LONGEST))
                                    .with(
                                            "limit",
                                            JsonObject.EMPTY
                                                    .with("type", "integer")
                                                    .with(
                                                            "description",
                                                            "Most to return; " + STANDARD + " when missing.")
                                                    .with("minimum", 1)
                                                    .with("maximum", MOST)))
                    .with("required", List.of("query"))
                    .with("additionalProperties", false),
            ToolEffect.READS);

    @Activate
    public SearchTool() {
        // nothing is needed before the first call
    }

    @Override
    public ToolDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) throws InterruptedException {
        String query = input.text("query");
        long limit = input.number("limit", STANDARD);
        if (query == null || query.isBlank() || query.length() > LONGEST || limit < 1 || limit > MOST) {
            return ToolResult.failed(Failure.of(
                    "knowledge.invalid-input",
                    ErrorKind.USER,
                    "A search has a query of 1 to " + LONGEST + " characters and a limit of 1 to " + MOST + ".",
                    "Correct the input and call again."));
        }
        IndexAnswer answer;
        try {
            answer = context.index().search(Lookup.query(query.strip(), (int) limit));
        } catch (FailureException e) {
            return ToolResult.failed(e.failure());
        }
        String text = answer.hits().isEmpty()
                ? "Nothing was found."
                : answer.hits().stream()
                        .map(hit -> Sources.link(hit) + ":\n" + hit.text())
                        .collect(Collectors.joining("\n\n"));
        return ToolResult.success(
                text,
                JsonObject.EMPTY.with(
                        "passages",
                        new JsonArray(answer.hits().stream()
                                .<JsonValue>map(SearchTool::data)
                                .toList())));
    }

    private static JsonObject data(IndexHit hit) {
        return JsonObject.EMPTY
                .with("file", hit.document())
                .with("place", hit.place())
                .with("text", hit.text())
                .withPresent("closeness", hit.closeness());
    }
}
