// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.base.Redacted;
import officina.base.Threads;
import officina.core.run.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader and its virtual thread, which reads the journal from where the reader is. The writer only wakes it, so
 * that a slow reader costs nobody else anything and none ever misses an event.
 */
final class Follower implements Journal.Subscription {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** How long closing waits for a reader that is at work. */
    private static final long READER_SECONDS = 10;

    private final LongFunction<List<EventEnvelope>> source;
    private final ToLongFunction<EventEnvelope> number;
    private final Consumer<EventEnvelope> reader;
    private final Consumer<Follower> whenEnded;
    private final ReentrantLock reading = new ReentrantLock();
    private final long first;
    private volatile @Nullable Thread thread;
    private volatile boolean ended;

    /**
     * Does nothing before {@link #start}.
     *
     * @param source gives the next events from a number on; empty when there are none yet
     * @param number the number of an event
     * @param whenEnded called once, on the follower's thread
     */
    Follower(
            long first,
            LongFunction<List<EventEnvelope>> source,
            ToLongFunction<EventEnvelope> number,
            Consumer<EventEnvelope> reader,
            Consumer<Follower> whenEnded) {
        this.first = Math.max(first, 1);
        this.source = source;
        this.number = number;
        this.reader = reader;
        this.whenEnded = whenEnded;
    }

    void start() {
        thread = Threads.start("journal-reader", this::run);
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    void end() {
        ended = true;
        wake();
    }

    private void run() {
        // also here: who wakes may come before start has returned
        thread = Thread.currentThread();
        try {
            long next = first;
            while (!ended) {
                List<EventEnvelope> events = source.apply(next);
                if (events.isEmpty()) {
                    // what a reader may have left set would make waiting return at once
                    Thread.interrupted();
                    LockSupport.park(this);
                }
                for (EventEnvelope event : events) {
                    deliver(event);
                    next = number.applyAsLong(event) + 1;
                }
            }
        } catch (RuntimeException | Error e) {
            if (!ended && !isClosed(e)) {
                log.error("A reader of the journal was ended, because it failed", Redacted.of(e));
            }
            ended = true;
        } finally {
            whenEnded.accept(this);
        }
    }

    /** Somebody subscribed in the moment in which the journal was closed. */
    private static boolean isClosed(Throwable error) {
        return error instanceof FailureException failure
                && failure.failure().code().equals("journal.closed");
    }

    private void deliver(EventEnvelope event) {
        reading.lock();
        try {
            if (!ended) {
                reader.accept(event);
            }
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() {
        end();
        if (reading.isHeldByCurrentThread()) {
            return;
        }
        try {
            if (reading.tryLock(READER_SECONDS, TimeUnit.SECONDS)) {
                reading.unlock();
            } else {
                log.warn("A reader of the journal did not return within {} seconds", READER_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
