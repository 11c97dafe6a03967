// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.agent;

import java.util.List;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolResult;
import org.osgi.annotation.versioning.ProviderType;

/** The handles of one call of an agent. Valid until the call returns. */
@ProviderType
public interface AgentContext extends ToolContext {

    /** What the person answered to this agent's questions in this run, oldest first; the same throughout the call. */
    List<String> answers();

    /**
     * Tells how far the work is, in one line; shown while the run lasts, and cut where it is too long for that. Any
     * thread; blocks until it is written down.
     */
    void progress(String text);

    /**
     * Calls a tool by its canonical id; asked, started and finished are events. Call from the run's own thread; blocks
     * until the tool has answered, and an interrupt goes on to it. Trouble of the tool is a failed result, as is
     * {@code tool.needs-approval} where it would change something that the person has not seen yet; throws
     * {@link officina.api.error.FailureException} {@code tool.missing} if there is none.
     */
    ToolResult call(ToolId tool, JsonObject input) throws InterruptedException;
}
