// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;
import java.util.Map;
import officina.api.id.ApprovalId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.StepStatus;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The plan of a run: its newest revision, what the person decided, and where each step stands.
 *
 * @param approval the request for approval; absent in direct mode
 */
public record PlanState(
        ExecutionPlan plan,
        @Nullable ApprovalId approval,
        Decision decision,
        List<StepId> approved,
        Map<StepId, StepState> steps) {

    /** What the person decided. */
    public enum Decision {
        /** Nobody was asked: direct mode. */
        NOT_ASKED,
        OPEN,
        GIVEN,
        REFUSED
    }

    public PlanState {
        approved = List.copyOf(approved);
        steps = persistent(steps);
    }

    static PlanState of(ExecutionPlan plan) {
        return new PlanState(plan, null, Decision.NOT_ASKED, List.of(), HashTreePMap.empty());
    }

    /** The state of a step; pending where nothing was heard of it. */
    public StepState step(StepId id) {
        StepState state = steps.get(id);
        return state == null ? StepState.PENDING : state;
    }

    /** How many steps stand so. */
    public long count(StepStatus status) {
        return plan.steps().stream()
                .filter(step -> step(step.id()).status() == status)
                .count();
    }

    PlanState revised(ExecutionPlan revision) {
        return new PlanState(revision, approval, decision, approved, steps);
    }

    PlanState asked(ApprovalId id) {
        return new PlanState(plan, id, Decision.OPEN, List.of(), steps);
    }

    PlanState given(List<StepId> allowed) {
        return new PlanState(plan, approval, Decision.GIVEN, allowed, steps);
    }

    PlanState refused() {
        return new PlanState(plan, approval, Decision.REFUSED, List.of(), steps);
    }

    PlanState with(StepId id, StepState state) {
        return new PlanState(
                plan, approval, decision, approved, persistent(steps).plus(id, state));
    }

    /** The map itself where it is persistent: copying it for each step would be quadratic. */
    private static PMap<StepId, StepState> persistent(Map<StepId, StepState> steps) {
        return steps instanceof PMap<StepId, StepState> map ? map : HashTreePMap.from(steps);
    }
}
