// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Progress;
import officina.core.run.Journal;
import officina.core.run.RunPhase;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.core.run.SessionTail;
import officina.engine.RemovedSessions;
import officina.engine.Sessions;
import officina.engine.Subscription;
import officina.engine.TransferredSession;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.Projector;
import officina.engine.internal.retention.Retention;
import officina.engine.internal.retention.SessionRemover;
import officina.engine.internal.transfer.SessionTransfer;
import officina.store.Store;

/** Sessions from journal and store. */
public final class SessionsService implements Sessions {

    private final Store store;
    private final EventLog log;
    private final Journal journal;
    private final Projector projector;
    private final Edits edits;
    private final SessionTransfer transfer;
    private final SessionRemover remover;
    private final Retention retention;

    SessionsService(
            Store store,
            EventLog log,
            Journal journal,
            Projector projector,
            Edits edits,
            SessionTransfer transfer,
            SessionRemover remover,
            Retention retention) {
        this.store = store;
        this.log = log;
        this.journal = journal;
        this.projector = projector;
        this.edits = edits;
        this.transfer = transfer;
        this.remover = remover;
        this.retention = retention;
    }

    @Override
    public List<SessionSummary> list(SessionQuery query) {
        return store.sessions(query);
    }

    @Override
    public Optional<SessionSummary> find(SessionId session) {
        return store.session(session);
    }

    @Override
    public SessionState state(SessionId session) {
        SessionState state = log.state(session);
        if (state.lastSeq() == 0) {
            throw EventLog.missing();
        }
        return state;
    }

    @Override
    public SessionTail tail(SessionId session, int count) {
        if (journal.lastSeq(session) == 0) {
            throw EventLog.missing();
        }
        return log.tail(session, count);
    }

    @Override
    public void rename(SessionId session, String title) {
        RecordId id = new RecordId(session.value());
        SessionInfo info = find(session).orElseThrow(EventLog::missing).info();
        SessionInfo renamed = titled(info, title);
        JsonObject fields = renamed.fields();
        edits.edit(
                info.project(),
                "Renamed a conversation",
                changes -> changes.replace(RecordKind.SESSION, id, fields),
                (record, run) -> run);
    }

    @Override
    public TransferredSession exportTo(SessionId session, Path file, Progress progress) {
        SessionInfo info = requireConversation(session);
        return transfer.exportTo(session, info, file, progress);
    }

    @Override
    public TransferredSession importFrom(Path file, boolean asCopy, Progress progress) {
        return transfer.importFrom(file, asCopy, progress);
    }

    @Override
    public RemovedSessions delete(SessionId session, Progress progress) {
        requireConversation(session);
        RemovedSessions removed = remover.remove(
                List.of(session),
                state -> state.runs().stream().noneMatch(run -> run.phase() == RunPhase.RUNNING),
                Origin.USER,
                progress);
        if (removed.sessions() == 0) {
            throw new FailureException(Failure.of(
                    "session.at-work",
                    ErrorKind.USER,
                    "Something is at work in this conversation.",
                    "Cancel it or wait until it has ended, then delete the conversation."));
        }
        return removed;
    }

    @Override
    public RemovedSessions clean(Progress progress) {
        return retention.clean(progress);
    }

    private SessionInfo requireConversation(SessionId session) {
        return find(session)
                .map(SessionSummary::info)
                .filter(each -> each.kind() == SessionKind.CONVERSATION)
                .orElseThrow(EventLog::missing);
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener) {
        return journal.subscribe(session, fromSeq, settled(listener))::close;
    }

    @Override
    public Subscription subscribeAll(Consumer<EventEnvelope> listener) {
        return journal.subscribeAll(journal.lastPosition() + 1, settled(listener))::close;
    }

    /** A listener that looks into the store finds there what it was told, as long as the store can follow. */
    private Consumer<EventEnvelope> settled(Consumer<EventEnvelope> listener) {
        return envelope -> {
            projector.awaitIfPossible(envelope.position());
            listener.accept(envelope);
        };
    }

    private static SessionInfo titled(SessionInfo info, String title) {
        try {
            return new SessionInfo(title, info.project(), info.kind());
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.of(
                            "session.invalid-title",
                            ErrorKind.USER,
                            "A title has 1 to " + SessionInfo.MAX_TITLE + " characters.",
                            "Choose another title."),
                    e);
        }
    }
}
