// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.UserProfile;
import org.jspecify.annotations.Nullable;

/** A journal in the making: numbers events as a journal does. */
public final class Story {

    public static final RecordId PROJECT = new RecordId(new UUID(7, 1));

    private final Map<SessionId, Long> seqs = new HashMap<>();
    private final Map<RecordId, JsonObject> records = new HashMap<>();
    private final Map<RecordId, Long> revisions = new HashMap<>();
    private final List<EventEnvelope> events = new ArrayList<>();
    private Origin origin = Origin.USER;
    private Instant now = Instant.parse("2026-01-01T00:00:00.123456789Z");

    /** All events so far. */
    public List<EventEnvelope> events() {
        return List.copyOf(events);
    }

    /** How many events there are so far. */
    public int size() {
        return events.size();
    }

    public List<EventEnvelope> events(int from, int to) {
        return List.copyOf(events.subList(from, to));
    }

    public EventEnvelope last() {
        return events.getLast();
    }

    public static SessionId session(int number) {
        return new SessionId(new UUID(1, number));
    }

    public static RunId run(int number) {
        return new RunId(new UUID(2, number));
    }

    public static RecordId record(int number) {
        return new RecordId(new UUID(3, number));
    }

    /** Who does what follows. */
    public Story by(Origin next) {
        origin = next;
        return this;
    }

    /** When what follows happens. */
    public Story at(Instant next) {
        now = next;
        return this;
    }

    public Story add(SessionId session, RunId run, RunEvent event) {
        long seq = seqs.merge(session, 1L, Long::sum);
        now = now.plusNanos(1_000_000_001L);
        events.add(new EventEnvelope(RunEvent.SCHEMA, session, run, seq, events.size() + 1L, now, origin, event));
        return this;
    }

    /** A turn begins with this message. */
    public Story turn(SessionId session, RunId run, String message) {
        UserProfile profile = new UserProfile("", Locale.ENGLISH, ZoneOffset.UTC);
        ChatRequest request = new ChatRequest(
                Message.text(MessageRole.USER, message),
                PROJECT,
                ExecutionMode.DIRECT,
                null,
                new ChatContext(profile, List.of(), List.of(), List.of()));
        return add(session, run, new RunEvent.RunStarted(RunKind.TURN, "A turn", null, request));
    }

    public Story edit(SessionId session, RunId run) {
        return add(session, run, new RunEvent.RunStarted(RunKind.EDIT, "An edit", null, null));
    }

    public Story answer(SessionId session, RunId run, int part, String text) {
        return add(session, run, new RunEvent.PartWritten(part, new ContentPart.Text(text)));
    }

    public Story finish(SessionId session, RunId run) {
        return add(session, run, new RunEvent.RunFinished(true, null));
    }

    /** Creates, changes or (with {@code null}) deletes a record. */
    public Story put(SessionId session, RunId run, RecordKind kind, RecordId id, @Nullable JsonObject after) {
        JsonObject before = records.get(id);
        RecordChange change =
                before == null ? RecordChange.CREATED : after == null ? RecordChange.DELETED : RecordChange.UPDATED;
        if (after == null) {
            records.remove(id);
        } else {
            records.put(id, after);
        }
        long revision = revisions.merge(id, 1L, Long::sum);
        return add(session, run, new RunEvent.RecordChanged(kind, id, change, revision, before, after));
    }

    /** The fields of a record now; {@code null} where there is none. */
    public @Nullable JsonObject fields(RecordId id) {
        return records.get(id);
    }
}
