// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.api.record.Priority;
import officina.api.record.SettingScope;
import officina.api.record.TodoStatus;
import officina.core.run.ActivityQuery;
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.ExportedData;
import officina.engine.ImportedDatabase;
import officina.engine.RemovedSessions;
import officina.engine.RunRef;
import officina.engine.Subscription;
import officina.engine.TodoItem;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import officina.engine.TransferredSession;
import officina.engine.TurnRequest;
import officina.engine.Vitals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What an engine does, whether it is in this process or attached. */
abstract class EngineContract {

    static final String PASSPORT = "Remind me to renew the passport by 12 December, high priority";

    private static final String MODE = "conversation.execution-mode";
    private static final RunId NO_RUN = new RunId(new UUID(1, 1));
    private static final SessionId NO_SESSION = new SessionId(new UUID(1, 2));
    private static final long LIMIT_SECONDS = 20;

    /** Tasks and notes, made by SQLite. */
    private static final String OLD_DATABASE = """
            U1FMaXRlIGZvcm1hdCAzAAIAAQEAQCAgAAAABAAAAAMAAAAAAAAAAAAAAAIAAAAEAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAEAC5jAQ0AAAACAWgAAZgBaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAALgIGFxcXAT10YWJsZW5v
            dGVzbm90ZXMDQ1JFQVRFIFRBQkxFIG5vdGVzKHRleHQpZgEHFxcXAYErdGFibGV0YXNrc3Rhc2tzAkNSRUFURSBUQUJMRSB0YXNr
            cyhpZCBpbnRlZ2VyIHByaW1hcnkga2V5LHRpdGxlIHRleHQsc3RhdHVzIHRleHQsZHVlX2RhdGUgdGV4dCkNAAAAAgG+AAHZAb4A
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABkCBQAtFQBQb3N0IHRoZSBs
            ZXR0ZXJzZG9uZSUBBQAxFSFSZW5ldyB0aGUgcGFzc3BvcnRvcGVuMjAyNi0xMi0xMg0AAAABAfYAAfYAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAQIZQSBub3Rl
            """;

    @TempDir
    Path folder;

    TestEngine test;

    /** The engine to look at; the one behind it is open. */
    abstract Engine engine();

