// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.status;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.core.run.SessionTail;
import officina.engine.Diagnostics;
import officina.engine.RemovedSessions;
import officina.engine.Sessions;
import officina.engine.Subscription;
import officina.engine.Surrounding;
import officina.engine.TransferredSession;
import officina.engine.Vitals;
import org.jspecify.annotations.Nullable;

/** What an engine answers to the four questions, in general and for one conversation, and the events that it tells. */
final class FakeStatus implements Diagnostics, Sessions {

    static final SessionId CONVERSATION = new SessionId(new UUID(1, 1));

    volatile Status general = new Status("no model", "this machine", "nothing", "nothing so far");
    volatile Status ofConversation = general;

    private final List<Consumer<EventEnvelope>> listeners = new CopyOnWriteArrayList<>();

    boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    void tell(RunEvent event) {
        EventEnvelope envelope =
                new EventEnvelope(1, CONVERSATION, new RunId(new UUID(2, 2)), 1, 1, Instant.EPOCH, Origin.USER, event);
        listeners.forEach(listener -> listener.accept(envelope));
    }

    @Override
    public Status status(@Nullable SessionId conversation) {
        return CONVERSATION.equals(conversation) ? ofConversation : general;
    }

    @Override
    public Subscription subscribeAll(Consumer<EventEnvelope> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public List<Check> run(Progress progress) {
        throw new UnsupportedOperationException("the status area checks nothing");
    }

    @Override
    public List<Check> glance() {
        throw new UnsupportedOperationException("the status area checks nothing");
    }

    @Override
    public void bundle(Path file, Progress progress) {
        throw new UnsupportedOperationException("the status area writes nothing");
    }

    @Override
    public List<Surrounding> lookAround() {
        throw new UnsupportedOperationException("the status area looks for nothing");
    }

    @Override
    public Vitals vitals() {
        throw new UnsupportedOperationException("the status area shows no numbers");
    }

    @Override
    public List<SessionSummary> list(SessionQuery query) {
        throw new UnsupportedOperationException("the status area lists nothing");
    }

    @Override
    public Optional<SessionSummary> find(SessionId session) {
        throw new UnsupportedOperationException("the status area looks for nothing");
    }

    @Override
    public SessionState state(SessionId session) {
        throw new UnsupportedOperationException("the status area reads no conversation");
    }

    @Override
    public SessionTail tail(SessionId session, int count) {
        throw new UnsupportedOperationException("the status area reads no conversation");
    }

    @Override
    public void rename(SessionId session, String title) {
        throw new UnsupportedOperationException("the status area changes nothing");
    }

    @Override
    public TransferredSession exportTo(SessionId session, Path file, Progress progress) {
        throw new UnsupportedOperationException("the status area writes nothing");
    }

    @Override
    public TransferredSession importFrom(Path file, boolean asCopy, Progress progress) {
        throw new UnsupportedOperationException("the status area changes nothing");
    }

    @Override
    public RemovedSessions delete(SessionId session, Progress progress) {
        throw new UnsupportedOperationException("the status area changes nothing");
    }

    @Override
    public RemovedSessions clean(Progress progress) {
        throw new UnsupportedOperationException("the status area changes nothing");
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener) {
        throw new UnsupportedOperationException("the status area follows all conversations");
    }
}
