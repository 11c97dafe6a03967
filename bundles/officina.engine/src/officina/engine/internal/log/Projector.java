// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.base.Redacted;
import officina.base.Threads;
import officina.core.run.Journal;
import officina.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries events from the journal into the store, in order, in batches, on a thread of its own. */
public final class Projector implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Projector.class);
    private static final int BATCH = 1_000;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(30);

    private final Journal journal;
    private final Store store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition applied = lock.newCondition();
    private final Thread thread;
    private long target;
    /** Written by the thread of this projector, under the lock where others wait for it to grow. */
    private volatile long mark;

    private boolean closed;
    private @Nullable Failure trouble;

    /** Starts at the store's high-water mark and catches up with the journal. */
    public Projector(Journal journal, Store store) {
        this.journal = journal;
        this.store = store;
        mark = store.highWater();
        target = journal.lastPosition();
        thread = Threads.start("store-projector", this::run);
    }

    /** Tells that the journal has grown. Does not block. */
    void wake(long position) {
        lock.lock();
        try {
            reach(position);
        } finally {
            lock.unlock();
        }
    }

    private void reach(long position) {
        if (position > target) {
            target = position;
            work.signal();
        }
    }

    /** Waits until the store shows that position; throws what keeps the store from it. */
    public void await(long position) {
        lock.lock();
        try {
            reach(position);
            while (mark < position) {
                if (trouble != null) {
                    throw new FailureException(trouble);
                }
                if (closed) {
                    throw new FailureException(
                            Failure.of("engine.closed", ErrorKind.RESOURCE, "The engine is closing.", null));
                }
                applied.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the store shows that position, or something keeps it from it. For those who are told of events: the
     * journal is the truth, so they are told even when the store cannot follow.
     */
    public void awaitIfPossible(long position) {
        lock.lock();
        try {
            reach(position);
            while (mark < position && trouble == null && !closed) {
                applied.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many positions of the journal the store has yet to see. */
    public long behind() {
        return Math.max(0, journal.lastPosition() - mark);
    }

    /** What keeps the store from following; {@code null} when all is well. */
    public @Nullable Failure trouble() {
        lock.lock();
        try {
            return trouble;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (hasWork()) {
            try {
                long last = journal.lastPosition();
                List<EventEnvelope> batch = journal.readAll(mark + 1, BATCH);
                if (batch.isEmpty()) {
                    // what was there was removed, or lost in a repair
                    done(last);
                } else {
                    // between what the store has and the mark there is nothing
                    store.apply(store.highWater(), batch);
                    done(batch.getLast().position());
                }
            } catch (FailureException e) {
                failed(e.failure(), e);
            } catch (RuntimeException | Error e) {
                failed(
                        Failure.of(
                                "engine.store-behind",
                                ErrorKind.INTERNAL,
                                "The store cannot follow the journal. Nothing is lost: the journal has everything.",
                                "Restart Officina; \"officina doctor\" says more."),
                        e);
            }
        }
    }

    private boolean hasWork() {
        lock.lock();
        try {
            while (target <= mark && !closed) {
                work.awaitUninterruptibly();
            }
            return target > mark && !(closed && trouble != null);
        } finally {
            lock.unlock();
        }
    }

    private void done(long position) {
        lock.lock();
        try {
            mark = position;
            trouble = null;
            applied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void failed(Failure failure, Throwable cause) {
        lock.lock();
        try {
            if (trouble == null) {
                tell(failure, cause);
            }
            trouble = failure;
            applied.signalAll();
            if (!closed) {
                work.await(RETRY.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
        recover();
    }

    /** A full disk is no defect, and whoever needs the store is told of it. */
    private static void tell(Failure failure, Throwable cause) {
        if (failure.kind() == ErrorKind.RESOURCE) {
            log.warn("the store cannot follow the journal: {}", failure.code());
        } else {
            log.error("the store cannot follow the journal: {}", failure.code(), Redacted.of(cause));
        }
    }

    /** With room on the disk a store that had given up goes on from what it had written, without a restart. */
    private void recover() {
        try {
            store.recover();
            mark = store.highWater();
        } catch (FailureException e) {
            log.debug("the store cannot be opened again yet: {}", e.failure().code());
        } catch (RuntimeException | Error e) {
            // whatever it was, those who wait for this thread must not wait for ever
            log.error("the store cannot be opened again", Redacted.of(e));
        }
    }

    /** Applies what is left, then ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(DRAIN_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            applied.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
