// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import officina.engine.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loses power while an engine writes in every way it can, again and again on the same data: journal, store, key file,
 * snapshots, segments written anew, imports and exports. What was acknowledged is there, once; the store agrees with the
 * journal. {@code -Dofficina.seed} repeats a run, {@code -Dofficina.rounds} changes how many losses there are.
 */
@Timeout(7_200)
class PowerLossTests {

    private static final boolean MANY = Boolean.getBoolean("officina.long");
    private static final int LOSSES = Integer.getInteger("officina.rounds", MANY ? 300 : 10);

    /** So many hit the same data; then a new folder begins. */
    private static final int IN_A_ROW = 5;

    private static final int MOST_STEPS = MANY ? 1_200 : 400;

    @TempDir
    private Path temporary;

    @Test
    void what_was_acknowledged_survives_any_loss_of_power() throws Exception {
        PowerFilePath.register();
        long seed = Long.getLong("officina.seed", System.nanoTime());
        Ledger ledger = new Ledger();
        Path place = temporary;
        long acknowledged = 0;
        long events = 0;
        for (int loss = 0; loss < LOSSES; loss++) {
            Random random = new Random(seed + loss);
            if (loss % IN_A_ROW == 0) {
                acknowledged += ledger.acknowledged();
                ledger = new Ledger();
                if (loss > 0) {
                    delete(place);
                }
                place = Files.createDirectory(temporary.resolve("data" + loss));
                Files.createDirectory(place.resolve("out"));
            }
            String what = "loss " + loss + " of seed " + seed;
            Path after = temporary.resolve("data" + loss + "after");
            lose(place, after, ledger, random, what);
            delete(place);
            place = after;
            boolean compares = MANY || loss % IN_A_ROW == IN_A_ROW - 1;
            Path fresh = compares ? temporary.resolve("fresh" + loss) : null;
            events += Truth.look(place, fresh, ledger, what);
            try (Stream<Path> files = Files.list(place.resolve("data"))) {
                assertTrue(
                        files.noneMatch(file -> file.getFileName().toString().startsWith("store.damaged")),
                        what + ": the store was damaged");
            }
            if (fresh != null) {
                delete(fresh);
            }
        }
        acknowledged += ledger.acknowledged();
        System.out.println(LOSSES + " losses of power, seed " + seed + ": " + acknowledged + " acknowledged, " + events
                + " events looked at");
        assertTrue(acknowledged > LOSSES, "hardly anything was acknowledged: " + acknowledged);
    }

    /** Works until the power goes, or until it does right after an orderly end, and makes what is left. */
    private static void lose(Path place, Path after, Ledger ledger, Random random, String what) throws Exception {
        boolean closes = random.nextInt(3) == 0;
        int steps = random.nextInt(MOST_STEPS);
        PowerDisk disk = PowerDisk.over(place, random, closes ? Integer.MAX_VALUE : steps);
        try {
            Path root = disk.root();
            try (Engine engine =
                    RealParts.open(root.resolve("data"), ledger.keys(), right -> ledger.take("opened! " + right))) {
                new Work(
                                engine,
                                root.resolve("out"),
                                ledger.next(),
                                ledger.mains(),
                                ledger::take,
                                () -> !disk.isLost() && !(closes && disk.steps() > steps))
                        .run(random.nextLong());
            }
        } catch (RuntimeException e) {
            if (!disk.isLost()) {
                throw new AssertionError(what + ": failed before the power went", e);
            }
        }
        disk.restore(after);
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
