// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.Priority;
import officina.api.record.SettingScope;
import officina.api.record.TodoStatus;
import officina.base.Progress;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.engine.Diagnostics;
import officina.engine.ProjectItem;
import officina.engine.RemovedSessions;
import officina.engine.SettingsService.SettingValue;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import officina.engine.TurnRequest;
import officina.engine.UntrackedProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conversations that are deleted, on demand and by what is set. */
interface RemovalContract extends EngineFixture {

    @Test
    default void a_deleted_conversation_is_gone_and_what_it_did_stays() throws InterruptedException {
        RunState done = say(PASSPORT, ExecutionMode.DIRECT);
        RunState other = say("Remind me to call Bob", ExecutionMode.DIRECT);
        SessionId session = done.head().session();
        assertEquals("session.missing", codeOf(() -> engine().sessions().delete(NO_SESSION)));
        RemovedSessions removed = engine().sessions().delete(session);
        assertEquals(1, removed.sessions());
        assertTrue(removed.events() > 3, removed.toString());

        for (int opening = 0; opening < 3; opening++) {
            assertEquals(Optional.empty(), engine().sessions().find(session));
            assertEquals("session.missing", codeOf(() -> engine().sessions().state(session)));
            assertEquals(
                    "run.missing",
                    codeOf(() -> engine().runs().state(done.head().run())));
            assertEquals("session.missing", codeOf(() -> engine().sessions().delete(session)));
            assertTrue(engine().activity().list(ActivityQuery.NEWEST).stream()
                    .noneMatch(entry -> entry.session().equals(session)));
            assertEquals(2, engine().todos().list(TodoQuery.ALL).size());
            assertEquals(other, engine().runs().state(other.head().run()));
            assertTrue(engine().diagnostics().run().stream()
                    .noneMatch(check -> check.result() == Diagnostics.Result.PROBLEM
                            && Set.of("journal", "store").contains(check.id())));
            if (opening == 0) {
                reopen();
            } else {
                reopenWithoutStore();
            }
        }
    }

    @Test
    default void a_deleted_conversation_can_be_imported_again() throws InterruptedException {
        SessionId session = say(PASSPORT, ExecutionMode.DIRECT).head().session();
        SessionState before = engine().sessions().state(session);
        Path file = folder().resolve("one");
        engine().sessions().exportTo(session, file);
        engine().sessions().delete(session);
        RecordId todo = engine().todos().list(TodoQuery.ALL).getFirst().id();
        engine().todos().complete(todo);
        engine().sessions().importFrom(file, false);
        reopen();

        assertEquals(before, engine().sessions().state(session));
        assertEquals(
                TodoStatus.DONE,
                engine().todos().find(todo).orElseThrow().todo().status());
        engine().sessions().delete(session);
        assertEquals(List.of(), engine().sessions().list(SessionQuery.ALL));
        assertEquals(1, engine().todos().list(TodoQuery.ALL).size());
    }

