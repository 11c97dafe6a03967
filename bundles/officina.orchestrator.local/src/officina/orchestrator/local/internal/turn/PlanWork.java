// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import java.util.Map;
import officina.api.chat.ExecutionMode;
import officina.api.event.RunEvent;
import officina.api.id.ApprovalId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.base.Uuids;
import officina.core.plan.ActionExecutor;
import officina.core.plan.PlanFault;
import officina.core.plan.PlanOutcome;
import officina.core.plan.PlanPaused;
import officina.core.plan.PlanRunner;
import officina.core.plan.PlanValidator;
import officina.core.plan.StandardActions;
import officina.core.run.PlanState;
import officina.orchestrator.RunContext;
import org.jspecify.annotations.Nullable;

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

    /**
     * Runs what is not done yet; {@code null} where it has to wait for something outside, and then the run is interrupted.
     *
     * @param part where in the answer stands what models say to the plan's steps, if any of them asks one
     */
    @Nullable
    PlanOutcome run(PlanState plan, int part) throws InterruptedException {
        try {
            return new PlanRunner(ACTIONS).run(plan, new StepContext(context, plan.plan(), part));
        } catch (PlanPaused e) {
            context.emit(List.of(new RunEvent.RunInterrupted(e.failure())));
            return null;
        }
    }

    /** How many steps before that one a model has answered, each with a part of its own; of all where it is none. */
    static int told(PlanState plan, @Nullable StepId until) {
        return (int) plan.plan().steps().stream()
                .takeWhile(step -> !step.id().equals(until))
                .filter(step -> step instanceof PlanStep.Llm)
                .filter(step -> plan.step(step.id()).status() == StepStatus.DONE)
                .count();
    }

    /** The same now, of the whole plan. */
    int told() {
        PlanState plan = context.state().plan();
        return plan == null ? 0 : told(plan, null);
    }
}
