// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import officina.api.chat.ExecutionMode;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Progress;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.engine.ExaminedData;
import officina.engine.TodoItem;
import officina.engine.Todos.TodoQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is damaged, foreign, newer or out of time in a data folder: said clearly, nothing changed, nothing lost. */
class DamageOsgiTests {

    private static final String PASSPHRASE = "correct horse";

    @TempDir
    Path folder;

    @Test
    void a_damaged_key_file_is_named_and_the_data_opens_again_when_it_is_back() throws Exception {
        Path data = filled("data");
        Path keys = data.resolve("vault.keys");
        byte[] good = Files.readAllBytes(keys);
        for (int at : new int[] {0, good.length / 2, good.length - 1}) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(keys, bad);
            assertRefused("vault.damaged", data);
        }
        Files.write(keys, new byte[0]);
        assertRefused("vault.damaged", data);
        Files.delete(keys);
        assertRefused("vault.key-lost", data);
        assertTrue(Files.notExists(keys), "no new key takes the place of the old one");
        Files.write(keys, good);
        assertHoldsThePassport(data);
    }

    @Test
    void a_key_file_of_another_folder_is_told_from_damage() throws Exception {
        Path data = filled("data");
        Path other = folder.resolve("other");
        TestEngine.open(other, PASSPHRASE, TestEngine.NOW).close();
        Path keys = data.resolve("vault.keys");
        byte[] own = Files.readAllBytes(keys);
        Files.copy(other.resolve("vault.keys"), keys, StandardCopyOption.REPLACE_EXISTING);
        assertRefused("journal.wrong-key", data);
        Files.write(keys, own);
        assertHoldsThePassport(data);
    }

    @Test
    void a_damaged_store_is_made_anew_from_the_journal_and_kept_aside() throws Exception {
        Path data = filled("data");
        Path database = data.resolve("store/officina.mv.db");
        byte[] bytes = Files.readAllBytes(database);
        bytes[bytes.length / 2] ^= 1;
        Files.write(database, bytes);
        assertHoldsThePassport(data);
        try (TestEngine test = TestEngine.open(data);
                Stream<Path> files = Files.list(data)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("store.damaged-")));
            assertEquals(
                    1,
                    test.engine().runs().list(RunQuery.ALL).stream()
                            .filter(run -> run.title().startsWith("Remind me"))
                            .count());
        }
    }

    @Test
    void a_lost_store_is_made_anew_from_the_journal() throws Exception {
        Path data = filled("data");
        try (Stream<Path> files = Files.list(data.resolve("store"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertHoldsThePassport(data);
    }

    @Test
    void a_store_that_was_replaced_is_named_by_the_doctor() throws Exception {
        Path data = filled("data");
        Path database = data.resolve("store/officina.mv.db");
        Files.write(database, new byte[] {1, 2, 3});
        try (TestEngine test = TestEngine.open(data)) {
            Check store = test.engine().diagnostics().run().stream()
                    .filter(check -> check.id().equals("store"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(store.text().contains("was damaged and is made anew"), store.text());
        }
    }

    @Test
    void damage_in_the_journal_is_named_with_its_place_and_nothing_is_cut_off() throws Exception {
        Path data = filled("data");
        Path segment = data.resolve("journal/0000000001.segment");
        byte[] good = Files.readAllBytes(segment);
        byte[] bad = good.clone();
        bad[good.length / 2] ^= 1;
        Files.write(segment, bad);
        Failure failure = assertRefused("journal.damaged", data);
        assertTrue(failure.message().contains("0000000001.segment at byte "), failure.message());
        Files.write(segment, good);
        assertHoldsThePassport(data);
    }

    @Test
    void a_damaged_journal_is_repaired_and_opens_again() throws Exception {
        Path data = filled("data");
        Path segment = data.resolve("journal/0000000001.segment");
        assertEquals(Result.VERIFIED, examined(data, false).checks().getFirst().result());
        byte[] bad = Files.readAllBytes(segment);
        bad[bad.length * 9 / 10] ^= 1;
        Files.write(segment, bad);
        assertRefused("journal.damaged", data);
        ExaminedData found = examined(data, false);
        assertEquals(Result.PROBLEM, found.checks().getFirst().result());
        assertArrayEquals(bad, Files.readAllBytes(segment));

        Path aside = Objects.requireNonNull(examined(data, true).aside());
        assertArrayEquals(bad, Files.readAllBytes(aside.resolve("0000000001.segment")));
        for (int opening = 0; opening < 2; opening++) {
            try (TestEngine test = TestEngine.open(data)) {
                test.say("Remind me to call number " + opening, ExecutionMode.DIRECT);
            }
        }
        for (Check check : examined(data, false).checks()) {
            assertEquals(Result.VERIFIED, check.result(), check.text());
        }
    }

    private static ExaminedData examined(Path data, boolean repair) {
        return TestEngine.factory().examine(TestEngine.options(data), repair, Progress.NONE);
    }

    @Test
    void a_format_that_cannot_be_read_is_refused() throws Exception {
        Path data = filled("data");
        Path format = data.resolve("format");
        byte[] good = Files.readAllBytes(format);
        for (String bad : List.of("", "one", "\u00ff\u00fe", "99999999999999999999")) {
            Files.writeString(format, bad);
            assertRefused("engine.format-damaged", data);
        }
        Files.write(format, good);
        assertHoldsThePassport(data);
    }

    @Test
    void a_journal_of_a_newer_format_is_refused() throws Exception {
        Path data = filled("data");
        Path segment = data.resolve("journal/0000000001.segment");
        byte[] good = Files.readAllBytes(segment);
        byte[] newer = good.clone();
        newer[9] = 3;
        CRC32C sum = new CRC32C();
        sum.update(newer, 0, 72);
        ByteBuffer.wrap(newer).putInt(72, (int) sum.getValue());
        Files.write(segment, newer);
        assertRefused("engine.newer-data", data);
        Files.write(segment, good);
        assertHoldsThePassport(data);
    }

    @Test
    void a_clock_that_jumps_ahead_and_back_loses_and_doubles_nothing() throws Exception {
        Path data = folder.resolve("data");
        TestEngine.withQuickKey(data);
        List<Instant> moments = List.of(
                TestEngine.NOW,
                TestEngine.NOW.plus(Duration.ofDays(4_000)),
                TestEngine.NOW.minus(Duration.ofDays(4_000)),
                Instant.EPOCH,
                TestEngine.NOW);
        RunState first = null;
        for (Instant moment : moments) {
            try (TestEngine test = TestEngine.open(data, PASSPHRASE, moment)) {
                RunState said = test.say(
                        first == null ? null : first.head().session(),
                        "Remind me to call number " + moments.indexOf(moment),
                        ExecutionMode.DIRECT);
                first = first == null ? said : first;
            }
        }
        assertNotNull(first);
        try (TestEngine test = TestEngine.open(data)) {
            List<RunState> runs =
                    test.engine().sessions().state(first.head().session()).runs();
            assertEquals(
                    moments, runs.stream().map(run -> run.head().startedAt()).toList());
            assertEquals(
                    moments.size(), test.engine().todos().list(TodoQuery.ALL).size());
        }
    }

    /** A folder with one to-do in it. */
    private Path filled(String name) throws InterruptedException {
        Path data = folder.resolve(name);
        try (TestEngine test = TestEngine.open(data)) {
            test.say("Remind me to renew the passport by 12 December", ExecutionMode.DIRECT);
        }
        return data;
    }

    private static void assertHoldsThePassport(Path data) {
        try (TestEngine test = TestEngine.open(data)) {
            assertEquals(
                    List.of("Renew the passport"),
                    test.engine().todos().list(TodoQuery.ALL).stream()
                            .map(TodoItem::todo)
                            .map(todo -> todo.title())
                            .toList());
        }
    }

    /** Refused with that code, with something to do about it, and with every file as it was. */
    private static Failure assertRefused(String code, Path data) throws IOException {
        Map<String, Integer> before = contents(data);
        Failure failure = assertThrows(
                        FailureException.class, () -> TestEngine.open(data).close())
                .failure();
        assertEquals(code, failure.code());
        assertNotNull(failure.remedy());
        assertFalse(failure.message().isBlank());
        assertEquals(before, contents(data));
        return failure;
    }

    /** Every file that holds data; logs may grow. */
    private static Map<String, Integer> contents(Path data) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.getParent().endsWith("logs"))
                    .toList()) {
                contents.put(data.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
