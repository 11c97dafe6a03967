// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store;

import java.util.List;
import java.util.Optional;
import officina.api.event.EventEnvelope;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.core.run.OutlivedQuery;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;

/**
 * What the journal's events add up to, as tables: records, runs, sessions, the activity log. The journal is the truth; a
 * store can be rebuilt from it at any time. Any thread may call any method; methods may block on the disk. Reads see what
 * was applied when they begin, wait for no writer, and run beside each other.
 *
 * <p>Trouble is a {@link officina.api.error.FailureException}: {@code store.full} (no space; what was being applied is
 * not in it), {@code store.io}, {@code store.damaged}, {@code store.closed}. After the first three a store may answer
 * nothing more until it has recovered or is reopened, after {@code store.damaged} as an empty one; nothing is lost,
 * because the journal has it.
 */
public interface Store extends AutoCloseable {

    /** The position of the newest event in it; 0 when empty. After opening, apply the journal's events from the next on. */
    long highWater();

    /**
     * Applies events in the order of their positions, all or none, together with the new high-water mark. Events up to
     * the mark are passed over, so that applying again changes nothing. Calls from several threads wait for each other.
     *
     * <p>{@code store.gap} when {@code after} is beyond the mark: an event between may be missing. {@code store.disagrees} when the event at
     * the mark is not the one that was applied there (the journal is another one, or an older copy): {@link #reset()} and
     * apply the whole journal. A change that this build cannot read (from a newer one) is kept as it is and shown where
     * it can be; it stops nothing.
     *
     * @param after the events are all that the journal holds behind that position, up to the last of them
     */
    void apply(long after, List<EventEnvelope> events);

    /** The same for events behind which nothing is missing from the one before the first. */
    default void apply(List<EventEnvelope> events) {
        if (!events.isEmpty()) {
            apply(events.getFirst().position() - 1, events);
        }
    }

    /** Whether this is the event that was applied at the mark; the journal's event there is, unless it is another one. */
    boolean agreesWith(EventEnvelope event);

    /** Makes it as empty as a new one, with the mark at 0. */
    void reset();

    /**
     * Opens the files again where trouble has made the store give up; the mark may be an older one then, and the events
     * after it are to be applied again. Does nothing when all is well. Throws what is still in the way.
     */
    void recover();

    /** The record, if there is one. */
    Optional<DataRecord> get(RecordKind kind, RecordId id);

    /** Records of one kind, newest change first. */
    List<DataRecord> list(RecordQuery query);

    /** Conversations (sessions of kind {@code edits} are none), the one in which something last happened first. */
    List<SessionSummary> sessions(SessionQuery query);

    /** The session of that id, of any kind. */
    Optional<SessionSummary> session(SessionId id);

    /** Conversations that a project does not keep any longer, the oldest first; none in which a run is open. */
    List<SessionId> outlived(OutlivedQuery query);

    /** Runs, newest first. */
    List<RunSummary> runs(RunQuery query);

    Optional<RunSummary> run(RunId id);

    /** Lines of the activity log, newest first. */
    List<ActivityEntry> activity(ActivityQuery query);

    /** The actors that occur in the activity log, in alphabetical order. */
    List<String> activitySources();

    /** How it is now, and what was found when it was opened. */
    StoreHealth health();

    /** Waits for calls in flight and releases the files. More calls do nothing. */
    @Override
    void close();
}
