// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.core.run.SessionState;
import officina.engine.Engine;
import officina.engine.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one view: follows a session's events and carries out what the person decides. Methods return at once and
 * may be called by any thread; the work is done in order by the given executor, which also calls the listener.
 */
public final class PlanBoard implements AutoCloseable {

    /** How many of the newest open turns are looked through when no session is selected. */
    private static final int RECENT = 20;

    /** Among so many runs, most of which are small edits, those turns are looked for. */
    private static final int LISTED = 500;

    /**
     * What the view shows.
     *
     * @param sheet {@code null} where there is no plan
     * @param names titles of the records that the plan speaks of, by their ids
     */
    public record View(@Nullable PlanSheet sheet, Map<String, String> names) {
        public static final View NOTHING = new View(null, Map.of());
    }

    /** What the board tells. */
    public interface Listener {

        void shown(View view);

        /** A decision could not be carried out; the plan is shown as it is. */
        void refused(Failure failure);

        /** An edit was not accepted; nothing was changed. */
        void editRefused(StepId step, Failure failure);

        /** The session cannot be read; {@link #reload} tries again. */
        void failed(Failure failure);
    }

    private final Engine engine;
    private final Executor worker;
    private final Listener listener;
    private final Object subscribing = new Object();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Subscription events;

    // touched by the worker only
    private @Nullable SessionId wantedSession;
    private @Nullable RunId wantedRun;
    private @Nullable SessionState state;
    private final Map<String, String> names = new HashMap<>();

    /** The worker runs one task at a time, in order. */
    public PlanBoard(Engine engine, Executor worker, Listener listener) {
        this.engine = engine;
        this.worker = worker;
        this.listener = listener;
    }

    /**
     * Shows a plan.
     *
     * @param session {@code null} for whichever session has the newest plan that is still open
     * @param run {@code null} for the newest
     */
    public void show(@Nullable SessionId session, @Nullable RunId run) {
        work(() -> {
            wantedSession = session;
            wantedRun = run;
            load();
        });
    }

    /** Reads everything again. */
    public void reload() {
        work(this::load);
    }

    /** Shows the plan that stands so many places after the one shown. */
    public void turn(int places) {
        work(() -> {
            SessionState session = state;
            PlanSheet sheet = session == null ? null : PlanSheet.of(session, wantedRun);
            RunId next = session == null || sheet == null ? null : PlanSheet.neighbour(session, sheet, places);
            if (next != null) {
                wantedRun = next;
                tell();
            }
        });
    }

    /** Allows these steps of the plan as it was shown. */
    public void approve(PlanSheet sheet, List<StepId> steps) {
        ApprovalId approval = Objects.requireNonNull(sheet.state().approval(), "approval");
        int revision = sheet.plan().revision();
        decide(() -> engine.runs().approve(sheet.id(), approval, revision, steps));
    }

    public void refuse(PlanSheet sheet, String reason) {
        ApprovalId approval = Objects.requireNonNull(sheet.state().approval(), "approval");
        decide(() -> engine.runs().refuse(sheet.id(), approval, reason));
    }

    /** Proposes the edited plan; an objection is told as one to that step. */
    public void revise(PlanSheet sheet, StepId step, ExecutionPlan edited) {
        work(() -> {
            try {
                engine.runs().revise(sheet.id(), edited);
            } catch (FailureException e) {
                listener.editRefused(step, e.failure());
            }
        });
    }

    public void resume(PlanSheet sheet) {
        decide(() -> engine.runs().resume(sheet.id()));
    }

    public void cancel(PlanSheet sheet) {
        decide(() -> engine.runs().cancel(sheet.id()));
    }

    /** Turns the plan's effect around: takes it back, or does again what was taken back. */
    public void turnAround(PlanSheet sheet) {
        decide(() -> engine.runs().undo(sheet.lastLink()));
    }

    /** Stops following; work under way ends without being shown. */
    @Override
    public void close() {
        synchronized (subscribing) {
            closed.set(true);
            if (events != null) {
                events.close();
            }
        }
    }

    // --- work ---

    private void work(Runnable task) {
        worker.execute(() -> {
            if (!closed.get()) {
                task.run();
            }
        });
    }

    private void decide(Runnable decision) {
        work(() -> {
            try {
                decision.run();
            } catch (FailureException e) {
                listener.refused(e.failure());
            }
        });
    }

    private void load() {
        try {
            SessionId session = wantedSession == null ? newestOpen() : wantedSession;
            if (session == null) {
                state = null;
                follow(null, 0);
            } else {
                SessionState loaded = engine.sessions().state(session);
                state = loaded;
                follow(session, loaded.lastSeq() + 1);
            }
            tell();
        } catch (FailureException e) {
            listener.failed(e.failure());
        }
    }

    private @Nullable SessionId newestOpen() {
        return engine.runs().list(new RunQuery(null, Set.of(), LISTED)).stream()
                .filter(run -> run.kind() == RunKind.TURN && !run.phase().ended())
                .limit(RECENT)
                .filter(run -> engine.runs().state(run.id()).plan() != null)
                .map(RunSummary::session)
                .findFirst()
                .orElse(null);
    }

    private void follow(@Nullable SessionId session, long fromSeq) {
        synchronized (subscribing) {
            if (events != null) {
                events.close();
                events = null;
            }
            if (session != null && !closed.get()) {
                events = engine.sessions().subscribe(session, fromSeq, event -> work(() -> happened(event)));
            }
        }
    }

    /** Events that were under way when the view turned to another session, or loaded anew, are passed over. */
    private void happened(EventEnvelope event) {
        SessionState session = state;
        if (session == null || !session.session().equals(event.session()) || event.seq() <= session.lastSeq()) {
            return;
        }
        state = session.after(event);
        tell();
    }

    private void tell() {
        SessionState session = state;
        PlanSheet sheet = session == null ? null : PlanSheet.of(session, wantedRun);
        if (sheet == null) {
            listener.shown(View.NOTHING);
            return;
        }
        for (PlanStep step : sheet.plan().steps()) {
            JsonObject params = StepEditing.params(step);
            if (StepForm.isTodo(params)) {
                learnName(params);
                learnName(sheet.step(step).result());
            }
        }
        listener.shown(new View(sheet, Map.copyOf(names)));
    }

    /** Remembers the title of the to-do that a step is about, so that nobody has to read an identifier. */
    private void learnName(@Nullable JsonObject holder) {
        String id = holder == null ? null : holder.text("id");
        if (id == null || names.containsKey(id)) {
            return;
        }
        try {
            engine.todos()
                    .find(RecordId.parse(id))
                    .ifPresent(item -> names.put(id, item.todo().title()));
        } catch (IllegalArgumentException notAnId) {
            names.put(id, id);
        }
    }
}
