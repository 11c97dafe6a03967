// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import officina.core.run.Journal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journal, event log, projector, and clients that follow, in an order that a seed decides, with a clock of its own and
 * losses of power. {@code -Dofficina.seed} repeats one; {@code -Dofficina.rounds} changes how many there are.
 */
@Timeout(3_600)
class SimulationTests {

    private static final boolean MANY = Boolean.getBoolean("officina.long");
    private static final int SEEDS = Integer.getInteger("officina.rounds", MANY ? 5_000 : 100);

    /** Starts in a story. */
    private static final int LIVES = MANY ? 3 : 2;

    /** So often a writer appends. */
    private static final int MOST_APPENDS = MANY ? 25 : 8;

    private static final int MOST_STEPS = MANY ? 150 : 50;

    @TempDir
    private Path temporary;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private record Story(long trace, long turns, long acknowledged, long shown, int losses) {}

    /** What is printed waits for locks of real threads, of which the simulation knows nothing. */
    @BeforeEach
    void no_output() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void output() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void whatever_the_order_nothing_is_lost_doubled_or_shown_too_early() throws Exception {
        long first = Long.getLong("officina.seed", System.nanoTime());
        long turns = 0;
        long acknowledged = 0;
        long shown = 0;
        int losses = 0;
        for (int i = 0; i < SEEDS; i++) {
            Story story = story(first + i, temporary.resolve("story" + i));
            turns += story.turns();
            acknowledged += story.acknowledged();
            shown += story.shown();
            losses += story.losses();
        }
        out.println(SEEDS + " stories from seed " + first + ": " + turns + " turns, " + losses + " losses of power, "
                + acknowledged + " events acknowledged, " + shown + " shown");
        assertTrue(losses > SEEDS / 10, "hardly any loss of power: " + losses);
        assertTrue(shown > acknowledged, "hardly anything was shown: " + shown);
    }

    @Test
    void the_same_seed_tells_the_same_story() throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            Story once = story(seed, temporary.resolve("once" + seed));
            assertEquals(once, story(seed, temporary.resolve("again" + seed)));
            assertNotEquals(once, story(seed + 100, temporary.resolve("other" + seed)));
        }
    }

    private static Story story(long seed, Path folder) throws Exception {
        Simulation simulation = new Simulation(seed);
        SimulatedLife.Account account = new SimulatedLife.Account();
        SimulatedStore store = new SimulatedStore(simulation);
        Path place = Files.createDirectory(folder);
        int losses = 0;
        for (int life = 1; life <= LIVES; life++) {
            boolean last = life == LIVES;
            PowerDisk disk = PowerDisk.over(
                    place,
                    simulation.random(),
                    last ? Integer.MAX_VALUE : simulation.random().nextInt(MOST_STEPS));
            disk.pace(simulation::dawdle);
            @Nullable Throwable[] problem = new Throwable[1];
            boolean[] over = new boolean[1];
            SimulatedLife simulated = new SimulatedLife(simulation, disk, store, account, MOST_APPENDS);
            simulation.run(() -> {
                try {
                    simulated.live();
                } catch (RuntimeException | Error e) {
                    problem[0] = e;
                }
                over[0] = true;
            });
            if (problem[0] != null) {
                throw new AssertionError("seed " + seed + ", life " + life, problem[0]);
            }
            assertTrue(over[0], "seed " + seed + ", life " + life + ": somebody waits for ever");
            if (disk.isLost()) {
                losses++;
                store.crash(simulation.random());
            }
            Path after = folder.resolveSibling(folder.getFileName() + "-" + life);
            disk.restore(after);
            PowerLossTests.delete(place);
            place = after;
            check(simulation, place, simulated, seed);
        }
        PowerLossTests.delete(place);
        long acknowledged = account.acknowledged.values().stream()
                .mapToLong(events -> events.size())
                .sum();
        return new Story(simulation.trace(), simulation.turns(), acknowledged, account.shown, losses);
    }

    /** Looks into the journal as the next start will find it. */
    private static void check(Simulation simulation, Path place, SimulatedLife life, long seed) throws Exception {
        PowerDisk disk = PowerDisk.over(place, simulation.random(), Integer.MAX_VALUE);
        @Nullable Throwable[] problem = new Throwable[1];
        simulation.run(() -> {
            try (Journal journal = RealParts.simulatedJournals()
                    .open(disk.root().resolve("journal"), RealParts.simulationKey(), simulation::instant)) {
                life.checkKept(journal);
            } catch (RuntimeException | Error e) {
                problem[0] = e;
            }
        });
        disk.forget();
        if (problem[0] != null) {
            throw new AssertionError("seed " + seed, problem[0]);
        }
    }
}
