// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import officina.base.Threads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that has an engine write in every way it can, again and again on the same data. What was acknowledged
 * is there, once and in order; the store agrees with the journal; the key file opens with the passphrase before or after.
 * {@code -Dofficina.seed} repeats what was done, though not the moment of a kill; {@code -Dofficina.rounds} changes how
 * many there are.
 */
@Timeout(7_200)
class KillTests {

    private static final boolean MANY = Boolean.getBoolean("officina.long");
    private static final int KILLS = Integer.getInteger("officina.rounds", MANY ? 2_000 : 2);

    /** So many hit the same data; then a new folder begins. */
    private static final int IN_A_ROW = MANY ? 10 : 2;

    /** After so many it is all looked at; the next process has to open it in any case. */
    private static final int LOOK = MANY ? 5 : 2;

    /** So many folders at a time. */
    private static final int LANES = MANY ? 3 : 1;

    /** Tells how far it is after so many. */
    private static final int TELL = 100;

    private static final int FIRST_LINES = 20;
    private static final int MOST_LINES = 120;
    private static final int MOST_MILLIS = 400;
    private static final long END_SECONDS = 60;
    /** What a process ends with that got SIGKILL. */
    private static final int KILLED = 128 + 9;

    private static final int LANE_HOURS = 2;

    @TempDir
    private Path temporary;

    private final long seed = Long.getLong("officina.seed", System.nanoTime());
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong events = new AtomicLong();

    @Test
    void what_was_acknowledged_survives_any_kill() throws Exception {
        Children children = KILLS > 50 ? Children.shared(temporary) : Children.plain(temporary);
        AtomicInteger next = new AtomicInteger();
        try (var threads = Threads.perTask("lane")) {
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                lanes.add(threads.submit(() -> {
                    for (int folder = next.getAndIncrement();
                            folder * IN_A_ROW < KILLS;
                            folder = next.getAndIncrement()) {
                        killInARow(children, folder);
                    }
                    return true;
                }));
            }
            for (Future<?> each : lanes) {
                each.get(LANE_HOURS, TimeUnit.HOURS);
            }
        }
        System.out.println(kills + " kills, seed " + seed + ": " + acknowledged + " acknowledged, " + events
                + " events looked at");
        assertTrue(acknowledged.get() > KILLS, "hardly anything was acknowledged: " + acknowledged);
    }

    private void killInARow(Children children, int folder) throws Exception {
        Path place = Files.createDirectory(temporary.resolve("place" + folder));
        Files.createDirectory(place.resolve("out"));
        Ledger ledger = new Ledger();
        int first = folder * IN_A_ROW;
        int last = Math.min(KILLS, first + IN_A_ROW) - 1;
        for (int kill = first; kill <= last; kill++) {
            String what = "kill " + kill + " of seed " + seed;
            Random random = new Random(seed + kill);
            kill(
                    children.start(place, random.nextLong(), ledger.next(), ledger.keys(), 0, ledger.mains()),
                    ledger,
                    random,
                    what,
                    place);
            kills.incrementAndGet();
            boolean looks = kill == last || (kill - first) % LOOK == LOOK - 1;
            if (looks && Files.exists(place.resolve("data"))) {
                events.addAndGet(Truth.look(place, fresh(place, kill == last), ledger, what));
            }
        }
        acknowledged.addAndGet(ledger.acknowledged());
        PowerLossTests.delete(place);
        Path fresh = temporary.resolve(place.getFileName() + "-fresh");
        if (Files.exists(fresh)) {
            PowerLossTests.delete(fresh);
        }
        if (last / TELL > (first - 1) / TELL) {
            System.out.println(kills + " kills so far, seed " + seed);
        }
    }

    /** For a store that is made anew; not below the place, of which the disk is another one while it is looked at. */
    private @Nullable Path fresh(Path place, boolean wanted) {
        return wanted ? temporary.resolve(place.getFileName() + "-fresh") : null;
    }

    private static void kill(Process process, Ledger ledger, Random random, String what, Path place) throws Exception {
        // the first on new data gets so far that there is something to lose
        boolean first = ledger.acknowledged() == 0;
        boolean early = !first && random.nextInt(5) == 0;
        boolean killed = early;
        CompletableFuture<Process> end = Children.end(process);
        int lines = (first ? FIRST_LINES : 0) + random.nextInt(MOST_LINES);
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            if (early) {
                // while it opens the data, or shortly after
                boolean ended = process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
                assertFalse(ended, () -> what + ": it ended by itself: " + errors(place));
                // unlike that of the process, this leaves in the pipe what was said
                process.toHandle().destroyForcibly();
            }
            String line = out.readLine();
            for (int read = 0; line != null; read++) {
                String said = line;
                assertFalse(said.startsWith("failed"), () -> what + ": " + said + ": " + errors(place));
                ledger.take(line);
                if (read == lines) {
                    killed = true;
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        } finally {
            process.toHandle().destroyForcibly();
        }
        assertTrue(process.waitFor(END_SECONDS, TimeUnit.SECONDS), what + ": the killed process did not end");
        assertFalse(
                end.isCompletedExceptionally(),
                () -> what + ": it neither said enough nor ended within " + Children.LIMIT_SECONDS + " s: "
                        + errors(place));
        assertTrue(killed, () -> what + ": it ended before it was killed: " + errors(place));
        assertEquals(KILLED, process.exitValue(), () -> what + ": it ended by itself: " + errors(place));
    }

    private static String errors(Path place) {
        try {
            return Files.readString(place.resolve("errors.txt"));
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
