// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import officina.engine.Subscription;
import officina.engine.Traffic;
import officina.engine.remote.RemoteEngine;
import officina.engine.wire.Wire;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/** Clients that vanish, never read, ask too much, or come all at once. */
class ManyClientsTests extends AttachFixture {

    @Test
    void who_is_attached_and_how_they_fare_is_known() throws Exception {
        engine.journal.append(SampleEvents.drafts(SESSION, 200));
        try (RemoteEngine remote = RemoteEngine.attach(data, "7.7");
                RawClient slow = RawClient.attached(socket())) {
            remote.projects().list();
            remote.projects().list();
            slow.send(request(1, "sessions.subscribe", "{\"subscription\":1,\"session\":\"" + SESSION.value() + "\"}"));
            until(
                    "the slow one is waited for",
                    () -> server.traffic().clients().getLast().sent().held() == 1);

            Traffic traffic = server.traffic();
            Traffic.Client quick = traffic.clients().getFirst();
            assertEquals(2, traffic.accepted());
            assertEquals(
                    List.of(1L, 2L),
                    traffic.clients().stream().map(Traffic.Client::number).toList());
            assertEquals("7.7", quick.program());
            assertEquals(2, quick.requests());
            assertEquals(2, traffic.answers().stream().mapToLong(each -> each).sum());
            assertEquals(Wire.WINDOW, traffic.clients().getLast().sent().events());
            assertEquals(1, traffic.clients().getLast().subscriptions());
        }
        until("both are gone", () -> server.traffic().clients().isEmpty());
        assertEquals(2, server.traffic().accepted());
    }

    @Test
    void a_client_that_vanishes_leaves_nothing_behind() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (RawClient client = RawClient.attached(socket())) {
                client.send(request(1, "runs.await", "{\"run\":\"" + RUN + "\"}")
                        + request(2, "sessions.subscribe", "{\"subscription\":1,\"session\":\"" + SESSION + "\"}")
                        + "{\"jsonrpc\":\"2.0\",\"id\":3,\"meth");
                until("the engine waits", () -> engine.waiting.get() == 1);
            }
            until("the engine waits no more", () -> engine.waiting.get() == 0);
        }
        engine.journal.append(SampleEvents.drafts(SESSION, 1_000));
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals(List.of(), remote.projects().list());
        }
    }

    @Test
    void a_client_that_never_reads_fills_its_own_limits_and_no_others() throws Exception {
        engine.projects = SampleEngine.projects(20, "x".repeat(100_000));
        try (RawClient greedy = RawClient.attached(socket())) {
            greedy.send(request(
                    -1, "sessions.subscribe", "{\"subscription\":1,\"session\":\"" + SESSION + "\",\"fromSeq\":1}"));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        greedy.send(request(i + 1, "projects.list", "{}"));
                    }
                } catch (IOException e) {
                    // the end of the test closes the connection
                }
            });
            engine.journal.append(SampleEvents.drafts(SESSION, 1_000));
            BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
            try (RemoteEngine remote = RemoteEngine.attach(data, "1");
                    Subscription _ = remote.sessions().subscribe(SESSION, 1, event -> seen.add(event.seq()))) {
                for (int i = 0; i < 50; i++) {
                    assertEquals(20, remote.projects().list().size());
                }
                assertEquals(LongStream.rangeClosed(1, 1_000).boxed().toList(), take(seen, 1_000));
            }
            server.close();
            sending.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void requests_beyond_the_limit_wait_in_the_socket() throws Exception {
        engine.gated = true;
        try (RawClient client = RawClient.attached(socket())) {
            for (int i = 1; i <= 100; i++) {
                client.send(request(i, "projects.list", "{}"));
            }
            until("as many are at work as may be", () -> engine.atWork.get() == 32);
            engine.gate.countDown();
            for (int i = 1; i <= 100; i++) {
                client.result();
                assertTrue(engine.atWork.get() <= 32);
            }
        }
    }

    @Test
    void fifty_clients_at_once_are_served() throws Exception {
        engine.projects = SampleEngine.projects(10, "p");
        engine.journal.append(SampleEvents.drafts(SESSION, 200));
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int client = 0; client < 50; client++) {
            CompletableFuture<Integer> done = new CompletableFuture<>();
            all.add(done);
            officina.base.Threads.start("client-" + client, () -> {
                BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
                try (RemoteEngine remote = RemoteEngine.attach(data, "1");
                        Subscription _ = remote.sessions().subscribe(SESSION, 1, event -> seen.add(event.seq()))) {
                    int sum = 0;
                    for (int i = 0; i < 100; i++) {
                        sum += remote.projects().list().size();
                    }
                    done.complete(sum + take(seen, 200).size());
                } catch (Exception e) {
                    done.completeExceptionally(e);
                }
            });
        }
        for (CompletableFuture<Integer> each : all) {
            assertEquals(1_200, each.get(60, TimeUnit.SECONDS));
        }
    }
}
