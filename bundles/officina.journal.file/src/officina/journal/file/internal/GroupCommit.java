// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.base.Redacted;
import officina.base.Threads;
import officina.base.Times;
import officina.core.run.Draft;
import officina.journal.file.internal.index.JournalIndex;
import officina.journal.file.internal.segment.Batch;
import officina.journal.file.internal.segment.JournalFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What arrives while the disk is synchronised goes with the next frame, so that many
 * callers share one synchronisation.
 */
final class GroupCommit {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /** Enough to keep the disk busy, little enough to be decrypted for one event. */
    private static final long BATCH = 256 << 10;

    /** Less than a synchronisation takes, enough for writers that were just answered to come again. */
    private static final long COMPANY_NANOS = 150_000;

    private static final long CLOSE_SECONDS = 60;

    private final ActiveSegment segment;
    private final JournalIndex index;
    private final RecentEvents recent;
    private final InstantSource clock;
    private final Consumer<List<EventEnvelope>> published;
    private final long companyNanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<PendingAppend> queue = new ArrayDeque<>();
    private final Times times = new Times();
    private int lastBatch;
    private boolean closing;
    private boolean ended;
    private volatile @Nullable FailureException broken;

    /**
     * How the thread is made and how long it waits for company.
     *
     * @param starter runs that on a thread of that name
     * @param companyNanos less than a synchronisation takes
     */
    record Pace(BiConsumer<String, Runnable> starter, long companyNanos) {

        /** A thread of the system, which a synchronisation may block. */
        static final Pace OF_THE_DISK = new Pace(Threads::startPlatform, COMPANY_NANOS);

        /** A virtual thread, whose order a simulation decides, and which waits for nothing that the real clock ends. */
        static final Pace SIMULATED = new Pace(Threads::start, 0);
    }

    /**
     * Starts the thread.
     *
     * @param published told of new events when they can be read, on the writer's thread
     */
    GroupCommit(
            ActiveSegment segment,
            JournalIndex index,
            RecentEvents recent,
            InstantSource clock,
            Pace pace,
            Consumer<List<EventEnvelope>> published) {
        this.segment = segment;
        this.index = index;
        this.recent = recent;
        this.clock = clock;
        this.published = published;
        companyNanos = pace.companyNanos();
        pace.starter().accept("journal", this::run);
    }

    List<EventEnvelope> append(PendingAppend append) {
        lock.lock();
        try {
            if (closing) {
                throw JournalFailures.closed();
            }
            FailureException failure = broken;
            if (failure != null) {
                throw new FailureException(failure.failure(), failure);
            }
            queue.add(append);
            // the writer waits for the first or for the last of a batch; those between need not wake it
            if (queue.size() == 1 || queue.size() == lastBatch) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        try {
            // goes on waiting when interrupted: only the outcome tells whether the events are kept
            return append.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw new FailureException(failure.failure(), failure);
            }
            throw e;
        }
    }

    private void run() {
        try {
            for (List<PendingAppend> batch = next(); !batch.isEmpty(); batch = next()) {
                commit(batch);
            }
        } catch (RuntimeException | Error e) {
            // out of memory, for example: nobody may wait for a writer that is gone
            log.error("The writer of the journal ended", Redacted.of(e));
            stop(JournalFailures.io("The journal could not be written", e));
        } finally {
            try {
                segment.close(broken == null);
            } finally {
                end();
            }
        }
    }

    /** Nobody is left waiting. */
    private void end() {
        List<PendingAppend> left;
        lock.lock();
        try {
            ended = true;
            left = List.copyOf(queue);
            queue.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        FailureException failure = broken;
        left.forEach(
                append -> append.done().completeExceptionally(failure == null ? JournalFailures.closed() : failure));
    }

    /** What waits, up to the length of a batch; empty when there is nothing more to come. */
    private List<PendingAppend> next() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            awaitCompany();
            List<PendingAppend> batch = new ArrayList<>();
            long length = 0;
            while (!queue.isEmpty()
                    && (batch.isEmpty()
                            || !queue.peek().rolls() && length + queue.peek().length() <= BATCH)) {
                PendingAppend append = queue.remove();
                length += append.length();
                batch.add(append);
                if (append.rolls()) {
                    break;
                }
            }
            lastBatch = batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits a moment for as many as came together the last time: else the first of them would be synchronised alone and
     * the others wait for that. Who writes alone never waits.
     */
    private void awaitCompany() {
        long left = companyNanos;
        try {
            while (queue.size() < lastBatch && left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the writer", e);
        }
    }

    private void commit(List<PendingAppend> appends) {
        FailureException failure = broken;
        if (failure == null) {
            try {
                write(appends);
                return;
            } catch (FailureException e) {
                failure = e;
            } catch (ActiveSegment.BrokenException e) {
                failure = e.failure();
                stop(failure);
            } catch (RuntimeException | Error e) {
                failure = JournalFailures.io("The journal could not be written", e);
                stop(failure);
            }
        }
        for (PendingAppend append : appends) {
            append.done().completeExceptionally(failure);
        }
    }

    private void stop(FailureException failure) {
        log.error(
                "The journal accepts nothing more until it is opened again: {}",
                failure.failure().code());
        lock.lock();
        try {
            broken = failure;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<PendingAppend> appends) {
        if (appends.getFirst().rolls()) {
            segment.roll();
            appends.getFirst().done().complete(List.of());
            return;
        }
        long position = index.lastPosition() + 1;
        Batch batch = new Batch(
                position,
                Math.toIntExact(
                        appends.stream().mapToLong(PendingAppend::length).sum()));
        Map<SessionId, Long> seqs = new HashMap<>();
        List<SessionId> sessions = new ArrayList<>();
        List<EventEnvelope> all = new ArrayList<>();
        for (PendingAppend append : appends) {
            for (PendingAppend.Item item : append.items()) {
                Draft draft = item.draft();
                EventEnvelope held = item.held();
                Instant at = held == null ? clock.instant() : held.at();
                int schema = held == null ? RunEvent.SCHEMA : held.schema();
                long seq = seqs.computeIfAbsent(draft.session(), index::lastSeq) + 1;
                seqs.put(draft.session(), seq);
                batch.add(draft.session(), draft.run(), seq, at, schema, item.origin(), item.event());
                sessions.add(draft.session());
                all.add(new EventEnvelope(
                        schema, draft.session(), draft.run(), seq, position++, at, draft.origin(), draft.event()));
            }
        }
        long began = System.nanoTime();
        segment.write(batch.content(), sessions);
        times.add(System.nanoTime() - began);
        answer(appends, all);
    }

    private void answer(List<PendingAppend> appends, List<EventEnvelope> all) {
        int from = 0;
        for (PendingAppend append : appends) {
            for (int i = 0; i < append.items().size(); i++) {
                recent.add(all.get(from + i), append.items().get(i).event().length);
            }
            append.done()
                    .complete(
                            List.copyOf(all.subList(from, from + append.items().size())));
            from += append.items().size();
        }
        published.accept(all);
    }

    /** Whether events can still be written. */
    boolean accepts() {
        return broken == null;
    }

    /** How long batches took to be safe on the disk. */
    List<Long> times() {
        return times.counts();
    }

    /** Takes nothing more, writes what waits, and returns when the file is closed. */
    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
            long left = TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
            boolean interrupted = false;
            while (!ended && left > 0) {
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (!ended) {
                log.warn("The disk did not take the end of the journal within {} seconds", CLOSE_SECONDS);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
