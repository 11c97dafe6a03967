// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.List;
import officina.api.event.RunEvent;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.ToolResult;
import officina.core.run.PlanState;

/** What a plan runs in. */
public interface PlanContext {

    /** Appends events to the run, durable on return, and gives the plan after them. */
    PlanState emit(List<RunEvent> events);

    /**
     * Records in the name of the step's author. A step that is repeated after a crash finds what its first try did:
     * {@code create} returns the record already made, {@code delete} of what this step deleted does nothing.
     */
    RecordAccess records(StepId step);

    /** Notifications in the name of the step's author. */
    Notifier notifier(StepId step);

    /**
     * Calls a tool as this step, in the name and with the grants of the tool's plug-in, with records as
     * {@link #records} gives them.
     */
    ToolResult call(StepId step, ToolId tool, JsonObject input) throws InterruptedException;

    /**
     * Asks the language model of the conversation and gives what it says, which nobody has checked. Blocks; an interrupt
     * closes the request.
     *
     * @throws PlanPaused where no model is chosen, or it cannot be asked now
     */
    String ask(StepId step, Prompt prompt) throws InterruptedException;

    /** Throws {@link InterruptedException} when the run was cancelled. */
    void checkCancelled() throws InterruptedException;
}
