// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import officina.api.chat.ExecutionMode;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.base.SecretText;
import officina.core.run.ActivityQuery;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.engine.Engine;
import officina.engine.Subscription;
import officina.engine.Todos.TodoQuery;
import officina.engine.TransferredSession;
import officina.engine.remote.RemoteEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same contract, kept over the socket; and what only an attached engine can do. */
class AttachedEngineOsgiTests extends EngineContract {

    private RemoteEngine remote;

    @Override
    public Engine engine() {
        return remote;
    }

    @BeforeEach
    void attach() {
        remote = RemoteEngine.attach(folder.resolve("data"), "test");
    }

    @AfterEach
    void detach() {
        remote.close();
    }

    /** The second time says that the first has been sent, and what is sent comes in order. */
    @Override
    public void untilHeard(Semaphore refused) throws InterruptedException {
        assertTrue(refused.tryAcquire(2, LIMIT_SECONDS, TimeUnit.SECONDS), "nobody asked whether to go on");
        remote.projects().list();
    }

    @Override
    public void reopenAt(Instant now) {
        super.reopenAt(now);
        untilAttached();
    }

    @Test
    void a_key_does_not_travel() {
        try (SecretText key = new SecretText("sk-key".toCharArray())) {
            assertEquals("keys.local-only", codeOf(() -> engine().models().setKey("kit", key)));
        }
    }

    @Test
    void both_ways_give_equal_answers() throws InterruptedException {
        RunState waits = say(PASSPORT, ExecutionMode.PLAN);
        RunState done = say("Remind me to call Anna tomorrow at 9", ExecutionMode.DIRECT);
        add("Water the plants");
        List<Function<Engine, Object>> questions = List.of(
                engine -> engine.projects().list(),
                engine -> engine.sessions().list(SessionQuery.ALL),
                engine -> engine.sessions().state(done.head().session()),
                engine -> engine.runs().list(RunQuery.ALL),
                engine -> engine.runs().state(waits.head().run()),
                engine -> engine.runs().state(done.head().run()),
                engine -> engine.runs().events(done.head().run()),
                engine -> engine.todos().list(TodoQuery.ALL),
                engine -> engine.settings().definitions(),
                engine -> engine.activity().list(ActivityQuery.NEWEST),
                engine -> engine.activity().sources(),
                engine -> engine.diagnostics().status(null),
                engine -> engine.diagnostics().status(done.head().session()),
                engine -> engine.keys().state());
        for (Function<Engine, Object> question : questions) {
            assertEquals(question.apply(test.engine()), question.apply(remote));
        }
    }

    @Test
    void a_passphrase_does_not_travel() {
        Path file = folder.resolve("all.zip.age");
        try (SecretText passphrase = new SecretText("correct horse".toCharArray())) {
            assertEquals(
                    "data.local-only", codeOf(() -> engine().data().exportSealed(file, passphrase, Progress.NONE)));
        }
        assertFalse(Files.exists(file));
        assertFalse(engine().data().export(folder.resolve("all.zip")).encrypted());
    }

    @Test
    void an_import_whose_client_is_lost_in_its_middle_leaves_nothing() throws Exception {
        SessionId session = exported("brought");
        remote.sessions().delete(session);
        CountDownLatch begun = new CountDownLatch(1);
        try (Held held = hold()) {
            Future<TransferredSession> lost = held.threads()
                    .submit(() -> remote.sessions().importFrom(file("brought"), false, (_, all) -> {
                        if (all > 0) {
                            begun.countDown();
                        }
                        return true;
                    }));
            assertTrue(begun.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the import did not begin");
            remote.close();
            assertEquals("engine.connection-lost", codeOf(lost));
            untilForgotten();
            held.letGo();
        }
        assertTrue(test.engine().sessions().find(session).isEmpty());
        assertEquals(
                session,
                test.engine().sessions().importFrom(file("brought"), false).session());
    }

    private void untilForgotten() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!test.engine().diagnostics().vitals().traffic().clients().isEmpty()) {
            assertTrue(System.nanoTime() < end, "the engine has not noticed that its client is gone");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void it_goes_on_with_the_next_engine_of_the_folder() throws InterruptedException {
        BlockingQueue<RecordId> changed = new LinkedBlockingQueue<>();
        List<RecordId> added = new ArrayList<>();
        try (Subscription _ = remote.todos().onChange(changed::add)) {
            for (int i = 0; i < 3; i++) {
                added.add(add("Water plant " + i).todo().id());
                test.close();
                test = TestEngine.open(folder.resolve("data"));
                added.add(test.engine().todos().complete(added.getLast()).todo().id());
                // the link notices the end of the first engine before it finds the second
                untilAttached();
            }
            assertEquals(added, take(changed, added.size()));
        }
    }

    private void untilAttached() {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                remote.projects().list();
                return;
            } catch (officina.api.error.FailureException e) {
                assertEquals("engine.connection-lost", e.failure().code());
            }
        }
        remote.projects().list();
    }
}
