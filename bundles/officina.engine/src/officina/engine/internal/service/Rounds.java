// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.base.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through the indexed folders: a little after it was started, so that no start waits for it, and each hour. */
final class Rounds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final Runnable round;
    private final Duration first;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** @param round begins the work and returns */
    Rounds(Runnable round, Duration first) {
        this.round = round;
        this.first = first;
    }

    /** Begins with the rounds; called again it does nothing. */
    synchronized void start() {
        if (thread == null && closing.getCount() > 0) {
            thread = Threads.start("knowledge-rounds", this::run);
        }
    }

    private void run() {
        try {
            boolean closed = closing.await(first.toMillis(), TimeUnit.MILLISECONDS);
            while (!closed) {
                tryRound();
                closed = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryRound() {
        try {
            round.run();
        } catch (FailureException e) {
            log.info(
                    "the indexed folders are not looked through now: {}",
                    e.failure().code());
        } catch (RuntimeException e) {
            log.error("the indexed folders could not be looked through", Redacted.of(e));
        }
    }

    /** Begins no round any more. */
    void stop() {
        closing.countDown();
    }

    /** Stops, and ends the thread. */
    @Override
    public synchronized void close() {
        stop();
        Thread started = thread;
        try {
            if (started != null && !started.join(CLOSE_LIMIT)) {
                log.warn("a round through the folders did not stop within {} s", CLOSE_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
