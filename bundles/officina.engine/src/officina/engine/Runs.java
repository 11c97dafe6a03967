// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.id.ApprovalId;
import officina.api.id.QuestionId;
import officina.api.id.RunId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;

/** Starting, steering and looking up runs. Each method returns when its own event is durable, not when the run ends. */
public interface Runs {

    /** Starts a turn; its events arrive through {@link Sessions#subscribe}. {@code chat.empty}, {@code chat.too-long}. */
    RunRef start(TurnRequest request);

    List<RunSummary> list(RunQuery query);

    /** {@code run.missing} where there is none. */
    RunState state(RunId run);

    /** All events of a run, in order. */
    List<EventEnvelope> events(RunId run);

    /**
     * Waits until the run has ended or waits for the person; gives its state then. Throws what stopped it where
     * that was trouble with the data folder ({@code journal.full}, {@code store.full} ...: with room on the disk it can be
     * resumed), and {@code engine.closed} when the engine closes meanwhile.
     */
    RunState await(RunId run) throws InterruptedException;

    /** Allows these steps of that revision; the others are skipped. {@code run.not-waiting}, {@code plan.stale}. */
    void approve(RunId run, ApprovalId approval, int revision, List<StepId> steps);

    void refuse(RunId run, ApprovalId approval, String reason);

    /** Replaces the proposed plan by an edited one, whose revision is the next. {@code plan.invalid} says what is wrong. */
    void revise(RunId run, ExecutionPlan edited);

    void answer(RunId run, QuestionId question, String answer);

    /**
     * Cancels a run that has not ended. What it has done stays; {@link #undo} takes it back. Returns when the run is
     * cancelled, or after 10 s when its work does not stop; it is cancelled then as soon as it does. {@code run.ended};
     * {@code journal.full} when that cannot be written now: it is as soon as there is room.
     */
    void cancel(RunId run);

    /** Goes on with an interrupted run. {@code run.not-interrupted}. */
    void resume(RunId run);

    /**
     * Takes back the changes of a run in a new run. A record that changed since is left alone and named in the outcome;
     * {@code undo.nothing} where nothing can be taken back.
     */
    RunRef undo(RunId run);
}
