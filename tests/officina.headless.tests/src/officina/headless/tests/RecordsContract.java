// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.record.Priority;
import officina.api.record.SettingScope;
import officina.api.record.TodoStatus;
import officina.core.run.ActivityQuery;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.engine.Diagnostics;
import officina.engine.RunRef;
import officina.engine.Subscription;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import officina.engine.TurnRequest;
import officina.engine.Vitals;
import org.junit.jupiter.api.Test;

/** To-dos, settings, the lists and the log. */
interface RecordsContract extends EngineFixture {

    @Test
    default void a_to_do_lives_from_add_to_delete_and_comes_back_by_undo() {
        NewTodo wanted = new NewTodo(
                engine().projects().list().getFirst().id(),
                "Water the plants",
                "Größe: 3 l\n\"all\" of them",
                Priority.HIGH,
                LocalDate.of(2026, 11, 30),
                LocalTime.of(9, 30),
                List.of("Anna"));
        TodoChange added = engine().todos().add(wanted);
        RecordId id = added.todo().id();
        assertEquals(wanted.description(), added.todo().todo().description());
        assertEquals(Optional.of(added.todo()), engine().todos().find(id));

        JsonObject changes = JsonObject.EMPTY.with("title", "Water all").with("dueTime", JsonNull.NULL);
        TodoChange updated = engine().todos().update(id, changes);
        assertEquals("Water all", updated.todo().todo().title());
        assertEquals(null, updated.todo().todo().dueTime());
        assertEquals(
                TodoStatus.DONE, engine().todos().complete(id).todo().todo().status());
        assertEquals(TodoStatus.OPEN, engine().todos().reopen(id).todo().todo().status());
        assertEquals(
                List.of(id),
                engine().todos().list(new TodoQuery(null, TodoStatus.OPEN, Priority.HIGH, null, "water", 10)).stream()
                        .map(item -> item.id())
                        .toList());

        TodoChange deleted = engine().todos().delete(id);
        assertEquals(Optional.empty(), engine().todos().find(id));
        RunRef undone = engine().runs().undo(deleted.run().run());
        assertTrue(engine().runs().state(undone.run()).outcome().success());
        assertEquals("Water all", engine().todos().find(id).orElseThrow().todo().title());
    }

    @Test
    default void what_is_wrong_is_a_failure_with_its_code() {
        RecordId id = add("Water the plants").todo().id();
        assertEquals("record.invalid", codeOf(() -> engine().todos().update(id, JsonObject.EMPTY.with("due", "soon"))));
        assertEquals("run.missing", codeOf(() -> engine().runs().state(NO_RUN)));
        assertEquals("run.missing", codeOf(() -> engine().runs().await(NO_RUN)));
        assertEquals("run.missing", codeOf(() -> engine().runs().cancel(NO_RUN)));
        assertEquals("session.missing", codeOf(() -> engine().sessions().state(NO_SESSION)));
        assertEquals("session.missing", codeOf(() -> engine().sessions().rename(NO_SESSION, "x")));
        assertEquals("settings.unknown", codeOf(() -> engine().settings().get("no.such-setting", null)));
        assertEquals(
                "settings.invalid",
                codeOf(() -> engine().settings().set(MODE, SettingScope.GLOBAL, null, new JsonText("perhaps"))));
        assertEquals(
                "chat.empty",
                codeOf(() -> engine().runs()
                        .start(new TurnRequest(null, null, null, null, Message.text(MessageRole.USER, " ")))));
    }

    @Test
    default void listeners_hear_what_comes_and_nothing_after_close() throws InterruptedException {
        BlockingQueue<RecordId> changed = new LinkedBlockingQueue<>();
        BlockingQueue<String> settings = new LinkedBlockingQueue<>();
        BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
        add("Before anybody listened");
        List<Subscription> subscriptions = List.of(
                engine().todos().onChange(changed::add),
                engine().settings().onChange(settings::add),
                engine().sessions().subscribeAll(envelope -> events.add(envelope.event())));
        TodoChange added = add("Water the plants");
        engine().settings().set(MODE, SettingScope.GLOBAL, null, new JsonText("direct"));

        assertEquals(List.of(added.todo().id()), take(changed, 1));
        assertEquals(List.of(MODE), take(settings, 1));
        assertTrue(take(events, 1).getFirst() instanceof RunEvent.RunStarted);
        subscriptions.forEach(Subscription::close);
        events.clear();
        add("After everybody listened");
        assertEquals(3, engine().todos().list(TodoQuery.ALL).size());
        assertTrue(changed.isEmpty() && events.isEmpty());
    }

    @Test
    default void settings_are_listed_set_and_go_back_to_their_default() {
        assertTrue(engine().settings().definitions().stream()
                .anyMatch(each -> each.key().equals(MODE)));
        assertEquals(null, engine().settings().get(MODE, null).scope());
        engine().settings().set(MODE, SettingScope.GLOBAL, null, new JsonText("direct"));
        assertEquals(new JsonText("direct"), engine().settings().get(MODE, null).value());
        assertEquals(SettingScope.GLOBAL, engine().settings().get(MODE, null).scope());
        engine().settings().set(MODE, SettingScope.GLOBAL, null, JsonNull.NULL);
        assertEquals(new JsonText("plan"), engine().settings().get(MODE, null).value());
    }

    @Test
    default void sessions_are_listed_found_and_renamed() throws InterruptedException {
        SessionId session = say(PASSPORT, ExecutionMode.DIRECT).head().session();
        engine().sessions().rename(session, "Papers");
        assertEquals(
                "Papers", engine().sessions().find(session).orElseThrow().info().title());
        assertEquals(Optional.empty(), engine().sessions().find(NO_SESSION));
        assertEquals(
                List.of(session),
                engine().sessions().list(new SessionQuery(null, "papers", 5)).stream()
                        .map(each -> each.id())
                        .toList());
    }

    @Test
    default void activity_and_diagnostics_answer() throws InterruptedException {
        RunState done = say(PASSPORT, ExecutionMode.DIRECT);
        assertTrue(engine()
                .activity()
                .list(new ActivityQuery(
                        done.head().run(),
                        null,
                        "record",
                        null,
                        TestEngine.NOW.plusSeconds(60),
                        null,
                        Long.MAX_VALUE,
                        10))
                .stream()
                .anyMatch(entry -> entry.text().contains("Renew the passport")));
        assertTrue(engine().activity().sources().contains("agent.task"));
        assertEquals(
                "Not read back since. Check again to read it back.",
                journalCheck(engine().diagnostics().glance()).replaceFirst("^.*\\. (?=Not)", ""));
        String readBack = journalCheck(engine().diagnostics().run());
        assertTrue(readBack.contains("were read back"), readBack);
        assertEquals(readBack, journalCheck(engine().diagnostics().glance()));
        Vitals vitals = engine().diagnostics().vitals();
        assertTrue(vitals.journal().position() >= done.lastSeq());
        assertTrue(vitals.journal().fromMemory() + vitals.journal().fromFiles() > 0);
        assertTrue(vitals.journal().writes().stream().mapToLong(each -> each).sum() > 0);
        assertTrue(vitals.journal().accepts());
        assertNull(vitals.store().trouble());
        assertFalse(engine().diagnostics().status(null).model().isEmpty());
    }

    private static String journalCheck(List<Diagnostics.Check> checks) {
        return checks.stream()
                .filter(check -> check.id().equals("journal"))
                .map(check -> (check.text() + " " + check.remedy()).strip())
                .findFirst()
                .orElseThrow();
    }
}
