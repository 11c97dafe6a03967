// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A session as its events describe it: its runs in the order they started. The one reducer of views, store and remote
 * clients. Immutable; adding an event costs O(log n) in the number of runs.
 */
public final class SessionState {

    private final SessionId session;
    private final PVector<RunState> runs;
    private final PMap<RunId, Integer> index;
    private final long lastSeq;

    private SessionState(SessionId session, PVector<RunState> runs, PMap<RunId, Integer> index, long lastSeq) {
        this.session = session;
        this.runs = runs;
        this.index = index;
        this.lastSeq = lastSeq;
    }

    /** A session of which nothing is known yet. */
    public static SessionState empty(SessionId session) {
        return new SessionState(session, TreePVector.empty(), HashTreePMap.empty(), 0);
    }

    /**
     * The state after one more event. Throws {@link IllegalStateException} when the event is of another session, is not
     * the next in number, or cannot happen now.
     */
    public SessionState after(EventEnvelope envelope) {
        if (!envelope.session().equals(session)) {
            throw new IllegalStateException("an event of session " + envelope.session() + " in session " + session);
        }
        if (envelope.seq() != lastSeq + 1) {
            throw new IllegalStateException("event " + envelope.seq() + " cannot follow " + lastSeq);
        }
        return applied(envelope);
    }

    /** Like {@link #after}, but lets numbers be missing: for the compacted events of a {@link Snapshot}. */
    SessionState applied(EventEnvelope envelope) {
        Integer at = index.get(envelope.run());
        if (at == null) {
            return new SessionState(
                    session,
                    runs.plus(RunState.first(envelope)),
                    index.plus(envelope.run(), runs.size()),
                    envelope.seq());
        }
        return new SessionState(session, runs.with(at, runs.get(at).after(envelope)), index, envelope.seq());
    }

    /** The state that a snapshot and the events after it give. */
    public static SessionState of(Snapshot snapshot) {
        SessionState state = empty(snapshot.session());
        for (EventEnvelope envelope : snapshot.essence()) {
            state = state.applied(envelope);
        }
        return new SessionState(state.session, state.runs, state.index, snapshot.seq());
    }

    public SessionId session() {
        return session;
    }

    /** The runs, oldest first. */
    public List<RunState> runs() {
        return runs;
    }

    public @Nullable RunState run(RunId id) {
        Integer at = index.get(id);
        return at == null ? null : runs.get(at);
    }

    /** The number of the newest event in it; 0 when empty. */
    public long lastSeq() {
        return lastSeq;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionState that
                && session.equals(that.session)
                && lastSeq == that.lastSeq
                && runs.equals(that.runs);
    }

    @Override
    public int hashCode() {
        return session.hashCode() * 31 + Long.hashCode(lastSeq);
    }

    @Override
    public String toString() {
        return "SessionState[" + session + ", " + runs.size() + " runs, seq " + lastSeq + "]";
    }
}
