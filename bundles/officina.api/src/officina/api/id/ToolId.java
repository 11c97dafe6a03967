// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The canonical name of a tool: {@code plugin:tool} for a tool of a plug-in, {@code mcp:server:tool} for one of an MCP
 * server. Parsed and printed here and nowhere else.
 *
 * @param owner the plug-in ({@code agent.task}) or the MCP server with its prefix ({@code mcp:files})
 * @param name the tool inside its owner, as models see it: {@code create_task}
 */
public record ToolId(String owner, String name) {

    private static final Pattern OWNER = Pattern.compile("[a-z][a-z0-9.-]*|mcp:[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");
    private static final Pattern BOTH = Pattern.compile("(mcp:[^:]+|[^:]+):([^:]+)");

    public ToolId {
        if (!OWNER.matcher(owner).matches() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a ToolId looks like plugin:tool or mcp:server:tool, not: " + owner + ":" + name);
        }
    }

    /** Reads {@code plugin:tool} or {@code mcp:server:tool}; throws {@link IllegalArgumentException} on anything else. */
    public static ToolId parse(String text) {
        Matcher form = BOTH.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a ToolId looks like plugin:tool or mcp:server:tool, not: " + text);
        }
        return new ToolId(form.group(1), form.group(2));
    }

    @Override
    public String toString() {
        return owner + ":" + name;
    }
}
