// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.agent;

import java.util.List;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolResult;

/** The handles of one call of an agent. Valid until the call returns. */
public interface AgentContext extends ToolContext {

    /** What the person answered to this agent's questions in this run, oldest first. */
    List<String> answers();

    /** Tells how far the work is, in one line; shown while the run lasts. */
    void progress(String text);

    /** Calls a tool by its canonical id; asked, started and finished are events. {@code tool.missing} if there is none. */
    ToolResult call(ToolId tool, JsonObject input) throws InterruptedException;
}
