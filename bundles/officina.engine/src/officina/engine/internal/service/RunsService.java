// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import officina.core.plan.PlanValidator;
import officina.core.run.Journal;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.core.run.SessionState;
import officina.engine.RunRef;
import officina.engine.Runs;
import officina.engine.TurnRequest;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.run.RunDriver;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/** Starts and steers runs: each call is one event of the person, after which the driver goes on. */
public final class RunsService implements Runs {

    private static final int READ_BATCH = 4_096;

    private final Store store;
    private final Journal journal;
    private final EventLog log;
    private final RunDriver driver;
    /** Cancels a run that no orchestrator drives; false where it is none of those at work. */
    private final Predicate<RunId> others;

    private final Turns turns;
    private final Undo undo;
    private final PlanValidator validator;

    RunsService(
            Store store,
            Journal journal,
            EventLog log,
            RunDriver driver,
            Predicate<RunId> others,
            Turns turns,
            Undo undo,
            PlanValidator validator) {
        this.store = store;
        this.journal = journal;
        this.log = log;
        this.driver = driver;
        this.others = others;
        this.turns = turns;
        this.undo = undo;
        this.validator = validator;
    }

    @Override
    public RunRef start(TurnRequest request) {
        return start(request, null);
    }

    /** @param agent who is to answer; {@code null} for whoever is found */
    RunRef start(TurnRequest request, @Nullable PluginId agent) {
        RunAddress address = turns.begin(request, agent);
        driver.drive(worked(address));
        return new RunRef(address.session(), address.run());
    }

    @Override
    public List<RunSummary> list(RunQuery query) {
        log.settle();
        return store.runs(query);
    }

    @Override
    public RunState state(RunId run) {
        return stateIn(sessionOf(run), run);
    }

    @Override
    public List<EventEnvelope> events(RunId run) {
        SessionId session = sessionOf(run);
        List<EventEnvelope> found = new ArrayList<>();
        long next = 1;
        for (List<EventEnvelope> batch = journal.read(session, next, READ_BATCH);
                !batch.isEmpty();
                batch = journal.read(session, next, READ_BATCH)) {
            batch.stream().filter(envelope -> envelope.run().equals(run)).forEach(found::add);
            next = batch.getLast().seq() + 1;
        }
        return found;
    }

    @Override
    public RunState await(RunId run) throws InterruptedException {
        SessionId session = sessionOf(run);
        SessionState state = log.await(session, now -> isAtRest(now.run(run)) || driver.trouble(run) != null);
        RunState found = state.run(run);
        if (found == null) {
            throw missing();
        }
        Failure trouble = driver.trouble(run);
        if (trouble != null && (!isAtRest(found) || found.phase() == RunPhase.INTERRUPTED)) {
            throw new FailureException(trouble);
        }
        log.settle();
        return found;
    }

    @Override
    public void approve(RunId run, ApprovalId approval, int revision, List<StepId> steps) {
        RunState state = state(run);
        PlanState plan = requireOpen(state, approval);
        if (plan.plan().revision() != revision) {
            throw failure(
                    "plan.stale",
                    "The plan has been edited since it was shown (revision "
                            + plan.plan().revision() + ", not " + revision + ").",
                    "Look at the plan as it is now and decide again.");
        }
        List<StepId> known = plan.plan().steps().stream().map(step -> step.id()).toList();
        if (!known.containsAll(steps)) {
            throw failure("plan.unknown-step", "The plan has no such step.", "Its steps are: " + known + ".");
        }
        steer(state, new RunEvent.ApprovalGiven(approval, revision, steps), "run.not-waiting");
    }

    @Override
    public void refuse(RunId run, ApprovalId approval, String reason) {
        RunState state = state(run);
        requireOpen(state, approval);
        steer(state, new RunEvent.ApprovalRefused(approval, reason.isBlank() ? null : reason), "run.not-waiting");
    }

