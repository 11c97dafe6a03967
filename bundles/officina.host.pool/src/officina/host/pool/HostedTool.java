// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import officina.api.error.Failure;
import officina.api.json.JsonObject;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolResult;
import officina.core.plugin.PlainLine;
import officina.protocol.Json;

/**
 * A tool in a plug-in host.
 *
 * @param place among the tools of its plug-in
 * @param descriptor as it was when it was asked first, in plain lines
 */
record HostedTool(PluginHost host, int place, ToolDescriptor descriptor) implements Tool {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_SCHEMA = 64 * 1024;

    /** Whether a model can be told of it with each question. */
    static boolean fits(ToolDescriptor said) {
        return Json.bytes(said.inputSchema()).length <= LONGEST_SCHEMA;
    }

    /** What a stranger says of its tool, in lines that hide nothing. */
    static ToolDescriptor plain(ToolDescriptor said) {
        return new ToolDescriptor(
                said.id(),
                PlainLine.joined(said.title(), LONGEST_TITLE),
                PlainLine.joined(said.description(), LONGEST_DESCRIPTION),
                said.inputSchema(),
                said.effect());
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) throws InterruptedException {
        ToolResult result = host.call(plugin -> plugin.tool(place).call(input, context));
        Failure failure = result.failure();
        return failure == null ? result : new ToolResult(result.parts(), result.data(), host.asSaid(failure));
    }
}
