// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import officina.engine.internal.survival.PowerMountProcess.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loses power as {@link PowerLossTests} does, but under a process with an engine that uses the files of the system: a
 * {@link PowerMount} is mounted where its data lie, so that each write, rename and synchronisation goes through system
 * calls and the kernel's page cache. {@code -Dofficina.seed} repeats what was done and about when the power went, though
 * not in which order threads and kernel came; {@code -Dofficina.rounds} changes how many losses there are.
 */
@Timeout(7_200)
@EnabledIfSystemProperty(
        named = "officina.long",
        matches = "true",
        disabledReason = "losses of power under a mounted file system take minutes: ./verify --long")
class PowerMountTests {

    private static final int LOSSES = Integer.getInteger("officina.rounds", 60);

    /** So many hit the same data; then a new folder begins. */
    private static final int IN_A_ROW = 5;

    /** So much is acknowledged before the first loss of a folder. */
    private static final int FIRST = 20;

    private static final int MOST = 120;
    private static final int MOST_STEPS = 300;
    private static final int MOST_STEPS_OF_A_START = 60;
    private static final long END_SECONDS = 60;

    private static final List<Moment> MOMENTS = List.of(Moment.START, Moment.WORK, Moment.WORK, Moment.END);

    @TempDir
    private Path temporary;

    /** When the power goes: while the data are opened or shortly after, in the middle of the work, after its orderly end. */
    private enum Moment {
        START,
        WORK,
        END
    }

    @BeforeEach
    void possible() throws Exception {
        String hindrance = PowerMounts.hindrance();
        if (hindrance != null) {
            abort(hindrance);
        }
    }

    @Test
    void what_was_acknowledged_survives_any_loss_of_power_under_a_real_file_system() throws Exception {
        long seed = Long.getLong("officina.seed", System.nanoTime());
        Children children = Children.shared(temporary);
        Ledger ledger = new Ledger();
        Path place = temporary;
        long acknowledged = 0;
        long events = 0;
        for (int loss = 0; loss < LOSSES; loss++) {
            Random random = new Random(seed + loss);
            boolean first = loss % IN_A_ROW == 0;
            if (first) {
                acknowledged += ledger.acknowledged();
                ledger = new Ledger();
                if (loss > 0) {
                    PowerLossTests.delete(place);
                }
                place = Files.createDirectory(temporary.resolve("data" + loss));
                Files.createDirectory(place.resolve("out"));
            }
            String what = "loss " + loss + " of seed " + seed;
            Path after = temporary.resolve("data" + loss + "after");
            lose(children, place, after, ledger, random, first, what);
            PowerLossTests.delete(place);
            place = after;
            Path fresh = temporary.resolve("fresh" + loss);
            events += Truth.look(place, fresh, ledger, what);
            PowerLossTests.delete(fresh);
        }
        acknowledged += ledger.acknowledged();
        System.out.println(LOSSES + " losses of power under a mounted file system, seed " + seed + ": " + acknowledged
                + " acknowledged, " + events + " events looked at");
        assertTrue(
                acknowledged >= FIRST * ((LOSSES + IN_A_ROW - 1) / IN_A_ROW),
                "hardly anything was acknowledged: " + acknowledged);
    }

    private void lose(
            Children children, Path place, Path after, Ledger ledger, Random random, boolean first, String what)
            throws Exception {
        Moment moment = first ? Moment.WORK : MOMENTS.get(random.nextInt(MOMENTS.size()));
        int enough = (first ? FIRST : 1) + random.nextInt(MOST);
        int steps = random.nextInt(moment == Moment.START ? MOST_STEPS_OF_A_START : MOST_STEPS);
        Path where = Files.createDirectories(temporary.resolve("mount"));
        Setting setting = new Setting(
                place,
                where,
                after,
                temporary.resolve("errors.txt"),
                random.nextLong(),
                moment == Moment.START ? steps : Integer.MAX_VALUE,
                random.nextInt(4) > 0,
                random.nextBoolean(),
                children.command(
                        where,
                        random.nextLong(),
                        ledger.next(),
                        ledger.keys(),
                        moment == Moment.END ? enough : 0,
                        ledger.mains()));
        long before = ledger.acknowledged();
        boolean[] ordered = {moment != Moment.WORK};
        run(setting, what, (line, orders) -> {
            ledger.take(line);
            if (!ordered[0] && ledger.acknowledged() - before >= enough) {
                ordered[0] = true;
                order(orders, "lose " + steps);
            }
        });
        assertTrue(ordered[0], () -> what + ": it ended before the power went: " + PowerMounts.errors(setting));
    }

