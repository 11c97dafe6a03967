// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import officina.api.event.RunEvent;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.ToolResult;
import officina.core.plan.PlanContext;
import officina.core.run.PlanState;
import officina.orchestrator.RunContext;

/** The run as the plan runner sees it: all it touches is touched in the name of the plan's author. */
record StepContext(RunContext context, PluginId author) implements PlanContext {

    @Override
    public PlanState emit(List<RunEvent> events) {
        PlanState plan = context.emit(events).plan();
        if (plan == null) {
            throw new IllegalStateException("a plan that runs stays in its run");
        }
        return plan;
    }

    @Override
    public RecordAccess records(StepId step) {
        return context.records(author, step);
    }

    @Override
    public Notifier notifier() {
        return context.notifier(author);
    }

    @Override
    public ToolResult call(StepId step, ToolId tool, JsonObject input) throws InterruptedException {
        return context.call(step, tool, input);
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        context.checkCancelled();
    }
}
