// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import officina.api.event.EventEnvelope;
import officina.api.id.RunId;
import officina.api.id.SessionId;

/**
 * Makes the {@link Snapshot} of a session from its events, or from an older snapshot and the events after it:
 * {@link SessionState#of} gives the same state as the whole history. Left out is what leaves no trace in the state
 * (deltas that are joined, progress that was overtaken, log lines); what is left keeps its number, time and origin. Takes
 * time and memory in proportion to what it is given. Not thread-safe.
 */
public final class SnapshotBuilder {

    private final SessionId session;
    private final Map<RunId, RunEssence> runs = new LinkedHashMap<>();
    private long seq;

    public SnapshotBuilder(SessionId session) {
        this.session = session;
    }

    /** Goes on from an older snapshot. */
    public static SnapshotBuilder after(Snapshot snapshot) {
        SnapshotBuilder builder = new SnapshotBuilder(snapshot.session());
        snapshot.essence().forEach(builder::take);
        builder.seq = snapshot.seq();
        return builder;
    }

    /** The number of the newest event in it; 0 when empty. */
    public long lastSeq() {
        return seq;
    }

    /** Adds the next event; {@link IllegalStateException} where it is of another session or not the next in number. */
    public SnapshotBuilder add(EventEnvelope envelope) {
        if (!envelope.session().equals(session)) {
            throw new IllegalStateException("an event of session " + envelope.session() + " in session " + session);
        }
        if (envelope.seq() != seq + 1) {
            throw new IllegalStateException("event " + envelope.seq() + " cannot follow " + seq);
        }
        take(envelope);
        return this;
    }

    private void take(EventEnvelope envelope) {
        runs.computeIfAbsent(envelope.run(), _ -> new RunEssence()).add(envelope);
        seq = envelope.seq();
    }

    /** The snapshot of what was added so far. */
    public Snapshot build() {
        List<EventEnvelope> essence = new ArrayList<>();
        runs.values().forEach(run -> essence.addAll(run.events()));
        essence.sort(Comparator.comparingLong(EventEnvelope::seq));
        return new Snapshot(session, seq, essence);
    }
}
