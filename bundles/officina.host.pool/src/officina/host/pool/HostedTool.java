// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import officina.api.json.JsonObject;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolResult;

/**
 * A tool in a plug-in host.
 *
 * @param place among the tools of its plug-in
 * @param descriptor as it was when it was asked first
 */
record HostedTool(PluginHost host, int place, ToolDescriptor descriptor) implements Tool {

    @Override
    public ToolResult call(JsonObject input, ToolContext context) throws InterruptedException {
        return host.call(plugin -> plugin.tool(place).call(input, context));
    }
}
