// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import officina.api.event.RunEvent;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.tool.ToolResult;
import officina.core.plan.PlanContext;
import officina.core.run.PlanState;
import officina.orchestrator.RunContext;

/** The run as the plan runner sees it: what a step touches is touched in the name of who proposed it. */
record StepContext(RunContext context, ExecutionPlan steps) implements PlanContext {

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
        return context.records(steps.authorOf(step), step);
    }

    @Override
    public Notifier notifier(StepId step) {
        return context.notifier(steps.authorOf(step));
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
