// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import officina.api.chat.ExecutionMode;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.api.record.TodoStatus;
import officina.core.run.ActivityQuery;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.engine.Diagnostics;
import officina.engine.RemovedSessions;
import officina.engine.Todos.TodoQuery;
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
        assertEquals(2, engine().sessions().clean().sessions());
        assertEquals(
                Set.of(waiting, sessions.get(2), sessions.get(3)),
                Set.copyOf(engine().sessions().list(SessionQuery.ALL).stream()
                        .map(each -> each.id())
                        .toList()));
        assertEquals(0, engine().sessions().clean().sessions());
    }
}
