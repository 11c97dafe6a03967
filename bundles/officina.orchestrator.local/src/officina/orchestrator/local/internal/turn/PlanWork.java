// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import java.util.Map;
import officina.api.chat.ExecutionMode;
import officina.api.event.RunEvent;
import officina.api.id.ApprovalId;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.base.Uuids;
import officina.core.plan.ActionExecutor;
import officina.core.plan.PlanFault;
import officina.core.plan.PlanOutcome;
import officina.core.plan.PlanRunner;
import officina.core.plan.PlanValidator;
import officina.core.plan.StandardActions;
import officina.core.run.PlanState;
import officina.orchestrator.RunContext;

/** What is done with the plan of a run, whoever proposed it. */
record PlanWork(RunContext context) {

    private static final Map<PlanAction, ActionExecutor> ACTIONS = StandardActions.all();

    /** @param proposer as a sentence names it, where the plan cannot be carried out */
    void check(ExecutionPlan plan, String proposer) {
        List<PlanFault> faults = new PlanValidator(ACTIONS).validate(plan);
        if (!faults.isEmpty()) {
            throw Failures.invalidPlan(proposer, faults);
        }
    }

    /** Whether the person is asked before anything changes. */
    boolean asksFirst() {
        return context.request().mode() == ExecutionMode.PLAN;
    }

    RunEvent approval(ExecutionPlan plan) {
        String run = context.state().head().run().toString();
        return new RunEvent.ApprovalAsked(
                new ApprovalId(Uuids.derived("approval", run, Integer.toString(plan.revision()))),
                plan.id(),
                plan.revision());
    }

    PlanOutcome run(PlanState plan) throws InterruptedException {
        return new PlanRunner(ACTIONS).run(plan, new StepContext(context, plan.plan()));
    }
}
