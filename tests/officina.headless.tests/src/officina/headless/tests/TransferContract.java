// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import officina.api.chat.ExecutionMode;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.core.run.ActivityQuery;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.engine.Todos.TodoQuery;
import officina.engine.TransferredSession;
import org.junit.jupiter.api.Test;

/** Conversations into files and out of them. */
interface TransferContract extends EngineFixture {

    @Test
    default void a_conversation_goes_into_a_file_and_comes_out_in_another_data_folder() throws InterruptedException {
        RunState done = say(PASSPORT, ExecutionMode.DIRECT);
        SessionId session = done.head().session();
        engine().runs().await(begin(session, "Remind me to call Bob", ExecutionMode.PLAN));
        engine().sessions().rename(session, "Papers");
        SessionState state = engine().sessions().state(session);
        Path file = folder().resolve("papers.officina-session");
        TransferredSession exported = engine().sessions().exportTo(session, file);
        assertEquals(new TransferredSession(session, "Papers", state.lastSeq()), exported);
        assertEquals("transfer.exists", codeOf(() -> engine().sessions().exportTo(session, file)));
        assertEquals("session.missing", codeOf(() -> engine().sessions().exportTo(NO_SESSION, folder().resolve("x"))));
        assertEquals("session.exists", codeOf(() -> engine().sessions().importFrom(file, false)));

        try (TestEngine other = TestEngine.open(folder().resolve("other"), TestEngine.PASSPHRASE, TestEngine.NOW)) {
            assertEquals(exported, other.engine().sessions().importFrom(file, false));
            assertEquals(state, other.engine().sessions().state(session));
            assertEquals(
                    engine().runs().events(done.head().run()).stream()
                            .map(TransferContract::withoutPlace)
                            .toList(),
                    other.engine().runs().events(done.head().run()).stream()
                            .map(TransferContract::withoutPlace)
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
    default void a_copy_stands_beside_the_conversation_and_changes_nothing_of_it() throws InterruptedException {
        RunState waits = say(PASSPORT, ExecutionMode.PLAN);
        SessionId session = waits.head().session();
        Path file = folder().resolve("one");
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
    default void a_file_that_tells_of_a_run_of_another_conversation_is_refused() throws Exception {
        RunState waits = say(PASSPORT, ExecutionMode.PLAN);
        SessionId session = waits.head().session();
        Path file = folder().resolve("one");
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
    default void a_file_that_is_not_whole_is_refused_and_changes_nothing() throws Exception {
        SessionId session = say(PASSPORT, ExecutionMode.DIRECT).head().session();
        Path file = folder().resolve("one");
        engine().sessions().exportTo(session, file);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() * 2 / 3));
        long position =
                engine().activity().list(ActivityQuery.NEWEST).getFirst().position();
        assertEquals("transfer.damaged", codeOf(() -> engine().sessions().importFrom(file, true)));
        assertEquals("transfer.unreadable", codeOf(() -> engine().sessions().importFrom(folder().resolve("no"), true)));
        assertEquals(1, engine().sessions().list(SessionQuery.ALL).size());
        assertEquals(
                position,
                engine().activity().list(ActivityQuery.NEWEST).getFirst().position());
    }
}
