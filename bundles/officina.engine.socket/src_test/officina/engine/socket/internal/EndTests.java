// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import officina.api.error.FailureException;
import officina.engine.remote.RemoteEngine;
import org.junit.jupiter.api.Test;

/** Requests that wait or hang, and the end of either side. */
class EndTests extends AttachFixture {

    @Test
    void waiting_for_a_run_ends_with_an_interrupt_on_both_sides() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CompletableFuture<Thread> waiter = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
                waiter.complete(Thread.currentThread());
                try {
                    remote.runs().await(RUN);
                    return false;
                } catch (InterruptedException e) {
                    return true;
                }
            });
            until("the engine waits", () -> engine.waiting.get() == 1);
            waiter.get(LIMIT_SECONDS, TimeUnit.SECONDS).interrupt();
            assertTrue(interrupted.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            until("the engine waits no more", () -> engine.waiting.get() == 0);
            assertEquals(List.of(), remote.projects().list());
        }
    }

    @Test
    void who_waits_for_a_run_is_sent_away_when_the_engine_closes() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CompletableFuture<Object> waits = CompletableFuture.supplyAsync(() -> {
                try {
                    return remote.runs().await(RUN);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            until("the engine waits", () -> engine.waiting.get() == 1);
            server.close();
            ExecutionException ended =
                    assertThrows(ExecutionException.class, () -> waits.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(
                    "engine.closed",
                    ((FailureException) ended.getCause()).failure().code());
        }
    }

    @Test
    void closing_ends_everything_although_a_request_hangs() throws Exception {
        engine.gated = true;
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CompletableFuture<String> hangs = CompletableFuture.supplyAsync(
                    () -> codeOf(() -> remote.projects().list()));
            until("the request is at work", () -> engine.atWork.get() == 1);
            CompletableFuture.runAsync(server::close).get(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertEquals("engine.connection-lost", hangs.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
    }
}
