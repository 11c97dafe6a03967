// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.api.chat.ExecutionMode;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.core.run.ActivityQuery;
import officina.core.run.SessionQuery;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.Subscription;
import officina.engine.Todos.TodoQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Conversations that are deleted, and cannot be taken out of the files yet. */
class RemovalOsgiTests {

    private static final String BOB = "Remind me to call Bob";

    @TempDir
    Path folder;

    @Test
    void what_lies_in_a_damaged_file_is_hidden_told_and_taken_out_after_a_repair() throws Exception {
        Path data = folder.resolve("data");
        SessionId stuck;
        try (TestEngine test = TestEngine.open(data)) {
            stuck = test.say("Remind me to renew the passport", ExecutionMode.DIRECT)
                    .head()
                    .session();
            SessionId first = test.say(BOB, ExecutionMode.DIRECT).head().session();
            // makes the first segment complete
            test.engine().sessions().delete(first);
        }
        flip(data.resolve("journal/0000000001.segment"));
        try (TestEngine test = TestEngine.open(data)) {
            Engine engine = test.engine();
            assertEquals(
                    "session.partly-removed", codeOf(() -> engine.sessions().delete(stuck)));
            assertGone(engine, stuck);
            assertTrue(deletedCheck(engine).orElseThrow().result() == Diagnostics.Result.PROBLEM);
        }
        try (TestEngine test = TestEngine.open(data)) {
            Engine engine = test.engine();
            assertGone(engine, stuck);
            assertTrue(deletedCheck(engine).isPresent());
            SessionId next = test.say(BOB, ExecutionMode.DIRECT).head().session();
            assertEquals(1, engine.sessions().delete(next).sessions());
            assertEquals(3, engine.todos().list(TodoQuery.ALL).size());
        }
        TestEngine.factory().examine(TestEngine.options(data), true, Progress.NONE);
        try (TestEngine test = TestEngine.open(data)) {
            Engine engine = test.engine();
            assertGone(engine, stuck);
            SessionId next = test.say(BOB, ExecutionMode.DIRECT).head().session();
            assertEquals(1, engine.sessions().delete(next).sessions());
            assertGone(engine, stuck);
            assertEquals(Optional.empty(), deletedCheck(engine));
        }
    }

    private static void assertGone(Engine engine, SessionId session) throws InterruptedException {
        assertEquals("session.missing", codeOf(() -> engine.sessions().state(session)));
        assertEquals(Optional.empty(), engine.sessions().find(session));
        assertTrue(engine.sessions().list(SessionQuery.ALL).stream()
                .noneMatch(each -> each.id().equals(session)));
        // who follows the session hears nothing, and who follows another one hears that it is there
        BlockingQueue<EventEnvelope> heard = new LinkedBlockingQueue<>();
        SessionId edits =
                engine.activity().list(ActivityQuery.NEWEST).getFirst().session();
        try (Subscription _ = engine.sessions().subscribe(session, 1, heard::add);
                Subscription _ = engine.sessions().subscribe(edits, 1, heard::add)) {
            EventEnvelope first = heard.poll(20, TimeUnit.SECONDS);
            assertTrue(first != null && first.session().equals(edits), "heard " + first);
        }
        assertTrue(heard.stream().noneMatch(event -> event.session().equals(session)));
    }

    private static Optional<Diagnostics.Check> deletedCheck(Engine engine) {
        return engine.diagnostics().run().stream()
                .filter(check -> check.id().equals("deleted"))
                .findFirst();
    }

    private static void flip(Path segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        // in the middle lies the first conversation; at both ends lie edits
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
    }

    private static String codeOf(Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }
}