    @BeforeEach
    void open() {
        test = TestEngine.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_to_do_lives_from_add_to_delete_and_comes_back_by_undo() {
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
    void what_is_wrong_is_a_failure_with_its_code() {
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
    void a_plan_is_proposed_edited_approved_and_taken_back() throws InterruptedException {
        RunState proposed = say(PASSPORT, ExecutionMode.PLAN);
        assertEquals(RunPhase.AWAITING_APPROVAL, proposed.phase());
        assertEquals(proposed, engine().runs().state(proposed.head().run()));
        PlanState plan = Objects.requireNonNull(proposed.plan());
        PlanStep.Action step = (PlanStep.Action) plan.plan().steps().getFirst();
        engine().runs().revise(proposed.head().run(), edited(plan.plan(), step));
        assertEquals("plan.stale", codeOf(() -> approve(proposed)));

        approve(engine().runs().state(proposed.head().run()));
        RunState done = engine().runs().await(proposed.head().run());
        assertEquals(RunPhase.DONE, done.phase());
        assertEquals(LocalDate.of(2026, 12, 10), todos().getFirst());
        assertEquals(done, engine().runs().state(done.head().run()));
        engine().runs().undo(done.head().run());
        assertEquals(List.of(), todos());
    }

    @Test
    void a_refused_run_has_ended_and_cannot_be_cancelled() throws InterruptedException {
        RunState proposed = say(PASSPORT, ExecutionMode.PLAN);
        RunId run = proposed.head().run();
        engine().runs()
                .refuse(
                        run,
                        Objects.requireNonNull(
                                Objects.requireNonNull(proposed.plan()).approval()),
                        "not now");
        assertTrue(engine().runs().await(run).phase().ended());
        assertEquals("run.ended", codeOf(() -> engine().runs().cancel(run)));
        assertEquals("run.not-interrupted", codeOf(() -> engine().runs().resume(run)));

        RunState second = say(PASSPORT, ExecutionMode.PLAN);
        engine().runs().cancel(second.head().run());
        assertEquals(
                RunPhase.CANCELLED, engine().runs().state(second.head().run()).phase());
        assertEquals(
                Set.of(second.head().run()),
                Set.copyOf(engine().runs().list(new RunQuery(null, Set.of(RunPhase.CANCELLED), 10)).stream()
                        .map(each -> each.id())
                        .toList()));
    }

    @Test
    void events_lead_to_the_state_that_is_given() throws InterruptedException {
        RunState first = say(PASSPORT, ExecutionMode.DIRECT);
        SessionId session = first.head().session();
        RunState second = engine().runs().await(begin(session, "Remind me to call Bob", ExecutionMode.PLAN));
        SessionState state = engine().sessions().state(session);
        assertEquals(List.of(first, second), List.copyOf(state.runs()));

        BlockingQueue<EventEnvelope> events = new LinkedBlockingQueue<>();
        try (Subscription _ = engine().sessions().subscribe(session, 1, events::add)) {
            SessionState folded = SessionState.empty(session);
            List<EventEnvelope> all = take(events, (int) state.lastSeq());
            for (EventEnvelope envelope : all) {
                folded = folded.after(envelope);
            }
            assertEquals(state, folded);
            assertEquals(
                    engine().runs().events(first.head().run()),
                    all.stream()
                            .filter(envelope ->
                                    envelope.run().equals(first.head().run()))
                            .toList());
        }
    }

    @Test
    void listeners_hear_what_comes_and_nothing_after_close() throws InterruptedException {
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
    void settings_are_listed_set_and_go_back_to_their_default() {
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
    void sessions_are_listed_found_and_renamed() throws InterruptedException {
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
    void a_database_of_another_program_is_brought_in_whole_once_and_deleted_only_on_request() throws Exception {
        Path old = Files.write(folder.resolve("old.db"), Base64.getMimeDecoder().decode(OLD_DATABASE));
        ImportedDatabase imported = engine().data().importFrom(old);
        assertEquals(
                new ImportedDatabase(
                        "sqlite",
                        List.of(new ImportedDatabase.Table("notes", 1), new ImportedDatabase.Table("tasks", 2)),
                        2),
                imported);
        assertEquals(imported, engine().data().importFrom(old));
        assertEquals(
                List.of("Post the letters/DONE/null", "Renew the passport/OPEN/2026-12-12"),
                engine().todos().list(TodoQuery.ALL).stream()
                        .map(TodoItem::todo)
                        .map(todo -> todo.title() + "/" + todo.status() + "/" + todo.due())
                        .sorted()
                        .toList());

        assertTrue(Files.exists(old));
        byte[] content = Files.readAllBytes(old);
        content[content.length - 1] ^= 1;
        Files.write(folder.resolve("other.db"), content);
        assertEquals("import.missing", codeOf(() -> engine().data().removeImported(folder.resolve("other.db"))));
        engine().data().removeImported(old);
        assertFalse(Files.exists(old));
        assertEquals("import.unreadable", codeOf(() -> engine().data().importFrom(old)));
    }

    @Test
    void all_data_goes_into_one_file_and_the_log_says_so() throws Exception {
        test.say("Remind me to renew the passport by 12 December", ExecutionMode.DIRECT);
        Path file = folder.resolve("all.zip");
        ExportedData exported = engine().data().export(file);
        assertEquals(file, exported.file());
        assertEquals(2, exported.sessions());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(
                    2,
                    zip.stream()
                            .filter(each -> each.getName().startsWith("sessions/"))
                            .count());
            String todos = new String(
                    zip.getInputStream(zip.getEntry("records/todo.jsonl")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(todos.contains("Renew the passport"), todos);
            assertEquals(1, todos.lines().count());
        }
        assertTrue(engine().activity().list(ActivityQuery.NEWEST).stream()
                .anyMatch(entry -> entry.text().equals("Started: Exported all data, not encrypted")));
        assertEquals("transfer.exists", codeOf(() -> engine().data().export(file)));
        Path inside = engine().data().facts().folder().resolve("all.zip");
        assertEquals("data.export-inside", codeOf(() -> engine().data().export(inside)));
        assertTrue(engine().data().facts().bytes() > 1_000);
    }

    @Test
    void a_conversation_goes_into_a_file_and_comes_out_in_another_data_folder() throws InterruptedException {
        RunState done = say(PASSPORT, ExecutionMode.DIRECT);
        SessionId session = done.head().session();
        engine().runs().await(begin(session, "Remind me to call Bob", ExecutionMode.PLAN));
        engine().sessions().rename(session, "Papers");
        SessionState state = engine().sessions().state(session);
        Path file = folder.resolve("papers.officina-session");
        TransferredSession exported = engine().sessions().exportTo(session, file);
        assertEquals(new TransferredSession(session, "Papers", state.lastSeq()), exported);
        assertEquals("transfer.exists", codeOf(() -> engine().sessions().exportTo(session, file)));
        assertEquals("session.missing", codeOf(() -> engine().sessions().exportTo(NO_SESSION, folder.resolve("x"))));
        assertEquals("session.exists", codeOf(() -> engine().sessions().importFrom(file, false)));

        try (TestEngine other = TestEngine.open(folder.resolve("other"))) {
            assertEquals(exported, other.engine().sessions().importFrom(file, false));
            assertEquals(state, other.engine().sessions().state(session));
            assertEquals(
                    engine().runs().events(done.head().run()).stream()
                            .map(EngineContract::withoutPlace)
                            .toList(),
                    other.engine().runs().events(done.head().run()).stream()
                            .map(EngineContract::withoutPlace)
                            .toList());
            SessionSummary found = other.engine().sessions().find(session).orElseThrow();
            assertEquals("Papers", found.info().title());
            assertEquals(
                    other.engine().projects().list().getFirst().id(),
                    found.info().project());
            // what it tells to have been done was done elsewhere
            assertEquals(List.of(), other.engine().todos().list(TodoQuery.ALL));
            assertEquals(
                    "session.exists", codeOf(() -> other.engine().sessions().importFrom(file, false)));
        }
    }

    private static EventEnvelope withoutPlace(EventEnvelope envelope) {
        return new EventEnvelope(
                envelope.schema(),
                envelope.session(),
                envelope.run(),
                envelope.seq(),
                1,
                envelope.at(),
                envelope.origin(),
                envelope.event());
    }

    @Test
    void a_copy_stands_beside_the_conversation_and_changes_nothing_of_it() throws InterruptedException {
        RunState waits = say(PASSPORT, ExecutionMode.PLAN);
        SessionId session = waits.head().session();
        Path file = folder.resolve("one");
        engine().sessions().exportTo(session, file);
        SessionState before = engine().sessions().state(session);
        SessionId first = engine().sessions().importFrom(file, true).session();
        SessionId second = engine().sessions().importFrom(file, true).session();

        assertEquals(3, Set.of(session, first, second).size());
        assertEquals(before, engine().sessions().state(session));
        assertEquals(3, engine().sessions().list(SessionQuery.ALL).size());
        // both can be worked with, each by itself
        approve(engine().sessions().state(first).runs().getFirst());
        RunState copied = engine().sessions().state(first).runs().getFirst();
        assertEquals(RunPhase.DONE, engine().runs().await(copied.head().run()).phase());
        assertEquals(1, todos().size());
        assertEquals(
                RunPhase.AWAITING_APPROVAL,
                engine().runs().state(waits.head().run()).phase());
    }

    @Test
    void a_file_that_tells_of_a_run_of_another_conversation_is_refused() throws Exception {
        RunState waits = say(PASSPORT, ExecutionMode.PLAN);
        SessionId session = waits.head().session();
        Path file = folder.resolve("one");
        engine().sessions().exportTo(session, file);
        // a conversation of another name, with the same run in it, and a hash that is right
        String forged = Files.readString(file).replace(session.toString(), NO_SESSION.toString());
        String lines = forged.substring(0, forged.lastIndexOf("\n", forged.length() - 2) + 1);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, lines + "{\"sha256\":\"" + HexFormat.of().formatHex(hash) + "\"}\n");
        assertEquals("transfer.run-exists", codeOf(() -> engine().sessions().importFrom(file, false)));

        assertEquals(
                RunPhase.AWAITING_APPROVAL,
                engine().runs().state(waits.head().run()).phase());
        assertEquals(1, engine().sessions().list(SessionQuery.ALL).size());
        engine().sessions().importFrom(file, true);
        assertEquals(2, engine().sessions().list(SessionQuery.ALL).size());
    }

    @Test
    void a_file_that_is_not_whole_is_refused_and_changes_nothing() throws Exception {
        SessionId session = say(PASSPORT, ExecutionMode.DIRECT).head().session();
        Path file = folder.resolve("one");
        engine().sessions().exportTo(session, file);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() * 2 / 3));
        long position =
                engine().activity().list(ActivityQuery.NEWEST).getFirst().position();
        assertEquals("transfer.damaged", codeOf(() -> engine().sessions().importFrom(file, true)));
        assertEquals("transfer.unreadable", codeOf(() -> engine().sessions().importFrom(folder.resolve("no"), true)));
        assertEquals(1, engine().sessions().list(SessionQuery.ALL).size());
        assertEquals(
                position,
                engine().activity().list(ActivityQuery.NEWEST).getFirst().position());
    }

    @Test
    void a_deleted_conversation_is_gone_and_what_it_did_stays() throws InterruptedException {
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
    void a_deleted_conversation_can_be_imported_again() throws InterruptedException {
        SessionId session = say(PASSPORT, ExecutionMode.DIRECT).head().session();
        SessionState before = engine().sessions().state(session);
        Path file = folder.resolve("one");
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
    void only_as_many_conversations_are_kept_as_is_set_but_none_that_waits() throws InterruptedException {
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
        assertEquals(2, engine().sessions().clean().sessions());
        assertEquals(
                Set.of(waiting, sessions.get(2), sessions.get(3)),
                Set.copyOf(engine().sessions().list(SessionQuery.ALL).stream()
                        .map(each -> each.id())
                        .toList()));
        assertEquals(0, engine().sessions().clean().sessions());
    }

    /** Another engine, whose store is made anew from the journal. */
    private void reopenWithoutStore() {
        test.close();
        Path store = folder.resolve("data/store");
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reopen();
    }

    /** Another engine on the same folder. */
    void reopen() {
        // closing again does nothing
        test.close();
        test = TestEngine.open(folder.resolve("data"));
    }

    @Test
    void activity_and_diagnostics_answer() throws InterruptedException {
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
        assertFalse(engine().diagnostics().status().model().isEmpty());
    }

    private static String journalCheck(List<Diagnostics.Check> checks) {
        return checks.stream()
                .filter(check -> check.id().equals("journal"))
                .map(check -> (check.text() + " " + check.remedy()).strip())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void two_who_decide_at_once_do_not_both_win() throws Exception {
        RunState proposed = say(PASSPORT, ExecutionMode.PLAN);
        List<CompletableFuture<Boolean>> decisions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            decisions.add(CompletableFuture.supplyAsync(() -> {
                try {
                    approve(proposed);
                    return true;
                } catch (FailureException e) {
                    assertEquals("run.not-waiting", e.failure().code());
                    return false;
                }
            }));
        }
        int won = 0;
        for (CompletableFuture<Boolean> decision : decisions) {
            won += decision.get(LIMIT_SECONDS, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertEquals(1, won);
        assertEquals(RunPhase.DONE, engine().runs().await(proposed.head().run()).phase());
        assertEquals(1, todos().size());
    }

    TodoChange add(String title) {
        return engine().todos().add(new NewTodo(null, title, "", Priority.LOW, null, null, List.of()));
    }

    RunState say(String text, ExecutionMode mode) throws InterruptedException {
        return engine().runs().await(begin(null, text, mode));
    }

    private RunId begin(@org.jspecify.annotations.Nullable SessionId session, String text, ExecutionMode mode) {
        return engine().runs()
                .start(new TurnRequest(session, null, mode, null, Message.text(MessageRole.USER, text)))
                .run();
    }

    private void approve(RunState run) {
        PlanState plan = Objects.requireNonNull(run.plan());
        List<StepId> steps = plan.plan().steps().stream().map(PlanStep::id).toList();
        engine().runs()
                .approve(
                        run.head().run(),
                        Objects.requireNonNull(plan.approval()),
                        plan.plan().revision(),
                        steps);
    }

    private static ExecutionPlan edited(ExecutionPlan plan, PlanStep.Action step) {
        JsonObject params =
                step.params().with("fields", step.params().object("fields").with("due", "2026-12-10"));
        return new ExecutionPlan(
                plan.id(),
                plan.revision() + 1,
                plan.title(),
                plan.author(),
                List.of(new PlanStep.Action(step.id(), step.title(), step.action(), params)));
    }

    private List<LocalDate> todos() {
        return engine().todos().list(TodoQuery.ALL).stream()
                .map(item -> Objects.requireNonNull(item.todo().due()))
                .toList();
    }

    static String codeOf(Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }

    static <T> List<T> take(BlockingQueue<T> queue, int count) throws InterruptedException {
        List<T> taken = new ArrayList<>();
        while (taken.size() < count) {
            T next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("only " + taken.size() + " of " + count + " came");
            }
            taken.add(next);
        }
        return taken;
    }
}
