// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Progress;

/**
 * The durable, append-only list of everything that happened, and the truth of a data folder. Events are numbered
 * densely from 1, in each session ({@code seq}) and over all ({@code position}); only removed sessions leave gaps in the
 * positions. Any thread may call any method; methods
 * may block on the disk. Trouble with the disk is a {@link officina.api.error.FailureException}: {@code journal.full},
 * {@code journal.io}, {@code journal.damaged}, {@code journal.closed}; after {@code journal.io} nothing more is accepted
 * until reopened, and only then is it known whether the events of that call are kept.
 */
public interface Journal extends AutoCloseable {

    /**
     * Appends all or none, in this order, with consecutive positions. Returns after the events would survive a loss of
     * power. Concurrent calls share one synchronisation of the disk. An interrupt does not end the wait. More than 64
     * MiB at once is {@code journal.too-large}.
     */
    List<EventEnvelope> append(List<Draft> drafts);

    /**
     * Appends events of one session that another journal held: all or none, durable on return. They keep schema, number,
     * time and origin; positions are this journal's. {@link IllegalArgumentException} unless their numbers follow the
     * session's last. The caller sees to it that nobody else appends to the session meanwhile.
     */
    List<EventEnvelope> adopt(List<EventEnvelope> events);

    /** At most {@code limit} events of a session from that number on. */
    List<EventEnvelope> read(SessionId session, long fromSeq, int limit);

    /** At most {@code limit} events of all sessions from that position on. */
    List<EventEnvelope> readAll(long fromPosition, int limit);

    /**
     * Calls the reader with every event of the session from that number on, stored and to come, each once, in order, on
     * a thread of the subscription. A reader that is slow delays nobody but itself. Closing the result ends it; after
     * {@code close} returns on another thread, the reader is not called again. A reader that throws ends its
     * subscription.
     */
    Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> reader);

    /** The same for all sessions, by position. */
    Subscription subscribeAll(long fromPosition, Consumer<EventEnvelope> reader);

    /**
     * Removes sessions: when it returns there is nothing of them in the files, but for the events of which {@code keep}
     * says that they stay; those belong to no session and are read by position alone. Positions of what is left do not
     * change, so that there are gaps where events were. Blocks for as long as it takes to write the files that hold them
     * anew. The sessions cannot be read any more from its beginning on, even when it is stopped at once. A crash, a
     * failure or a stop leaves the journal whole and the beginning of some of the sessions in it, and a damaged file is
     * passed over: call it again. The caller sees to it that nobody appends to these sessions meanwhile.
     *
     * @param progress asked again and again while it works, with the bytes of the files that are written anew; it returns
     *     within moments after the answer was no
     */
    RemovalReport remove(Set<SessionId> sessions, Predicate<EventEnvelope> keep, Progress progress);

    /** The same, to its end. */
    default RemovalReport remove(Set<SessionId> sessions, Predicate<EventEnvelope> keep) {
        return remove(sessions, keep, Progress.NONE);
    }

    /** The number of the newest event of the session; 0 where there is none. */
    long lastSeq(SessionId session);

    /** The position of the newest event; 0 when empty. */
    long lastPosition();

    /** Keeps a snapshot in place of an older one of that session. Losing it costs time, never data. */
    void keep(Snapshot snapshot);

    /** The newest snapshot of the session, if one is kept. */
    Optional<Snapshot> snapshot(SessionId session);

    /** What was found on opening. */
    RecoveryReport recovery();

    /**
     * What was cut off its end, now or earlier, and may have been confirmed; the newest first. It lists what is there
     * now: the person deletes the files.
     */
    default List<KeptTail> keptTails() {
        return List.of();
    }

    /** How it fares; counted while it works, so that asking costs nothing. */
    default JournalHealth health() {
        return JournalHealth.UNCOUNTED;
    }

    /** Waits for appends in flight, ends subscriptions and releases the files. */
    @Override
    void close();

    /** Ends what it names when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
