// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.List;
import officina.api.error.FailureException;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.ToolResult;

/** Does one action of plans. Keeps no state; any thread. */
public interface ActionExecutor {

    /** What it needs. */
    List<ActionParameter> parameters();

    /**
     * Does it. Called on the run's thread with parameters that have the form they must have, others beside them
     * ignored. May be called again for the same step after a crash; the handles then find what the first try did.
     *
     * @return what later steps may use
     * @throws FailureException which fails the step and stops the plan
     */
    JsonObject execute(JsonObject params, Handles handles) throws InterruptedException;

    /** What a step may touch, in the name of the step's author. */
    record Handles(RecordAccess records, Notifier notifier, ToolCalls tools) {}

    /** Calls tools; each in the name and with the grants of its own plug-in. */
    @FunctionalInterface
    interface ToolCalls {
        ToolResult call(ToolId tool, JsonObject input) throws InterruptedException;
    }
}
