// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.List;
import java.util.Objects;
import officina.api.event.RunKind;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.run.StepState;
import org.jspecify.annotations.Nullable;

/**
 * One plan as the view shows it.
 *
 * @param lastLink the run itself, or the last in the chain of runs that took it back and did it again: undoing that one
 *     turns the plan's effect around
 * @param number which of the session's plans it is, from 1
 * @param count how many plans the session has
 */
public record PlanSheet(
        SessionId session, RunState run, PlanState state, Standing standing, RunId lastLink, int number, int count) {

    /**
     * The plan of that run, or of the newest run that has one.
     *
     * @param wanted {@code null} for the newest
     * @return {@code null} where the session has no plan
     */
    public static @Nullable PlanSheet of(SessionState session, @Nullable RunId wanted) {
        List<RunState> planned = planned(session);
        if (planned.isEmpty()) {
            return null;
        }
        int at = planned.size() - 1;
        for (int i = 0; i < planned.size(); i++) {
            if (planned.get(i).head().run().equals(wanted)) {
                at = i;
            }
        }
        return of(session, planned.get(at), at + 1, planned.size());
    }

    /** The run of the session's plan that stands so many places after this one; {@code null} where there is none. */
    public static @Nullable RunId neighbour(SessionState session, PlanSheet sheet, int places) {
        List<RunState> planned = planned(session);
        int at = sheet.number - 1 + places;
        return at >= 0 && at < planned.size() ? planned.get(at).head().run() : null;
    }

    public ExecutionPlan plan() {
        return state.plan();
    }

    public RunId id() {
        return run.head().run();
    }

    public StepState step(PlanStep step) {
        return state.step(step.id());
    }

    /** Whether the person decides which steps run. */
    public boolean decidable() {
        return standing == Standing.WAITING && state.approval() != null;
    }

    /** Whether what it did can be taken back. */
    public boolean undoable() {
        return run.phase().ended()
                && standing != Standing.UNDONE
                && !run.undoable().isEmpty();
    }

    /** Whether what was taken back can be done again. */
    public boolean redoable() {
        return standing == Standing.UNDONE;
    }

    /** How many steps are behind it: done, failed or left out. */
    public long settled() {
        return plan().steps().size() - state.count(StepStatus.PENDING) - state.count(StepStatus.RUNNING);
    }

    private static PlanSheet of(SessionState session, RunState run, int number, int count) {
        RunId last = run.head().run();
        boolean undone = false;
        for (RunState each : session.runs()) {
            boolean turns = each.head().kind() == RunKind.UNDO
                    && last.equals(each.head().parent())
                    && each.phase() == RunPhase.DONE
                    && each.outcome().success();
            if (turns) {
                last = each.head().run();
                undone = !undone;
            }
        }
        PlanState plan = Objects.requireNonNull(run.plan());
        return new PlanSheet(session.session(), run, plan, Standing.of(run, plan, undone), last, number, count);
    }

    private static List<RunState> planned(SessionState session) {
        return session.runs().stream().filter(run -> run.plan() != null).toList();
    }
}
