// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import officina.api.chat.ExecutionMode;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.base.Threads;
import officina.core.run.SessionQuery;
import officina.engine.TransferredSession;
import org.junit.jupiter.api.Test;

/** Work that takes long: how far it is, and how it is ended. */
interface LongWorkContract extends EngineFixture {

    /** How far something was said to be. */
    record Told(long done, long all) {}

    default Path file(String name) {
        return folder().resolve(name);
    }

    /** A conversation that is in that file as well. */
    default SessionId exported(String name) throws InterruptedException {
        SessionId session =
                say("Remind me to call Bob", ExecutionMode.DIRECT).head().session();
        engine().sessions().exportTo(session, file(name));
        return session;
    }

    /** Every kind of long work, each on a conversation of its own. */
    private Map<String, Consumer<Progress>> everyKind() throws InterruptedException, IOException {
        SessionId stays = exported("copied");
        SessionId goes =
                say("Remind me to call Anna", ExecutionMode.DIRECT).head().session();
        Map<String, Consumer<Progress>> kinds = new LinkedHashMap<>();
        kinds.put("export", progress -> engine().sessions().exportTo(stays, file("one"), progress));
        kinds.put("import", progress -> engine().sessions().importFrom(file("copied"), true, progress));
        kinds.put("export of all", progress -> engine().data().export(file("all.zip"), progress));
        engine().knowledge().add(Files.createDirectories(file("read")), null);
        Files.writeString(file("read/note.txt"), "Call the plumber.");
        kinds.put("reading of a folder", progress -> engine().knowledge().sync(null, progress));
        RecordId garden = engine().projects().add("Garden").id();
        kinds.put("untracking", progress -> engine().projects().untrack(garden, progress));
        kinds.put("examination", progress -> engine().diagnostics().run(progress));
        kinds.put("deletion", progress -> engine().sessions().delete(goes, progress));
        return kinds;
    }

    @Test
    default void every_kind_tells_how_far_it_is_up_to_its_end() throws Exception {
        everyKind().forEach((kind, work) -> {
            List<Told> told = new ArrayList<>();
            work.accept((done, all) -> told.add(new Told(done, all)));
            Told last = told.getLast();
            assertTrue(last.all() > 0, kind + " " + told);
            assertEquals(last.all(), last.done(), kind + " " + told);
            assertEquals(0, told.getFirst().done(), kind + " " + told);
        });
        assertTrue(Files.exists(file("one")));
        assertTrue(Files.exists(file("all.zip")));
        assertEquals(2, engine().sessions().list(SessionQuery.ALL).size());
    }

    @Test
    default void every_kind_changes_nothing_where_it_is_cancelled_at_once() throws Exception {
        everyKind()
                .forEach((kind, work) ->
                        assertEquals(Progress.CANCELLED, codeOf(() -> work.accept((_, _) -> false)), kind));
        assertFalse(Files.exists(file("one")));
        assertFalse(Files.exists(file("all.zip")));
        assertEquals(2, engine().sessions().list(SessionQuery.ALL).size());
    }

    @Test
    default void an_import_that_is_cancelled_in_its_middle_leaves_nothing() throws Exception {
        SessionId session = exported("brought");
        engine().sessions().delete(session);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Semaphore refused = new Semaphore(0);
        try (Held held = hold()) {
            Future<TransferredSession> waits = held.threads()
                    .submit(() -> engine().sessions().importFrom(file("brought"), false, (_, all) -> {
                        if (all > 0) {
                            begun.countDown();
                        }
                        boolean goesOn = cancelled.getCount() > 0;
                        refused.release(goesOn ? 0 : 1);
                        return goesOn;
                    }));
            assertTrue(begun.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the import did not begin");
            cancelled.countDown();
            untilHeard(refused);
            held.letGo();
            assertEquals(Progress.CANCELLED, codeOf(waits));
        }
        assertTrue(engine().sessions().find(session).isEmpty());
        assertEquals(2, engine().sessions().list(SessionQuery.ALL).size());
        assertEquals(
                session, engine().sessions().importFrom(file("brought"), false).session());
    }

    default String codeOf(Future<?> work) {
        return codeOf(() -> {
            try {
                work.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        });
    }

    /** An import of "held" as a copy that others wait for. */
    record Held(ExecutorService threads, CountDownLatch gate, Future<TransferredSession> made)
            implements AutoCloseable {

        /** Has it end. */
        void letGo() throws Exception {
            gate.countDown();
            made.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            gate.countDown();
            threads.close();
        }
    }

    /** Has an import in the process of the engine stand still in its middle. */
    default Held hold() throws InterruptedException {
        exported("held");
        ExecutorService threads = Threads.perTask("import");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Future<TransferredSession> made =
                threads.submit(() -> test().engine().sessions().importFrom(file("held"), true, (done, _) -> {
                    if (done > 0) {
                        inside.countDown();
                        await(gate);
                    }
                    return true;
                }));
        assertTrue(inside.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the first import did not begin");
        return new Held(threads, gate, made);
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let the import go");
            }
        } catch (InterruptedException e) {
            throw new FailureException(
                    officina.api.error.Failure.of("test", officina.api.error.ErrorKind.INTERNAL, "interrupted", null),
                    e);
        }
    }
}
