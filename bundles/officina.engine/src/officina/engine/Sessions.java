// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;

/** Conversations and what happened in them. */
public interface Sessions {

    List<SessionSummary> list(SessionQuery query);

    Optional<SessionSummary> find(SessionId session);

    /**
     * The whole state of a session now; {@code session.missing} where there is none, {@code session.newer} and
     * {@code session.damaged} where its history cannot be replayed.
     */
    SessionState state(SessionId session);

    /** {@code session.missing}, {@code session.invalid-title}. */
    void rename(SessionId session, String title);

    /** Events of a session from that number on, stored and to come, each once, in order, on a thread of its own. */
    Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener);

    /** Events of all sessions that come from now on. */
    Subscription subscribeAll(Consumer<EventEnvelope> listener);
}
