// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Progress;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.core.run.RunPhase;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.core.run.SessionTail;
import officina.engine.Activity;
import officina.engine.RemovedSessions;
import officina.engine.Sessions;
import officina.engine.Subscription;
import officina.engine.TransferredSession;

/** A log in memory, and the sessions whose events fill it. */
final class FakeActivity implements Activity, Sessions {

    static final SessionId SESSION = new SessionId(new UUID(1, 1));
    static final RunId RUN = new RunId(new UUID(2, 2));
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final List<ActivityEntry> entries = new ArrayList<>();
    final List<Consumer<EventEnvelope>> listeners = new ArrayList<>();
    int lists;
    boolean failing;

    /** Adds an entry, one minute after the one before, without telling. */
    ActivityEntry add(String source, String text) {
        return add(source, "record.changed", "create todo", "todo", ActivityEntry.Status.OK, text);
    }

    ActivityEntry add(
            String source, String type, String action, String resource, ActivityEntry.Status status, String text) {
        ActivityEntry entry = new ActivityEntry(
                entries.size() + 1,
                SESSION,
                RUN,
                NOON.plusSeconds(60L * entries.size()),
                Origin.USER.then(new PluginId(source)),
                type,
                action,
                resource,
                status,
                text);
        entries.add(entry);
        return entry;
    }

    void fill(int count) {
        for (int i = 0; i < count; i++) {
            add("agent.task", "Entry " + (entries.size() + 1));
        }
    }

    void tell(RunEvent event) {
        EventEnvelope envelope = new EventEnvelope(1, SESSION, RUN, 1, 1, NOON, Origin.USER, event);
        List.copyOf(listeners).forEach(listener -> listener.accept(envelope));
    }

    @Override
    public List<ActivityEntry> list(ActivityQuery query) {
        lists++;
        if (failing) {
            throw new FailureException(
                    Failure.of("store.io", ErrorKind.RESOURCE, "The log cannot be read.", "Check the disk."));
        }
        return entries.reversed().stream()
                .filter(entry -> entry.position() < query.before())
                .filter(entry ->
                        query.source() == null || entry.origin().actor().equals(query.source()))
                .filter(entry -> query.type() == null || entry.type().startsWith(query.type() + "."))
                .filter(entry -> query.run() == null || entry.run().equals(query.run()))
                .filter(entry -> query.status() == null || entry.status() == query.status())
                .filter(entry -> query.action() == null || entry.action().equals(query.action()))
                .filter(entry -> query.resource() == null || entry.resource().contains(query.resource()))
                .filter(entry -> query.from() == null || !entry.at().isBefore(query.from()))
                .filter(entry -> query.to() == null || entry.at().isBefore(query.to()))
                .filter(entry -> query.text() == null || entry.text().contains(query.text()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<String> sources() {
        return entries.stream()
                .map(entry -> entry.origin().actor().value())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Subscription subscribeAll(Consumer<EventEnvelope> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public List<SessionSummary> list(SessionQuery query) {
        return List.of();
    }

    @Override
    public Optional<SessionSummary> find(SessionId session) {
        SessionInfo info = new SessionInfo("Passport", new RecordId(new UUID(9, 9)), SessionKind.CONVERSATION);
        return Optional.of(new SessionSummary(session, info, RunPhase.DONE, 1, NOON));
    }

    @Override
    public SessionState state(SessionId session) {
        return SessionState.empty(session);
    }

    @Override
    public SessionTail tail(SessionId session, int count) {
        throw new UnsupportedOperationException("nobody shows the end of a session here");
    }

    @Override
    public RemovedSessions delete(SessionId session, Progress progress) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    public RemovedSessions clean(Progress progress) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    public TransferredSession exportTo(SessionId session, Path file, Progress progress) {
        throw new UnsupportedOperationException("the activity view exports nothing");
    }

    @Override
    public TransferredSession importFrom(Path file, boolean asCopy, Progress progress) {
        throw new UnsupportedOperationException("the activity view imports nothing");
    }

    @Override
    public void rename(SessionId session, String title) {
        throw new UnsupportedOperationException("the activity view renames nothing");
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener) {
        return () -> {};
    }
}