    /** The disk is honest until then, so that what is left of it is good data, only old. */
    @Test
    void a_disk_that_lies_is_found_out() throws Exception {
        Path place = Files.createDirectory(temporary.resolve("data"));
        Files.createDirectory(place.resolve("out"));
        Path where = Files.createDirectory(temporary.resolve("mount"));
        Path after = temporary.resolve("after");
        Ledger ledger = new Ledger();
        Setting setting = new Setting(
                place,
                where,
                after,
                temporary.resolve("errors.txt"),
                1,
                Integer.MAX_VALUE,
                false,
                false,
                Children.plain(temporary).command(where, 1, 1, List.of(0), 0, List.of()));
        LyingDisk disk = new LyingDisk(ledger);
        run(setting, "a lying disk", disk::heard);
        AssertionError found =
                assertThrows(AssertionError.class, () -> Truth.look(after, null, ledger, "a lying disk"));
        assertTrue(String.valueOf(found.getMessage()).contains("lost: to-do"), found::toString);
    }

    /** Has the disk lie after some work, and then the power go after some to-dos. */
    private static final class LyingDisk {
        private final Ledger ledger;
        private boolean mayLie;
        private boolean lies;
        private int kept;
        private int lost;

        LyingDisk(Ledger ledger) {
            this.ledger = ledger;
        }

        void heard(String line, Writer orders) {
            switch (line) {
                case "lying?" -> mayLie = true;
                case "lying!" -> lies = true;
                default -> {
                    // what opens the data that will be left is an older passphrase
                    if (!mayLie || !line.startsWith("key")) {
                        ledger.take(line);
                    }
                    if (line.startsWith("add!")) {
                        added(orders);
                    }
                }
            }
        }

        private void added(Writer orders) {
            if (!lies && ++kept == FIRST) {
                order(orders, "lie");
            } else if (lies && ++lost == FIRST) {
                // more than threads were adding when it began to lie
                order(orders, "lose 0");
            }
        }
    }

    @ParameterizedTest(name = "the kernel keeps writes: {0}")
    @ValueSource(booleans = {true, false})
    void what_is_not_synchronised_is_lost_and_nothing_else(boolean keepsWrites) throws Exception {
        TreeMap<String, byte[]> left = careless(keepsWrites);
        byte[] ones = CarelessWriter.bytes(CarelessWriter.SIZE, 1);
        byte[] mapped = ones.clone();
        mapped[0] = 7;
        assertEquals(
                List.of("empty", "gone", "half", "inside/kept", "kept", "linked", "mapped", "old", "short"),
                List.copyOf(left.keySet()));
        assertEquals(0, left.get("empty").length);
        assertArrayEquals(mapped, left.get("mapped"));
        for (String each : List.of("gone", "half", "inside/kept", "kept", "linked", "old", "short")) {
            assertArrayEquals(ones, left.get(each), each);
        }
    }

    private TreeMap<String, byte[]> careless(boolean keepsWrites) throws Exception {
        Path where = Files.createDirectory(temporary.resolve("mount"));
        Path after = temporary.resolve("after");
        Setting setting = new Setting(
                Files.createDirectory(temporary.resolve("live")),
                where,
                after,
                temporary.resolve("errors.txt"),
                1,
                Integer.MAX_VALUE,
                false,
                keepsWrites,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        Children.classPath(),
                        CarelessWriter.class.getName(),
                        where.toString()));
        run(setting, "a careless writer", (line, _) -> fail(line));
        TreeMap<String, byte[]> left = new TreeMap<>();
        try (Stream<Path> files = Files.walk(after)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                left.put(after.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        return left;
    }

    /** Runs it until the power is gone and what is left is made. */
    private void run(Setting setting, String what, BiConsumer<String, Writer> heard) throws Exception {
        Process process = PowerMounts.start(temporary, setting);
        CompletableFuture<Process> end = Children.end(process);
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
                Writer orders = process.outputWriter(StandardCharsets.US_ASCII)) {
            String line = out.readLine();
            while (line != null) {
                String said = line;
                assertFalse(said.startsWith("failed"), () -> what + ": " + said + ": " + PowerMounts.errors(setting));
                heard.accept(line, orders);
                line = out.readLine();
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(END_SECONDS, TimeUnit.SECONDS), what + ": the process of the mount did not end");
        assertFalse(
                end.isCompletedExceptionally(),
                () -> what + ": it did not end within " + Children.LIMIT_SECONDS + " s: "
                        + PowerMounts.errors(setting));
        assertEquals(0, process.exitValue(), () -> what + ": " + PowerMounts.errors(setting));
    }

    private static void order(Writer orders, String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
