// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.base.Threads;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.RecoveryReport;
import officina.core.run.RemovalReport;
import officina.core.run.Snapshot;
import org.jspecify.annotations.Nullable;

/** A journal that forgets everything with the process, for tests. Keeps the contract but for what it says of disks. */
public final class InMemoryJournal implements Journal {

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<@Nullable EventEnvelope> all = new ArrayList<>();
    private final Map<SessionId, List<EventEnvelope>> bySession = new HashMap<>();
    private final Map<SessionId, Snapshot> snapshots = new HashMap<>();
    private boolean closed;

    public InMemoryJournal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<EventEnvelope> append(List<Draft> drafts) {
        lock.lock();
        try {
            checkOpen();
            int before = all.size();
            for (Draft draft : drafts) {
                List<EventEnvelope> session = bySession.computeIfAbsent(draft.session(), _ -> new ArrayList<>());
                EventEnvelope event = new EventEnvelope(
                        RunEvent.SCHEMA,
                        draft.session(),
                        draft.run(),
                        session.size() + 1L,
                        all.size() + 1L,
                        clock.instant(),
                        draft.origin(),
                        draft.event());
                session.add(event);
                all.add(event);
            }
            changed.signalAll();
            return present(before + 1L, all.size());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<EventEnvelope> adopt(List<EventEnvelope> events) {
        lock.lock();
        try {
            checkOpen();
            int before = all.size();
            List<EventEnvelope> adopted = new ArrayList<>();
            for (EventEnvelope event : events) {
                long last = bySession.getOrDefault(event.session(), List.of()).size();
                if (!event.session().equals(events.getFirst().session()) || event.seq() != last + adopted.size() + 1) {
                    throw new IllegalArgumentException("event " + event.seq() + " does not follow in its session");
                }
                adopted.add(new EventEnvelope(
                        event.schema(),
                        event.session(),
                        event.run(),
                        event.seq(),
                        before + adopted.size() + 1L,
                        event.at(),
                        event.origin(),
                        event.event()));
            }
            adopted.forEach(event -> bySession
                    .computeIfAbsent(event.session(), _ -> new ArrayList<>())
                    .add(event));
            all.addAll(adopted);
            changed.signalAll();
            return adopted;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<EventEnvelope> read(SessionId session, long fromSeq, int limit) {
        lock.lock();
        try {
            checkOpen();
            return part(bySession.getOrDefault(session, List.of()), fromSeq, limit);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<EventEnvelope> readAll(long fromPosition, int limit) {
        lock.lock();
        try {
            checkOpen();
            return present(fromPosition, limit);
        } finally {
            lock.unlock();
        }
    }

    /** The removed ones are passed over. */
    private List<EventEnvelope> present(long from, int limit) {
        return all.subList(Math.clamp(from - 1, 0, all.size()), all.size()).stream()
                .filter(Objects::nonNull)
                .limit(limit)
                .map(EventEnvelope.class::cast)
                .toList();
    }

    private static List<EventEnvelope> part(List<EventEnvelope> events, long from, int limit) {
        int start = Math.clamp(from - 1, 0, events.size());
        return List.copyOf(events.subList(start, Math.min(events.size(), start + limit)));
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> reader) {
        return follow(
                fromPosition(session, fromSeq),
                event -> event.session().equals(session) && event.seq() >= fromSeq,
                reader);
    }

    /** The position of the first event with that number or a greater one. */
    private long fromPosition(SessionId session, long fromSeq) {
        lock.lock();
        try {
            List<EventEnvelope> events = bySession.getOrDefault(session, List.of());
            return fromSeq <= events.size()
                    ? events.get((int) Math.max(fromSeq, 1) - 1).position()
                    : all.size() + 1L;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Subscription subscribeAll(long fromPosition, Consumer<EventEnvelope> reader) {
        return follow(fromPosition, _ -> true, reader);
    }

    private Subscription follow(long fromPosition, Predicate<EventEnvelope> wanted, Consumer<EventEnvelope> reader) {
        lock.lock();
        try {
            checkOpen();
        } finally {
            lock.unlock();
        }
        Follower follower = new Follower(Math.max(fromPosition, 1), wanted, reader);
        Threads.start("journal-reader", follower::run);
        return follower;
    }

    @Override
    public RemovalReport remove(Set<SessionId> sessions, Predicate<EventEnvelope> keep, Progress progress) {
        lock.lock();
        try {
            checkOpen();
            sessions.forEach(bySession::remove);
            sessions.forEach(snapshots::remove);
            Predicate<@Nullable EventEnvelope> goes =
                    event -> event != null && sessions.contains(event.session()) && !keep.test(event);
            long removed = 0;
            int next = 0;
            while (progress.goOn(next, all.size()) && next < all.size()) {
                if (goes.test(all.get(next))) {
                    all.set(next, null);
                    removed++;
                }
                next++;
            }
            Set<SessionId> left = new HashSet<>();
            for (EventEnvelope event : all.subList(next, all.size())) {
                if (event != null && goes.test(event)) {
                    left.add(event.session());
                }
            }
            return new RemovalReport(removed, 0, left);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long lastSeq(SessionId session) {
        lock.lock();
        try {
            return bySession.getOrDefault(session, List.of()).size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long lastPosition() {
        lock.lock();
        try {
            return all.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void keep(Snapshot snapshot) {
        lock.lock();
        try {
            checkOpen();
            if (snapshot.seq() <= lastSeq(snapshot.session())) {
                snapshots.put(snapshot.session(), snapshot);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Snapshot> snapshot(SessionId session) {
        lock.lock();
        try {
            checkOpen();
            return Optional.ofNullable(snapshots.get(session));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public RecoveryReport recovery() {
        return new RecoveryReport(0, 0, List.of());
    }

    private void checkOpen() {
        if (closed) {
            throw new FailureException(
                    Failure.of("journal.closed", ErrorKind.INTERNAL, "The journal is closed.", null));
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reads the list from where its reader is. */
    private final class Follower implements Subscription {
        private final Predicate<EventEnvelope> wanted;
        private final Consumer<EventEnvelope> reader;
        private final ReentrantLock reading = new ReentrantLock();
        private long next;
        private volatile boolean ended;

        Follower(long next, Predicate<EventEnvelope> wanted, Consumer<EventEnvelope> reader) {
            this.next = next;
            this.wanted = wanted;
            this.reader = reader;
        }

        void run() {
            try {
                for (List<EventEnvelope> events = more(); !events.isEmpty(); events = more()) {
                    for (EventEnvelope event : events) {
                        deliver(event);
                        next = event.position() + 1;
                    }
                }
            } catch (RuntimeException | Error e) {
                ended = true;
            }
        }

        /** Empty when there is nothing more to come. */
        private List<EventEnvelope> more() {
            lock.lock();
            try {
                while (!ended && !closed && next > all.size()) {
                    changed.awaitUninterruptibly();
                }
                return ended || closed ? List.of() : present(next, 256);
            } finally {
                lock.unlock();
            }
        }

        private void deliver(EventEnvelope event) {
            reading.lock();
            try {
                if (!ended && wanted.test(event)) {
                    reader.accept(event);
                }
            } finally {
                reading.unlock();
            }
        }

        @Override
        public void close() {
            ended = true;
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            // waits for a reader that is at work on another thread
            reading.lock();
            reading.unlock();
        }
    }
}
