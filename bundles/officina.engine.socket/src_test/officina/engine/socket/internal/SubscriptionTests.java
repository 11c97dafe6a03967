// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.engine.Subscription;
import officina.engine.Traffic;
import officina.engine.remote.RemoteEngine;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/** Events for other processes: once, in order, whatever happens to engine and connection. */
class SubscriptionTests extends AttachFixture {

    @Test
    void events_arrive_once_in_order_whatever_the_speed_of_the_listener() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CountDownLatch never = new CountDownLatch(1);
            BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
            BlockingQueue<Long> positions = new LinkedBlockingQueue<>();
            engine.journal.append(SampleEvents.drafts(SESSION, 10));
            try (Subscription _ = remote.sessions().subscribe(SESSION, 3, event -> seen.add(event.seq()));
                    Subscription _ = remote.sessions().subscribeAll(event -> positions.add(event.position()));
                    Subscription _ = remote.sessions().subscribe(SESSION, 1, _ -> awaitQuietly(never))) {
                for (int i = 0; i < 100; i++) {
                    engine.journal.append(SampleEvents.drafts(SESSION, 100));
                }
                assertEquals(LongStream.rangeClosed(3, 10_010).boxed().toList(), take(seen, 10_008));
                assertEquals(LongStream.rangeClosed(11, 10_010).boxed().toList(), take(positions, 10_000));
                // a listener that does not return holds up neither calls nor others
                assertEquals(List.of(), remote.projects().list());
                never.countDown();
            }
        }
    }

    @Test
    void a_listener_may_call_the_engine() throws Exception {
        engine.projects = SampleEngine.projects(1, "p");
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
            try (Subscription _ = remote.sessions()
                    .subscribe(
                            SESSION, 1, _ -> seen.add(remote.projects().list().size()))) {
                engine.journal.append(SampleEvents.drafts(SESSION, 1_000));
                assertEquals(1_000, take(seen, 1_000).size());
            }
        }
    }

    @Test
    void after_close_a_listener_hears_nothing() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
            Subscription subscription = remote.sessions().subscribe(SESSION, 1, seen::add);
            engine.journal.append(SampleEvents.drafts(SESSION, 500));
            seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            subscription.close();
            int before = seen.size();
            engine.journal.append(SampleEvents.drafts(SESSION, 500));
            remote.projects().list();
            assertEquals(before, seen.size());
        }
    }

    @Test
    void a_subscription_survives_the_engine_without_gap_or_double() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
            BlockingQueue<Long> positions = new LinkedBlockingQueue<>();
            CountDownLatch oneBegun = new CountDownLatch(1);
            CountDownLatch allBegun = new CountDownLatch(1);
            try (Subscription _ = remote.sessions().subscribe(SESSION, 1, event -> {
                        seen.add(event.seq());
                        oneBegun.countDown();
                    });
                    Subscription _ = remote.sessions().subscribeAll(event -> {
                        positions.add(event.position());
                        allBegun.countDown();
                    })) {
                for (int round = 0; round < 5; round++) {
                    engine.journal.append(SampleEvents.drafts(SESSION, 300));
                    // what had not begun would have nothing to read again
                    assertTrue(oneBegun.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the one of the session has begun");
                    assertTrue(allBegun.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the one of all has begun");
                    server.close();
                    // lost where the client has not noticed the end yet
                    String code = codeOf(() -> remote.projects().list());
                    assertTrue(
                            List.of("engine.connection-lost", "engine.not-running")
                                    .contains(code),
                            code);
                    engine.journal.append(SampleEvents.drafts(SESSION, 300));
                    server = EngineServer.open(engine.served(), data, "1.2.4");
                    awaitAnswer(remote);
                    assertEquals("1.2.4", remote.peer().program());
                }
                assertEquals(LongStream.rangeClosed(1, 3_000).boxed().toList(), take(seen, 3_000));
                assertEquals(LongStream.rangeClosed(1, 3_000).boxed().toList(), take(positions, 3_000));
                // this engine is the last of five, and what it tells is about itself alone
                Traffic traffic = server.traffic();
                assertEquals(1, traffic.reconnects());
                assertEquals(5, traffic.clients().getFirst().reconnects());
                assertEquals(
                        traffic.reread(), traffic.clients().getFirst().sent().reread());
                // at least what was appended while nobody listened, for each of the two
                assertTrue(traffic.reread() >= 600, () -> "read again: " + traffic.reread());
            }
        }
    }

    /** A subscription may just have turned to the one that ended, and that call is lost, too. */
    private static void awaitAnswer(RemoteEngine remote) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (true) {
            try {
                assertEquals(List.of(), remote.projects().list());
                return;
            } catch (FailureException e) {
                boolean lost = e.failure().code().equals("engine.connection-lost");
                if (!lost || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }
}
