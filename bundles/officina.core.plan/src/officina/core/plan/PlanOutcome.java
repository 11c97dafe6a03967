// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.List;
import officina.api.error.Failure;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.core.run.PlanState;
import org.jspecify.annotations.Nullable;

/**
 * What became of a plan, by its steps in order.
 *
 * @param done what was done, in this call or before
 * @param skipped what the person left out, with what depends on it
 * @param failed the step that stopped the plan; {@code null} when none did
 * @param failure why; only with {@code failed}
 * @param notDone what was not tried any more after the failure
 */
public record PlanOutcome(
        List<PlanStep> done,
        List<PlanStep> skipped,
        @Nullable PlanStep failed,
        @Nullable Failure failure,
        List<PlanStep> notDone) {

    public PlanOutcome {
        done = List.copyOf(done);
        skipped = List.copyOf(skipped);
        notDone = List.copyOf(notDone);
    }

    /** What the state of a plan says. */
    static PlanOutcome of(PlanState state) {
        PlanStep failed = having(state, StepStatus.FAILED).stream().findFirst().orElse(null);
        Failure failure = failed == null ? null : state.step(failed.id()).failure();
        return new PlanOutcome(
                having(state, StepStatus.DONE),
                having(state, StepStatus.SKIPPED),
                failed,
                failure,
                having(state, StepStatus.PENDING));
    }

    private static List<PlanStep> having(PlanState state, StepStatus status) {
        return state.plan().steps().stream()
                .filter(step -> state.step(step.id()).status() == status)
                .toList();
    }

    /** Whether every step that was to be done was done. */
    public boolean success() {
        return failed == null;
    }
}
