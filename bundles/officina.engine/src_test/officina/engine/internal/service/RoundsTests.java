// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private static final long LIMIT_SECONDS = 20;

    private final AtomicInteger rounds = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);

    private void round() {
        rounds.incrementAndGet();
        first.countDown();
        throw new FailureException(Failure.of("index.io", ErrorKind.RESOURCE, "on purpose", null));
    }

    @Test
    void a_round_begins_once_however_often_they_are_started_and_its_failure_ends_nothing() throws Exception {
        try (Rounds all = new Rounds(this::round, Duration.ZERO)) {
            all.start();
            all.start();
            assertTrue(first.await(LIMIT_SECONDS, TimeUnit.SECONDS), "no round began");
        }
        assertEquals(1, rounds.get());
    }

    @Test
    void none_begins_after_the_end() {
        Rounds ended = new Rounds(this::round, Duration.ofHours(1));
        ended.start();
        ended.close();
        Rounds never = new Rounds(this::round, Duration.ZERO);
        never.stop();
        never.start();
        never.close();

        assertEquals(0, rounds.get());
    }
}
