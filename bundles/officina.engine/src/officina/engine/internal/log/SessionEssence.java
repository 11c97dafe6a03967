// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.log;

import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.core.run.Journal;
import officina.core.run.Snapshot;
import officina.core.run.SnapshotBuilder;

/**
 * The short history of a session: its snapshot and the events after it. Reads no more than twice {@link #SNAPSHOT_EVERY}
 * events, but for the first time after a snapshot was lost: a longer way is gone once.
 */
public final class SessionEssence {

    /** A snapshot is kept after so many more events. */
    static final int SNAPSHOT_EVERY = 2_000;

    private static final int READ_BATCH = 4_096;

    private SessionEssence() {}

    /** Reads it; what was far from the last snapshot becomes the next. */
    public static Snapshot of(Journal journal, SessionId session) {
        SnapshotBuilder builder =
                journal.snapshot(session).map(SnapshotBuilder::after).orElseGet(() -> new SnapshotBuilder(session));
        long kept = builder.lastSeq();
        for (List<EventEnvelope> batch = journal.read(session, builder.lastSeq() + 1, READ_BATCH);
                !batch.isEmpty();
                batch = journal.read(session, builder.lastSeq() + 1, READ_BATCH)) {
            batch.forEach(builder::add);
        }
        Snapshot snapshot = builder.build();
        if (snapshot.seq() - kept >= SNAPSHOT_EVERY) {
            journal.keep(snapshot);
        }
        return snapshot;
    }
}
