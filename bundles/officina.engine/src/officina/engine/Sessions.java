// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.core.run.SessionTail;

/** Conversations and what happened in them. */
public interface Sessions {

    List<SessionSummary> list(SessionQuery query);

    Optional<SessionSummary> find(SessionId session);

    /**
     * The whole state of a session now; {@code session.missing} where there is none, {@code session.newer} and
     * {@code session.damaged} where its history cannot be replayed.
     */
    SessionState state(SessionId session);

    /**
     * The newest runs of a session as they are now: what the end of {@link #state} holds, and at once, however long the
     * session is. Fewer than are wanted where there are no more, where one of them is very long, and where one cannot be
     * replayed, of which {@link #state} tells. {@code session.missing}.
     */
    SessionTail tail(SessionId session, int count);

    /** {@code session.missing}, {@code session.invalid-title}. */
    void rename(SessionId session, String title);

    /**
     * Writes a conversation with all its events as they are now to a new file, which anybody who can read it can read:
     * it is not encrypted. {@code session.missing}, {@code transfer.exists}, {@code transfer.unwritable},
     * {@code work.cancelled}: none of them leaves anything of the file behind.
     *
     * @param file absolute, on the machine of the engine
     * @param progress counts events
     */
    TransferredSession exportTo(SessionId session, Path file, Progress progress);

    /** The same, followed by nobody. */
    default TransferredSession exportTo(SessionId session, Path file) {
        return exportTo(session, file, Progress.NONE);
    }

    /**
     * Brings in a conversation from a file that {@link #exportTo} wrote here or elsewhere. Its events keep their
     * numbers, times and origins. They are history: what they tell to have been done to records changes none here. The
     * whole file is checked before anything is written: {@code transfer.unreadable}, {@code transfer.foreign},
     * {@code transfer.newer}, {@code transfer.damaged}. An import that was cut short goes on when it is called
     * again with the same file; else {@code session.exists} where the conversation is here already,
     * {@code session.partly-removed} where its deletion has left something in a damaged file. One that is cancelled
     * ({@code work.cancelled}) is taken back: nothing of the conversation is here then.
     *
     * @param file absolute, on the machine of the engine
     * @param asCopy gives it and its runs new identifiers, so that it can be here twice
     * @param progress counts events, each twice: when it is checked, and when it is brought in
     */
    TransferredSession importFrom(Path file, boolean asCopy, Progress progress);

    /** The same, followed by nobody. */
    default TransferredSession importFrom(Path file, boolean asCopy) {
        return importFrom(file, asCopy, Progress.NONE);
    }

    /**
     * Deletes a conversation for ever: when this returns, its events are out of the files. What was done in it stays
     * done: its to-dos and the like. {@code session.missing}, {@code session.at-work}. When it fails with trouble of the
     * disk the conversation may be gone from the lists and not from the files; that is made good by itself, after
     * {@code session.partly-removed} when the damaged file is repaired. Cancelled ({@code work.cancelled}) before
     * anything was done, the conversation stays; after that it is gone from the lists, the failure says so, and what is
     * still in the files is taken out within the hour or at the next start.
     *
     * @param progress counts bytes of the files that are written anew without it
     */
    RemovedSessions delete(SessionId session, Progress progress);

    /** The same, followed by nobody. */
    default RemovedSessions delete(SessionId session) {
        return delete(session, Progress.NONE);
    }

    /**
     * Deletes the conversations that projects do not want to keep any longer (settings {@code retention.sessions} and
     * {@code retention.days}). Happens by itself, too: a minute after the data folder was opened, and each hour. Cancelled
     * ({@code work.cancelled}) as {@link #delete} is; what was not begun stays until the next time.
     *
     * @param progress counts bytes of the files that are written anew; grows with each hundred conversations
     */
    RemovedSessions clean(Progress progress);

    /** The same, followed by nobody. */
    default RemovedSessions clean() {
        return clean(Progress.NONE);
    }

    /** Events of a session from that number on, stored and to come, each once, in order, on a thread of its own. */
    Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener);

    /** Events of all sessions that come from now on. */
    Subscription subscribeAll(Consumer<EventEnvelope> listener);
}
