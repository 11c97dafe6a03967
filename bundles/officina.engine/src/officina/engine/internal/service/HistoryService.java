// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.List;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.core.run.Journal;
import officina.core.run.SessionTail;
import officina.engine.History;
import officina.engine.Runs;
import officina.engine.Subscription;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.Projector;
import officina.engine.internal.log.SessionEssence;

/** The history as the journal holds it. */
public final class HistoryService implements History {

    private final Journal journal;
    private final Projector projector;
    private final Runs runs;

    HistoryService(Journal journal, Projector projector, Runs runs) {
        this.journal = journal;
        this.projector = projector;
        this.runs = runs;
    }

    @Override
    public long position() {
        return journal.lastPosition();
    }

    @Override
    public Subscription subscribe(long fromPosition, Consumer<EventEnvelope> listener) {
        return journal.subscribeAll(fromPosition, envelope -> {
            projector.await(envelope.position());
            listener.accept(envelope);
        })::close;
    }

    @Override
    public List<EventEnvelope> session(SessionId session) {
        List<EventEnvelope> essence = essence(session);
        if (essence.isEmpty()) {
            throw EventLog.missing();
        }
        return essence;
    }

    @Override
    public List<EventEnvelope> tail(SessionId session, int count) {
        if (journal.lastSeq(session) == 0) {
            throw EventLog.missing();
        }
        return SessionTail.essence(journal, session, count);
    }

    @Override
    public List<EventEnvelope> run(RunId run) {
        SessionId session = runs.state(run).head().session();
        return essence(session).stream()
                .filter(envelope -> envelope.run().equals(run))
                .toList();
    }

    private List<EventEnvelope> essence(SessionId session) {
        return SessionEssence.of(journal, session).essence();
    }
}
