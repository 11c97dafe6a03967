// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import officina.api.event.EventEnvelope;
import officina.engine.wire.Wire;

/** The events of one subscription over one connection: never more than {@link Wire#WINDOW} at a time. */
final class Stream {

    private final LinkedBlockingQueue<Optional<EventEnvelope>> events = new LinkedBlockingQueue<>();

    private boolean ended;

    /** {@code false} when the engine sends more than it may. After the end events are dropped. */
    synchronized boolean put(EventEnvelope envelope) {
        return ended || (events.size() < Wire.WINDOW && events.add(Optional.of(envelope)));
    }

    /** Nothing more comes. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            events.add(Optional.empty());
        }
    }

    /** Waits for the next event; empty at the end. */
    Optional<EventEnvelope> take() throws InterruptedException {
        return events.take();
    }
}
