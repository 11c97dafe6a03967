// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.base.Redacted;
import officina.base.Threads;
import officina.engine.Subscription;
import officina.engine.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener in this process for events of the other. Its thread subscribes, hands the events to the listener, and
 * subscribes again from the next number when the connection breaks, until it is closed.
 */
final class RemoteSubscription implements Subscription {

    private static final Logger log = LoggerFactory.getLogger(RemoteSubscription.class);

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final long LISTENER_SECONDS = 5;

    private final Link link;
    private final Source source;
    private final Consumer<EventEnvelope> listener;
    private final ReentrantLock listening = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Stream stream;
    private long next;
    private boolean resumes;

    RemoteSubscription(Link link, Source source, long from, Consumer<EventEnvelope> listener) {
        this.link = link;
        this.source = source;
        this.listener = listener;
        next = Math.max(1, from);
    }

    void start() {
        Threads.start("engine-subscription", this::run);
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!isClosed()) {
                long before = next;
                follow();
                pause = next > before ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                if (closed.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            log.error("a listener was ended, because it failed", Redacted.of(e));
        } finally {
            closed.countDown();
            link.ended(this);
        }
    }

    /** Until the connection breaks or this is closed. */
    private void follow() throws InterruptedException {
        Stream events = new Stream();
        stream = events;
        if (isClosed()) {
            return;
        }
        Attachment attachment;
        long number;
        try {
            attachment = link.attachment();
            number = attachment.open(source, next, resumes, events);
            resumes = true;
        } catch (FailureException e) {
            log.debug("no engine to subscribe to: {}", e.failure().code());
            return;
        }
        try {
            hand(events, attachment, number);
        } finally {
            attachment.end(number);
        }
    }

    private void hand(Stream events, Attachment attachment, long number) throws InterruptedException {
        int taken = 0;
        for (Optional<EventEnvelope> event = events.take(); event.isPresent(); event = events.take()) {
            deliver(event.get());
            next = source.number().applyAsLong(event.get()) + 1;
            if (++taken == Wire.WINDOW / 2) {
                attachment.taken(number, taken);
                taken = 0;
            }
        }
    }

    /** What the listener throws ends the subscription. */
    private void deliver(EventEnvelope envelope) {
        listening.lock();
        try {
            if (!isClosed()) {
                listener.accept(envelope);
            }
        } finally {
            listening.unlock();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        Stream open = stream;
        if (open != null) {
            open.end();
        }
        if (listening.isHeldByCurrentThread()) {
            return;
        }
        try {
            if (listening.tryLock(LISTENER_SECONDS, TimeUnit.SECONDS)) {
                listening.unlock();
            } else {
                log.warn("a listener did not return within {} seconds", LISTENER_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
