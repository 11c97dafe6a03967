// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.FailureException;
import officina.base.Progress;
import officina.base.Threads;
import officina.engine.TransferredSession;
import officina.engine.remote.RemoteEngine;
import officina.engine.wire.Wire;
import officina.protocol.rpc.RpcMessage;
import org.junit.jupiter.api.Test;

/** Work that takes long, asked for over a socket: how far it is, and how it ends before its end. */
class LongWorkTests extends AttachFixture {

    private static final Path FILE = Path.of("/nowhere");

    private record Told(long done, long all) {}

    @Test
    void tells_how_far_it_is_on_the_thread_that_asked_for_it_and_the_last_always() {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            List<Told> told = new ArrayList<>();
            Thread caller = Thread.currentThread();
            TransferredSession done = remote.sessions().exportTo(SESSION, FILE, (each, all) -> {
                assertEquals(caller, Thread.currentThread());
                told.add(new Told(each, all));
                return true;
            });
            assertEquals(new TransferredSession(SESSION, "Papers", 1_000), done);
            assertEquals(new Told(0, 0), told.getFirst());
            assertEquals(new Told(1_000, 1_000), told.getLast());
            List<Long> counts = told.stream().map(Told::done).toList();
            assertEquals(counts.stream().sorted().toList(), counts);
        }
    }

    @Test
    void is_not_begun_where_it_is_ended_at_once() {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals(Progress.CANCELLED, codeOf(() -> remote.sessions().exportTo(SESSION, FILE, (_, _) -> false)));
            assertEquals(0, server.traffic().clients().getFirst().requests());
        }
    }

    @Test
    void ends_in_its_middle_and_says_so_and_others_go_on() {
        engine.pieces = SampleEngine.ENDLESS;
        engine.projects = SampleEngine.projects(3, "p");
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            AtomicInteger asked = new AtomicInteger();
            FailureException ended = assertThrows(
                    FailureException.class,
                    () -> remote.sessions().exportTo(SESSION, FILE, (done, _) -> {
                        asked.incrementAndGet();
                        assertEquals(3, remote.projects().list().size());
                        return done == 0;
                    }));
            assertEquals(SampleEngine.ENDED, ended.failure());
            assertTrue(asked.get() > 1, "asked " + asked);
            assertEquals(0, engine.atWork.get());
            assertEquals(3, remote.projects().list().size());
        }
    }

    @Test
    void ends_when_nobody_is_there_any_more() throws Exception {
        engine.pieces = SampleEngine.ENDLESS;
        try (RawClient client = RawClient.attached(socket())) {
            client.send(export(1) + export(2));
            until("both are at work", () -> engine.atWork.get() == 2);
        }
        until("both have ended", () -> engine.atWork.get() == 0);
        until("the client is forgotten", () -> server.traffic().clients().isEmpty());

        CompletableFuture<TransferredSession> waits = new CompletableFuture<>();
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            Threads.start("waits", () -> {
                try {
                    waits.complete(remote.sessions().exportTo(SESSION, FILE));
                } catch (FailureException e) {
                    waits.completeExceptionally(e);
                }
            });
            until("it is at work", () -> engine.atWork.get() == 1);
        }
        assertEquals("engine.connection-lost", failureOf(waits));
        until("it has ended", () -> engine.atWork.get() == 0);
    }

    @Test
    void ends_when_the_engine_closes() throws Exception {
        engine.pieces = SampleEngine.ENDLESS;
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CompletableFuture<TransferredSession> waits = new CompletableFuture<>();
            Threads.start("waits", () -> {
                try {
                    waits.complete(remote.sessions().exportTo(SESSION, FILE));
                } catch (FailureException e) {
                    waits.completeExceptionally(e);
                }
            });
            until("it is at work", () -> engine.atWork.get() == 1);
            server.close();
            assertEquals("engine.closed", failureOf(waits));
            assertEquals(0, engine.atWork.get());
        }
    }

    @Test
    void there_is_a_limit_and_cancelling_is_read_all_the_same() throws Exception {
        engine.pieces = SampleEngine.ENDLESS;
        try (RawClient client = RawClient.attached(socket())) {
            for (int i = 1; i <= Wire.MAX_LONG; i++) {
                client.send(export(i));
            }
            until("as many are at work as may be", () -> engine.atWork.get() == Wire.MAX_LONG);
            client.send(export(77));
            assertEquals("engine.too-much-long-work", refusal(client));
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"" + Wire.CANCEL + "\",\"params\":{\"id\":3}}\n");
            assertEquals(Progress.CANCELLED, refusal(client));
            until("one less is at work", () -> engine.atWork.get() == Wire.MAX_LONG - 1);
            engine.projects = SampleEngine.projects(1, "p");
            client.send(request(99, "projects.list", "{}"));
            assertTrue(answer(client) instanceof RpcMessage.Result);
        }
        until("all have ended", () -> engine.atWork.get() == 0);
    }

    private static String export(int id) {
        return request(id, "sessions.exportTo", "{\"session\":\"" + SESSION + "\",\"file\":\"" + FILE + "\"}");
    }

    private static String refusal(RawClient client) throws Exception {
        return ((RpcMessage.Refusal) answer(client)).error().failure().code();
    }

    /** What comes next but for how far something is. */
    private static RpcMessage answer(RawClient client) throws Exception {
        RpcMessage next = Objects.requireNonNull(client.next(), "an answer was expected");
        while (next instanceof RpcMessage.Notification told) {
            assertEquals(Wire.PROGRESS, told.method());
            next = Objects.requireNonNull(client.next(), "an answer was expected");
        }
        return next;
    }

    private static String failureOf(CompletableFuture<?> waits) throws Exception {
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> waits.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        return ((FailureException) Objects.requireNonNull(failed.getCause()))
                .failure()
                .code();
    }
}
