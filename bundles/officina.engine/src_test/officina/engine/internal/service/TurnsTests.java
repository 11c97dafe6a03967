// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonText;
import officina.api.record.DataRecord;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.engine.Models;
import officina.engine.TurnRequest;
import officina.engine.internal.Bench;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.run.ChatContexts;
import officina.engine.internal.start.FirstRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation and the model that answers in it begin together, or neither does. */
class TurnsTests {

    private static final RecordId GROUP = new RecordId(new UUID(7, 6));
    private static final RecordId HOME = new RecordId(new UUID(7, 7));
    private static final RecordId GONE = new RecordId(new UUID(7, 8));

    private final Bench bench = new Bench();
    private final InstantSource clock = () -> Instant.EPOCH;
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, clock);
    private final Edits edits = new Edits(writer, clock);
    private final SettingsStore settings =
            new SettingsStore(bench.store, edits, bench.disk, bench.projector, clock, HOME);
    private final Turns turns =
            new Turns(bench.store, writer, settings, new ChatContexts(bench.store, clock, Bench.person()), clock, HOME);

    @BeforeEach
    void addProject() {
        edits.edit(
                HOME,
                "Made what there is",
                changes -> {
                    FirstRecords.addProject(changes, HOME, new Project("Home", GROUP, List.of(), true));
                    return HOME;
                },
                (made, _) -> made);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_conversation_and_its_model_begin_in_one_run() {
        long before = bench.disk.lastPosition();
        RunAddress begun = turns.begin(turn(HOME), null);

        List<EventEnvelope> events = bench.disk.readAll(before + 1, 100);
        assertTrue(events.stream().allMatch(each -> each.run().equals(begun.run())), events::toString);
        assertEquals(
                List.of(RecordKind.SESSION, RecordKind.SETTING),
                events.stream()
                        .filter(each -> each.event() instanceof RunEvent.RecordChanged)
                        .map(each -> ((RunEvent.RecordChanged) each.event()).kind())
                        .toList());
        assertEquals(
                new JsonText(Models.NONE),
                settings.get(SettingsCatalog.MODEL, HOME, begun.session()).value());
        assertEquals(List.of(), bench.state(begun).undoable(), "undo would have a server asked");
    }

    @Test
    void of_a_conversation_that_cannot_begin_no_model_stays() {
        List<DataRecord> sessions = bench.store.list(RecordQuery.all(RecordKind.SESSION));
        FailureException missing = assertThrows(FailureException.class, () -> turns.begin(turn(GONE), null));
        assertEquals("record.missing", missing.failure().code());
        assertEquals(List.of(), bench.store.list(RecordQuery.all(RecordKind.SETTING)));

        long before = bench.disk.lastPosition();
        bench.disk.fill();
        assertThrows(FailureException.class, () -> turns.begin(turn(HOME), null));
        bench.disk.makeRoom();
        assertEquals(before, bench.disk.lastPosition());
        assertEquals(sessions, bench.store.list(RecordQuery.all(RecordKind.SESSION)));
    }

    @Test
    void what_holds_for_all_is_found_however_many_conversations_say_otherwise() {
        settings.set(SettingsCatalog.MODEL, SettingScope.GLOBAL, null, new JsonText("home"));
        edits.edit(
                HOME,
                "Chose many models",
                changes -> {
                    for (int i = 0; i < RecordQuery.MAX_LIMIT; i++) {
                        SessionId session = new SessionId(new UUID(8, i));
                        Setting setting = new Setting(
                                SettingScope.CONVERSATION,
                                new RecordId(session.value()),
                                SettingsCatalog.MODEL,
                                new JsonText(Models.NONE));
                        changes.create(
                                RecordKind.SETTING, Setting.idIn(session, SettingsCatalog.MODEL), setting.fields());
                    }
                    return HOME;
                },
                (made, _) -> made);

        assertEquals(
                new JsonText("home"), settings.get(SettingsCatalog.MODEL, HOME).value());
        assertEquals(
                new JsonText(Models.NONE),
                settings.get(SettingsCatalog.MODEL, HOME, new SessionId(new UUID(8, 0)))
                        .value());
        settings.set(SettingsCatalog.MODEL, SettingScope.GLOBAL, null, new JsonText("work"));
        assertEquals(
                new JsonText("work"), settings.get(SettingsCatalog.MODEL, HOME).value());
    }

    private static TurnRequest turn(RecordId project) {
        return new TurnRequest(
                null, project, ExecutionMode.DIRECT, null, Message.text(MessageRole.USER, "Hello there"), Models.NONE);
    }
}
