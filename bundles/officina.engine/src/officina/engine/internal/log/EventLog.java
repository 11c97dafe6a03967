// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.log;

import java.lang.ref.SoftReference;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.base.Redacted;
import officina.core.run.Journal;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.run.SessionTail;
import officina.core.run.Snapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the journal. Tries events on the session's state before they are appended, so that no history is ever
 * written that cannot be replayed. One writer at a time for each session; sessions do not wait for each other.
 */
public final class EventLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventLog.class);

    private static final int READ_BATCH = 4_096;
    /** The codes of what cannot be replayed. */
    private static final Set<String> UNREADABLE = Set.of("session.newer", "session.damaged", "journal.damaged");

    private final Journal journal;
    private final Projector projector;
    private final InstantSource clock;
    private final Map<SessionId, Cell> cells = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public EventLog(Journal journal, Projector projector, InstantSource clock) {
        this.journal = journal;
        this.projector = projector;
        this.clock = clock;
    }

    /**
     * Appends all or none; durable on return. Throws {@link IllegalStateException} for an event that cannot happen now,
     * and {@code plugin.too-much} for more of one plug-in than is kept, and then nothing is written.
     */
    public SessionState append(RunAddress address, List<RunEvent> events) {
        Cell cell = cell(address.session());
        cell.lock.lock();
        try {
            SessionState after = cell.write(before -> {
                tryOn(before, address, events);
                cell.budget.take(address, events);
                return journal.append(events.stream().map(address::draft).toList());
            });
            if (hasEnded(after, address.run())) {
                cell.budget.forget(address.run());
            }
            cell.snapshotWhenDue(after);
            return after;
        } finally {
            cell.lock.unlock();
        }
    }

    private static boolean hasEnded(SessionState state, RunId run) {
        RunState known = state.run(run);
        return known != null && known.phase().ended();
    }

    /**
     * Appends events that another journal held, as they are: all or none, durable on return. Throws
     * {@link IllegalStateException} where they do not go on from what is there, and then nothing is written. Makes no
     * snapshot, which would tell a long history again for each piece of it: {@link #adopted} does, once.
     */
    public SessionState adopt(SessionId session, List<EventEnvelope> events) {
        Cell cell = cell(session);
        cell.lock.lock();
        try {
            return cell.write(before -> {
                SessionState state = before;
                for (EventEnvelope envelope : events) {
                    state = state.after(envelope);
                }
                return journal.adopt(events);
            });
        } finally {
            cell.lock.unlock();
        }
    }

    /** All that was to be adopted is there: the session opens fast from now on. */
    public void adopted(SessionId session) {
        Cell cell = cell(session);
        cell.lock.lock();
        try {
            cell.snapshotWhenDue(cell.load());
        } finally {
            cell.lock.unlock();
        }
    }

    /**
     * The state of a session now; empty for a session that never was. {@code session.newer} and
     * {@code session.damaged} where its history cannot be replayed.
     */
    public SessionState state(SessionId session) {
        if (journal.lastSeq(session) == 0) {
            return SessionState.empty(session);
        }
        Cell cell = cell(session);
        cell.lock.lock();
        try {
            return cell.load();
        } finally {
            cell.lock.unlock();
        }
    }

    /** The end of a session now. Waits for nobody who reads the whole of it. */
    public SessionTail tail(SessionId session, int runs) {
        SessionState state = cell(session).known();
        return state == null
                ? SessionTail.of(SessionTail.essence(journal, session, runs))
                : SessionTail.of(state, runs);
    }

    /**
     * Waits until the session's state is as wanted; tested again after each event and each {@link #wake}.
     * {@code engine.closed} when the engine closes meanwhile.
     */
    public SessionState await(SessionId session, Predicate<SessionState> wanted) throws InterruptedException {
        Cell cell = cell(session);
        cell.lock.lockInterruptibly();
        try {
            SessionState state = cell.load();
            while (!wanted.test(state)) {
                if (closed) {
                    throw closing();
                }
                cell.changed.await();
                state = cell.load();
            }
            return state;
        } finally {
            cell.lock.unlock();
        }
    }

    /** Has those who wait for something in the session look again. */
    public void wake(SessionId session) {
        Cell cell = cell(session);
        cell.lock.lock();
        try {
            cell.changed.signalAll();
        } finally {
            cell.lock.unlock();
        }
    }

    /**
     * Lets nobody read or write the session any more, if it is as wanted; false where it is not. For a session that is to
     * be removed. One whose history cannot be replayed is as wanted: nothing can be at work in it.
     */
    public boolean retire(SessionId session, Predicate<SessionState> wanted) {
        Cell cell = cell(session);
        cell.lock.lock();
        try {
            boolean free = cell.isUnreadable() || wanted.test(cell.load());
            if (free) {
                cell.retired = true;
                cell.changed.signalAll();
            }
            return free;
        } finally {
            cell.lock.unlock();
        }
    }

    /** The same whatever its state is, which is not looked at. */
    public void retire(SessionId session) {
        Cell cell = cell(session);
        cell.lock.lock();
        try {
            cell.retired = true;
            cell.changed.signalAll();
        } finally {
            cell.lock.unlock();
        }
    }

    /** Forgets what was retired: it was not removed after all, or is gone altogether. */
    public void release(SessionId session) {
        Cell cell = cells.remove(session);
        if (cell != null) {
            cell.lock.lock();
            try {
                cell.retired = true;
                cell.changed.signalAll();
            } finally {
                cell.lock.unlock();
            }
        }
    }

    /** Nobody waits any more; events may still be appended. */
    @Override
    public void close() {
        closed = true;
        cells.keySet().forEach(this::wake);
    }

    /** Waits until the store shows everything appended so far. */
    public void settle() {
        projector.await(journal.lastPosition());
    }

    private void tryOn(SessionState before, RunAddress address, List<RunEvent> events) {
        SessionState state = before;
        for (RunEvent event : events) {
            state = state.after(new EventEnvelope(
                    RunEvent.SCHEMA,
                    address.session(),
                    address.run(),
                    state.lastSeq() + 1,
                    1,
                    clock.instant(),
                    address.origin(),
                    event));
        }
    }

    private Cell cell(SessionId session) {
        return cells.computeIfAbsent(session, Cell::new);
    }

    private static SessionState replayed(SessionState state, EventEnvelope envelope) {
        try {
            return state.after(envelope);
        } catch (IllegalStateException e) {
            throw envelope.event() instanceof RunEvent.Unknown
                    ? failure(
                            "session.newer",
                            "This conversation was written by a newer Officina and cannot be shown by this one.",
                            "Start the newer version; nothing was changed.",
                            e)
                    : failure(
                            "session.damaged",
                            "The history of this conversation contradicts itself, so it cannot be shown.",
                            "Nothing was deleted. \"officina runs export\" still gives its events; please report it.",
                            e);
        }
    }

    /** What who comes while the engine closes is told. */
    public static FailureException closing() {
        return failure("engine.closed", "Officina is closing.", "Start it again; what waits goes on then.", null);
    }

    /** There is no such session, or not any more. */
    public static FailureException missing() {
        return new FailureException(Failure.of(
                "session.missing",
                ErrorKind.USER,
                "There is no such session in this data folder.",
                "\"officina sessions list\" shows the conversations there are."));
    }

    private static FailureException failure(
            String code, String message, String remedy, @Nullable IllegalStateException cause) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy), cause);
    }

    /** One session: its writer's lock, and its state for as long as memory allows. */
    private final class Cell {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private final SessionId session;
        private final PluginBudget budget = new PluginBudget();
        private volatile SoftReference<@Nullable SessionState> held = new SoftReference<>(null);
        private long snapshotSeq;
        private volatile boolean retired;

        Cell(SessionId session) {
            this.session = session;
        }

        /** The state, where it needs not be read. Without the lock. */
        @Nullable
        SessionState known() {
            if (retired) {
                throw missing();
            }
            return held.get();
        }

        SessionState load() {
            SessionState state = known();
            if (state == null) {
                state = replay();
                held = new SoftReference<>(state);
                // where the snapshot was lost, this long way is gone only once
                snapshotWhenDue(state);
            }
            return state;
        }

        /** Under the lock. */
        SessionState write(Function<SessionState, List<EventEnvelope>> appending) {
            SessionState after = load();
            List<EventEnvelope> written = appending.apply(after);
            for (EventEnvelope envelope : written) {
                after = after.after(envelope);
            }
            held = new SoftReference<>(after);
            changed.signalAll();
            projector.wake(written.getLast().position());
            return after;
        }

        boolean isUnreadable() {
            try {
                load();
                return false;
            } catch (FailureException e) {
                if (!UNREADABLE.contains(e.failure().code())) {
                    throw e;
                }
                return true;
            }
        }

        /** Never fails: what was appended is durable, and the caller must not hear otherwise. */
        void snapshotWhenDue(SessionState state) {
            if (state.lastSeq() - snapshotSeq < SessionEssence.SNAPSHOT_EVERY) {
                return;
            }
            try {
                snapshotSeq = SessionEssence.of(journal, session).seq();
            } catch (RuntimeException e) {
                // not again before as many more events
                snapshotSeq = state.lastSeq();
                log.warn("no snapshot of session {} was made; opening it takes longer", session, Redacted.of(e));
            }
        }

        private SessionState replay() {
            Snapshot snapshot = journal.snapshot(session).orElse(null);
            SessionState state = snapshot == null ? SessionState.empty(session) : SessionState.of(snapshot);
            snapshotSeq = state.lastSeq();
            for (List<EventEnvelope> batch = journal.read(session, state.lastSeq() + 1, READ_BATCH);
                    !batch.isEmpty();
                    batch = journal.read(session, state.lastSeq() + 1, READ_BATCH)) {
                for (EventEnvelope envelope : batch) {
                    state = replayed(state, envelope);
                }
            }
            return state;
        }
    }
}
