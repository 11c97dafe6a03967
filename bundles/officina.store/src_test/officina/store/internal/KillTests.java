// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import officina.api.event.EventEnvelope;
import officina.store.Store;
import officina.store.internal.database.RawDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed while it applies, again and again. Each kill meets a process that has just recovered from the one
 * before; the whole content is looked at after every few of them.
 */
class KillTests {

    private static final int ROUNDS =
            Integer.getInteger("officina.rounds", Boolean.getBoolean("officina.long") ? 200 : 6);
    private static final int ROUNDS_TO_A_LOOK = 5;
    private static final int SEED = Integer.getInteger("officina.seed", 11);
    private static final int MOST_BATCHES = 30;
    /** More than its processes get through: in few rounds whatever sizes they draw, in many by far on average. */
    private static final int EVENTS = 15_000 + 1_200 * ROUNDS;

    private static final int GOING_ON = 500;

    @TempDir
    Path temp;

    @Test
    void after_each_kill_the_content_is_that_of_the_mark() throws Exception {
        List<EventEnvelope> events = RandomStory.events(SEED, EVENTS);
        Random random = new Random(SEED);
        int marksInBetween = 0;
        open().close();
        // H2 gives up the space of what it does not need at once, not after 45 seconds
        RawDatabase.execute(temp.resolve("store"), "set retention_time 0");
        try (Store reference = Stores.open(temp.resolve("reference"))) {
            for (int round = 0; round < ROUNDS; round++) {
                kill(round, random.nextInt(MOST_BATCHES));
                try (Store store = open()) {
                    assertNull(store.health().movedAside());
                    int mark = (int) store.highWater();
                    assertTrue(mark >= reference.highWater(), "what was properly closed is lost");
                    marksInBetween += mark > 0 && mark < events.size() ? 1 : 0;
                    reference.apply(events.subList((int) reference.highWater(), mark));
                    if (round % ROUNDS_TO_A_LOOK == ROUNDS_TO_A_LOOK - 1) {
                        Stores.assertSame(Stores.content(reference), Stores.content(store));
                    }
                }
            }
            try (Store store = open()) {
                int mark = (int) store.highWater();
                int end = Math.min(events.size(), mark + GOING_ON);
                store.apply(events.subList(mark, end));
                reference.apply(events.subList((int) reference.highWater(), end));
                Stores.assertSame(Stores.content(reference), Stores.content(store));
            }
        }
        assertTrue(marksInBetween > ROUNDS / 2, "kills that hit the work: " + marksInBetween);
    }

    /** Compacted now and then, as the processes do it. */
    private Store open() {
        return new H2StoreFactory(() -> Instant.EPOCH, ApplyingProcess.LEAST_GROWTH)
                .open(temp.resolve("store"), Stores.KEY);
    }

    /** After so many batches, while it applies the next one. In long runs every other process has both compilers. */
    private void kill(int round, int batches) throws Exception {
        boolean both = Boolean.getBoolean("officina.long") && (SEED + round) % 2 == 0;
        String compilers = both ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1";
        try (Child child =
                Child.start(compilers, List.of(), temp.resolve("store"), SEED, EVENTS, ApplyingProcess.STEPWISE)) {
            child.awaitLine();
            child.allow(batches + 1);
            for (int i = 0; i < batches; i++) {
                child.awaitLine();
            }
        }
    }
}
