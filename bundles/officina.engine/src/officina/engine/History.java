// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.id.RunId;
import officina.api.id.SessionId;

/**
 * What happened, for those who keep a copy of it: an attached process folds these events by the same reducer. Not part of
 * what views and commands see; they get states. Any thread may call any method.
 */
public interface History {

    /** The position of the newest event of all; 0 where there is none. */
    long position();

    /**
     * Events of all sessions from that position on, stored and to come, each once, in order, on a thread of the
     * subscription, after the store shows them. A listener that is slow delays nobody but itself.
     */
    Subscription subscribe(long fromPosition, Consumer<EventEnvelope> listener);

    /** A short history that leads to the session's state now, see {@code Snapshot}; {@code session.missing}. */
    List<EventEnvelope> session(SessionId session);

    /** The same of its newest runs alone, see {@code SessionTail}; {@code session.missing}. */
    List<EventEnvelope> tail(SessionId session, int count);

    /** A short history that leads to the run's state now; {@code run.missing}. */
    List<EventEnvelope> run(RunId run);
}
