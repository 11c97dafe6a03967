// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.peek;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import officina.api.json.JsonObject;
import officina.api.tool.Tool;
import officina.api.tool.ToolResult;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryDocuments;
import officina.testkit.agent.ToolContractTests;
import org.junit.jupiter.api.Test;

/** The contract of every tool, and what this one is for. */
class PeekToolTests extends ToolContractTests {

    private static final JsonObject LETTER = JsonObject.EMPTY.with("file", "/home/ada/letter.md");

    @Override
    protected Tool tool() {
        return new PeekTool();
    }

    @Override
    protected List<JsonObject> inputs() {
        return List.of(LETTER);
    }

    @Override
    protected void prepare(FakeAgentContext context) {
        context.reading(
                new InMemoryDocuments(Path.of("/home/ada")).write("letter.md", "Dear Charles,\n\nHow is the engine?"));
    }

    @Test
    void the_first_passage_is_shown() throws IOException {
        assertEquals(ToolResult.success("Dear Charles,", JsonObject.EMPTY.with("passages", 2)), call(LETTER));
    }
}
