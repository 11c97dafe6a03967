// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;

/**
 * A tool of a stranger who would like a line of its own where people read what the tool is. Repeats a word; without one
 * it fails. Runs in a plug-in host, not here.
 */
public final class SampleTool implements Tool {

    /** What its description holds that nobody sees: it turns the direction of what follows. */
    public static final String UNSEEN = "\u202e";

    @Override
    public ToolDescriptor descriptor() {
        return new ToolDescriptor(
                new ToolId("agent.sample", "repeat"),
                "Repeat\na word",
                "Says a word\n twice." + UNSEEN,
                JsonObject.EMPTY.with("type", "object"),
                ToolEffect.READS);
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) {
        String word = input.text("word");
        return word == null
                ? ToolResult.failed(Failure.of("journal.full", ErrorKind.RESOURCE, "Type your phrase.", null))
                : ToolResult.success(word + word, null);
    }
}