    @Override
    public void revise(RunId run, ExecutionPlan edited) {
        RunState state = state(run);
        PlanState plan = state.plan();
        if (plan == null || state.phase() != RunPhase.AWAITING_APPROVAL) {
            throw notWaiting();
        }
        ExecutionPlan old = plan.plan();
        if (edited.revision() != old.revision() + 1 || !edited.id().equals(old.id())) {
            throw failure(
                    "plan.stale",
                    "The plan has been edited by somebody else since it was shown.",
                    "Look at the plan as it is now and edit it again.");
        }
        if (!edited.author().equals(old.author())) {
            throw failure("plan.invalid", "The author of a plan cannot be changed.", null);
        }
        if (edited.steps().stream().anyMatch(step -> !edited.authorOf(step.id()).equals(old.authorOf(step.id())))) {
            throw failure("plan.invalid", "In whose name a step runs cannot be changed.", null);
        }
        validator.require(edited);
        append(state, List.of(new RunEvent.PlanProposed(edited)), "run.not-waiting");
    }

    @Override
    public void answer(RunId run, QuestionId question, String answer) {
        RunState state = state(run);
        QuestionState open = state.openQuestion();
        if (open == null || !open.id().equals(question)) {
            throw notWaiting();
        }
        if (answer.isBlank()) {
            throw failure("chat.empty", "The answer is empty.", "Answer, or cancel the run.");
        }
        steer(state, new RunEvent.QuestionAnswered(question, answer), "run.not-waiting");
    }

    @Override
    public void cancel(RunId run) {
        RunState state = state(run);
        if (state.phase().ended()) {
            throw new FailureException(ended());
        }
        try {
            if (!others.test(run)) {
                driver.cancel(by(state));
            }
        } catch (IllegalStateException e) {
            throw new FailureException(ended(), e);
        }
    }

    @Override
    public void resume(RunId run) {
        RunState state = state(run);
        if (state.phase() != RunPhase.INTERRUPTED) {
            throw failure("run.not-interrupted", "Only an interrupted run can be resumed; this one is not.", null);
        }
        steer(state, new RunEvent.RunResumed(), "run.not-interrupted");
    }

    @Override
    public RunRef undo(RunId run) {
        RunState state = state(run);
        if (!state.phase().ended()) {
            throw failure("run.not-ended", "This run has not ended yet.", "Cancel it first, or let it end.");
        }
        return undo.undo(state);
    }

    /** Writes the person's decision, then lets the work go on. */
    private void steer(RunState state, RunEvent event, String refusal) {
        append(state, List.of(event), refusal);
        if (state.head().kind() == RunKind.TURN) {
            driver.drive(worked(by(state)));
        }
    }

    /** Two people may decide at once: the reducer lets only the first through. */
    private void append(RunState state, List<RunEvent> events, String refusal) {
        try {
            log.append(by(state), events);
        } catch (IllegalStateException e) {
            throw new FailureException(
                    Failure.of(
                            refusal,
                            ErrorKind.USER,
                            "The run is no longer waiting for this decision.",
                            "Look at the run as it is now."),
                    e);
        }
    }

    private static PlanState requireOpen(RunState state, ApprovalId approval) {
        PlanState plan = state.plan();
        if (plan == null || state.phase() != RunPhase.AWAITING_APPROVAL || !approval.equals(plan.approval())) {
            throw notWaiting();
        }
        return plan;
    }

    private static boolean isAtRest(@Nullable RunState run) {
        return run != null && (run.phase().ended() || run.phase().needsUser());
    }

    private static RunAddress by(RunState state) {
        return new RunAddress(state.head().session(), state.head().run(), Origin.USER);
    }

    /** The person asked, Officina works. */
    private static RunAddress worked(RunAddress address) {
        return address.as(PluginId.OFFICINA);
    }

    private SessionId sessionOf(RunId run) {
        Optional<RunSummary> known = store.run(run);
        if (known.isEmpty()) {
            log.settle();
            known = store.run(run);
        }
        return known.orElseThrow(RunsService::missing).session();
    }

    private RunState stateIn(SessionId session, RunId run) {
        RunState state = log.state(session).run(run);
        if (state == null) {
            throw missing();
        }
        return state;
    }

    private static FailureException missing() {
        return failure(
                "run.missing",
                "There is no such run in this data folder.",
                "\"officina runs list\" shows the runs there are.");
    }

    private static Failure ended() {
        return Failure.of(
                "run.ended", ErrorKind.USER, "This run has ended already.", "Undo takes back what it changed.");
    }

    private static FailureException notWaiting() {
        return failure("run.not-waiting", "The run is not waiting for this decision.", "Look at the run as it is now.");
    }

    private static FailureException failure(String code, String message, @Nullable String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
