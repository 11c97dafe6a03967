// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpawnerTests {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Test
    void nobody_waits_for_a_thread_that_an_error_ended() {
        ProcessBuilder builder = new ProcessBuilder("/is/not/started");
        try (Spawner spawner = new Spawner(_ -> {
            throw new LinkageError("nothing can be started");
        })) {
            for (int i = 0; i < 2; i++) {
                IOException failed = assertTimeoutPreemptively(
                        LONGEST, () -> assertThrows(IOException.class, () -> spawner.start(builder)));
                assertEquals(false, failed.getMessage().isEmpty());
            }
        }
    }

    @Test
    void a_process_that_cannot_be_started_leaves_the_others_alone() throws Exception {
        try (Spawner spawner = new Spawner()) {
            assertThrows(IOException.class, () -> spawner.start(new ProcessBuilder("/is/not/there")));
            assertThrows(IOException.class, () -> spawner.start(new ProcessBuilder("/is/not/there/either")));
        }
    }
}