    @Test
    default void only_as_many_conversations_are_kept_as_is_set_but_none_that_waits() throws InterruptedException {
        SessionId waiting = say(PASSPORT, ExecutionMode.PLAN).head().session();
        List<SessionId> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sessions.add(
                    say("Remind me to call Bob", ExecutionMode.DIRECT).head().session());
        }
        assertEquals(0, engine().sessions().clean().sessions());
        engine().settings().set("retention.sessions", SettingScope.GLOBAL, null, JsonValue.of(2));
        assertEquals(
                "settings.invalid",
                codeOf(() -> engine().settings().set("retention.days", SettingScope.GLOBAL, null, JsonValue.of(-1))));
        assertEquals(Progress.CANCELLED, codeOf(() -> engine().sessions().clean((_, _) -> false)));
        assertEquals(5, engine().sessions().list(SessionQuery.ALL).size());
        assertEquals(2, engine().sessions().clean().sessions());
        assertEquals(
                Set.of(waiting, sessions.get(2), sessions.get(3)),
                Set.copyOf(engine().sessions().list(SessionQuery.ALL).stream()
                        .map(each -> each.id())
                        .toList()));
        assertEquals(0, engine().sessions().clean().sessions());
    }

    @Test
    default void a_project_keeps_its_conversations_as_is_set_for_it_and_else_as_for_all() throws InterruptedException {
        RecordId home = engine().projects().list().getFirst().id();
        RecordId garden = engine().projects().add("Garden").id();
        RecordId office = engine().projects().add("Office").id();
        List<SessionId> inGarden = talks(garden);
        List<SessionId> inOffice = talks(office);
        List<SessionId> elsewhere = talks(home);
        keep("retention.sessions", null, 2);
        keep("retention.sessions", garden, 1);
        keep("retention.sessions", office, 0);
        assertEquals(
                List.of("2 GLOBAL", "1 PROJECT", "0 PROJECT"),
                Stream.of(home, garden, office).map(this::kept).toList());
        assertEquals(
                "settings.scope",
                codeOf(() -> engine().settings()
                        .set("appearance.theme", SettingScope.PROJECT, garden, new JsonText("dark"))));

        assertEquals(3, engine().sessions().clean().sessions());
        assertEquals(with(inGarden.subList(2, 3), inOffice, elsewhere.subList(1, 3)), sessions());

        keep("retention.days", null, 30);
        keep("retention.days", garden, 10);
        keep("retention.days", office, 0);
        reopenAt(TestEngine.NOW.plus(Duration.ofDays(20)));
        assertEquals(1, engine().sessions().clean().sessions());
        assertEquals(with(inOffice, elsewhere.subList(1, 3)), sessions());
        engine().settings().set("retention.sessions", SettingScope.PROJECT, office, JsonNull.NULL);
        assertEquals("2 GLOBAL", kept(office));
        reopenAt(TestEngine.NOW.plus(Duration.ofDays(40)));
        assertEquals(3, engine().sessions().clean().sessions());
        assertEquals(with(inOffice.subList(1, 3)), sessions());
    }

    /** Three conversations of that project, the oldest first. */
    private List<SessionId> talks(RecordId project) throws InterruptedException {
        List<SessionId> talks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            talks.add(engine().runs()
                    .await(engine().runs()
                            .start(new TurnRequest(
                                    null,
                                    project,
                                    ExecutionMode.DIRECT,
                                    null,
                                    Message.text(MessageRole.USER, "Remind me to call Bob")))
                            .run())
                    .head()
                    .session());
        }
        return talks;
    }

    private void keep(String key, @Nullable RecordId project, int count) {
        SettingScope scope = project == null ? SettingScope.GLOBAL : SettingScope.PROJECT;
        engine().settings().set(key, scope, project, JsonValue.of(count));
    }

    private String kept(RecordId project) {
        SettingValue value = engine().settings().get("retention.sessions", project);
        return ((JsonNumber) value.value()).longValue() + " " + value.scope();
    }

    private Set<SessionId> sessions() {
        return engine().sessions().list(SessionQuery.ALL).stream()
                .map(SessionSummary::id)
                .collect(Collectors.toSet());
    }

    @SafeVarargs
    private static Set<SessionId> with(List<SessionId>... all) {
        return Stream.of(all).flatMap(List::stream).collect(Collectors.toSet());
    }

    @Test
    default void an_untracked_project_is_gone_with_all_that_was_kept_for_it() throws Exception {
        ProjectItem garden = engine().projects().add(" Garden ");
        ProjectItem home = engine().projects().list().getLast();
        assertEquals("Garden", garden.project().name());
        assertEquals("project.exists", codeOf(() -> engine().projects().add("garden")));
        assertEquals("project.invalid-name", codeOf(() -> engine().projects().add(" ")));
        assertEquals("project.standard", codeOf(() -> engine().projects().untrack(home.id())));
        assertEquals("project.missing", codeOf(() -> engine().projects().untrack(new RecordId(NO_RUN.value()))));

        RunState inGarden = engine().runs()
                .await(engine().runs()
                        .start(new TurnRequest(
                                null,
                                garden.id(),
                                ExecutionMode.DIRECT,
                                null,
                                Message.text(MessageRole.USER, "Remind me to plant marigolds")))
                        .run());
        TodoChange water = engine().todos()
                .add(new NewTodo(
                        garden.id(), "Water the marigolds", "", Priority.LOW, null, null, List.of("Marigold Fan")));
        engine().todos().complete(water.todo().id());
        engine().settings().set(MODE, SettingScope.PROJECT, garden.id(), new JsonText("direct"));
        RunState other = say("Remind me to call Bob", ExecutionMode.DIRECT);
        assertTrue(exported("before.zip").contains("arigold"));

        UntrackedProject done = engine().projects().untrack(garden.id());
        assertEquals("Garden", done.name());
        assertEquals(1, done.conversations());
        assertEquals(3, done.records());
        assertTrue(done.events() > 6, done.toString());
        for (int opening = 0; opening < 3; opening++) {
            assertEquals(List.of(home), engine().projects().list());
            assertEquals("project.missing", codeOf(() -> engine().projects().untrack(garden.id())));
            assertEquals(
                    List.of(other.head().session()),
                    engine().sessions().list(SessionQuery.ALL).stream()
                            .map(SessionSummary::id)
                            .toList());
            assertEquals(
                    "run.missing",
                    codeOf(() -> engine().runs().state(inGarden.head().run())));
            assertEquals(1, engine().todos().list(TodoQuery.ALL).size());
            assertEquals(null, engine().settings().get(MODE, garden.id()).scope());
            List<ActivityEntry> log = engine().activity().list(ActivityQuery.NEWEST);
            assertTrue(log.stream().anyMatch(entry -> entry.text().contains("Untracked a project")), log.toString());
            assertTrue(log.stream().noneMatch(entry -> entry.text().contains("arigold")), log.toString());
            assertEquals(other, engine().runs().state(other.head().run()));
            if (opening == 0) {
                assertFalse(exported("after.zip").contains("arigold"));
                reopen();
            } else {
                reopenWithoutStore();
            }
        }
        assertEquals("Garden", engine().projects().add("Garden").project().name());
    }

    /** Everything there is, as text. */
    private String exported(String name) throws IOException {
        Path file = folder().resolve(name);
        engine().data().export(file);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
