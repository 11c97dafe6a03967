// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class NicenessTests {

    private static final long LIMIT_SECONDS = 30;

    /** Tests may be run with "nice" themselves. */
    private static int lowered(int own) {
        return Math.max(own, 10);
    }

    @Test
    void a_thread_in_the_background_yields_and_the_one_that_started_it_does_not() throws Exception {
        int own = Niceness.value();
        CompletableFuture<Integer> seen = new CompletableFuture<>();

        Threads.startBackground("test-background", () -> seen.complete(Niceness.value()));

        assertEquals(lowered(own), seen.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(own, Niceness.value());
    }

    /** Of the model for example, which answers searches too, and is started by who needs it first. */
    @Test
    void what_a_thread_in_the_background_starts_does_not_yield() throws Exception {
        int own = Niceness.value();
        CompletableFuture<Integer> seen = new CompletableFuture<>();

        Threads.startBackground(
                "test-background", () -> Threads.startPlatform("test", () -> seen.complete(Niceness.value())));

        assertEquals(own, seen.get(LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void so_does_the_thread_of_an_executor() throws Exception {
        int own = Niceness.value();
        try (ExecutorService executor = Threads.inBackground("test-background")) {
            assertEquals(lowered(own), executor.submit(Niceness::value).get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
    }
}
