// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonObject;
import officina.engine.Subscription;
import officina.engine.Traffic;
import officina.engine.wire.Wire;
import officina.protocol.EventCodec;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of an attached process. At most {@link Wire#WINDOW} events are on the way; then the journal's reading
 * thread waits here, which delays nobody else, and goes on from the journal when the client has taken some. So a slow
 * client costs no memory and sees no gap.
 */
final class Feed implements Consumer<EventEnvelope> {

    private final long number;
    private final RpcConnection connection;
    private final long missed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long window = Wire.WINDOW;
    private long events;
    private long held;
    private long reread;
    private boolean stopped;
    private @Nullable Subscription source;

    /** @param missed up to which position the client may have missed events, while its connection was broken; else 0 */
    Feed(long number, RpcConnection connection, long missed) {
        this.number = number;
        this.connection = connection;
        this.missed = missed;
    }

    Traffic.Sent sent() {
        lock.lock();
        try {
            return new Traffic.Sent(events, held, reread);
        } finally {
            lock.unlock();
        }
    }

    /** Where the events come from. */
    void from(Subscription subscription) {
        lock.lock();
        try {
            source = subscription;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(EventEnvelope envelope) {
        if (!enter(envelope.position() <= missed)) {
            return;
        }
        try {
            connection.send(new RpcMessage.Notification(
                    Wire.EVENT,
                    JsonObject.EMPTY.with(Wire.SUBSCRIPTION, number).with("event", EventCodec.write(envelope))));
        } catch (FailureException lost) {
            stop(); // the connection tells the client's side; nothing more can be sent
        }
    }

    /** Waits for room; {@code false} when stopped. */
    private boolean enter(boolean again) {
        lock.lock();
        try {
            if (window == 0 && !stopped) {
                held++;
            }
            while (window == 0 && !stopped) {
                changed.awaitUninterruptibly();
            }
            window--;
            events++;
            if (again) {
                reread++;
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** The client's listener has taken so many; a client that counts wrongly gets no more than the window. */
    void taken(long count) {
        lock.lock();
        try {
            window = Math.clamp(window + Math.clamp(count, 0, Wire.WINDOW), 0, Wire.WINDOW);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends nothing more and lets the journal's thread go. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the source; may wait for it. */
    void close() {
        stop();
        Subscription ending;
        lock.lock();
        try {
            ending = source;
            source = null;
        } finally {
            lock.unlock();
        }
        if (ending != null) {
            ending.close();
        }
    }
}
