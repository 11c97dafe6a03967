// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.base.Progress;
import officina.core.run.Journal;
import officina.core.run.JournalExamination;
import officina.core.run.KeptTail;
import officina.core.run.Snapshot;
import officina.journal.file.internal.segment.JournalKeys;
import officina.journal.file.internal.snapshot.SnapshotFiles;
import officina.testkit.SampleEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The last frame of a journal may have been confirmed: what is cut off is kept and told of until somebody deletes it. */
class FileJournalKeptTailTests extends ReopeningFixture {

    private static final int HEADER = 76;

    @Test
    void what_has_its_whole_length_and_does_not_open_is_kept_before_it_is_cut_off() throws IOException {
        Path folder = rotten("a,b", "c");
        byte[] before = Files.readAllBytes(TestJournals.segment(folder, 1));
        int from = end("a,b");
        String name;
        try (Journal journal = TestJournals.open(folder)) {
            KeptTail kept = journal.keptTails().getFirst();
            assertTrue(kept.file().matches("0000000001\\.tail-" + from + "-\\d{8}-\\d{6}"), kept.file());
            assertEquals(before.length - from, kept.bytes());
            assertEquals(List.of(), journal.recovery().remarks(), "nobody says that nothing is lost");
            byte[] bytes = Files.readAllBytes(folder.resolve(kept.file()));
            assertArrayEquals(Arrays.copyOf(before, HEADER), Arrays.copyOf(bytes, HEADER));
            assertArrayEquals(
                    Arrays.copyOfRange(before, from, before.length), Arrays.copyOfRange(bytes, HEADER, bytes.length));
            journal.append(List.of(SampleEvents.draft(ONE, "d")));
            name = kept.file();
        }
        for (int start = 0; start < 2; start++) {
            try (Journal journal = TestJournals.open(folder)) {
                assertEquals(List.of("a", "b", "d"), TestJournals.texts(journal));
                assertEquals(List.of(name), names(journal), "every later process tells of it");
            }
        }
        Files.delete(folder.resolve(name));
        try (Journal journal = TestJournals.open(folder)) {
            assertEquals(List.of(), journal.keptTails());
        }
    }

    @Test
    void what_cannot_have_been_confirmed_is_not_kept() throws IOException {
        Path crashed = crashed("a,b", "c");
        byte[] whole = Files.readAllBytes(TestJournals.segment(crashed, 1));
        int from = end("a,b");
        for (byte[] torn : List.of(
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, from + 16),
                Arrays.copyOf(whole, from + 3),
                Arrays.copyOf(Arrays.copyOf(whole, from), whole.length))) {
            Path folder = copy(crashed);
            Files.write(TestJournals.segment(folder, 1), torn);
            try (Journal journal = TestJournals.open(folder)) {
                assertEquals(torn.length - from, journal.recovery().truncatedBytes());
                assertEquals(List.of(), journal.keptTails());
            }
        }
    }

    @Test
    void a_mark_of_an_orderly_end_that_rots_has_lost_nothing() throws IOException {
        Path folder = temporary.resolve("journal");
        try (Journal journal = TestJournals.open(folder)) {
            journal.append(SampleEvents.drafts(ONE, 2));
        }
        Path segment = TestJournals.segment(folder, 1);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment, bytes);
        try (Journal journal = TestJournals.open(folder)) {
            assertEquals(2, journal.lastPosition());
            assertEquals(List.of(), journal.keptTails());
        }
    }

    @Test
    void a_loss_of_power_at_any_step_of_it_loses_no_bytes() throws IOException {
        for (int steps = 0; steps < 8; steps++) {
            for (int seed = 0; seed < 6; seed++) {
                Path folder = rotten("a,b", "c");
                PowerLossDisk disk = new PowerLossDisk(new Random(seed), steps);
                try (Journal journal = TestJournals.open(folder, 4_000, disk)) {
                    journal.append(List.of(SampleEvents.draft(ONE, "d")));
                } catch (FailureException lost) {
                    assertEquals("journal.io", lost.failure().code());
                }
                Path after = temporary.resolve("after-" + steps + "-" + seed);
                disk.restore(folder, after);
                try (Journal journal = TestJournals.open(after)) {
                    String what = "step " + steps + " of seed " + seed;
                    assertEquals(List.of("a", "b"), TestJournals.texts(journal).subList(0, 2), what);
                    assertTrue(keepsBytes(journal), what);
                    assertTrue(names(journal).stream().noneMatch(each -> each.endsWith(".new")), what);
                }
                try (Stream<Path> files = Files.list(after)) {
                    assertTrue(files.noneMatch(file -> file.toString().endsWith(".new")));
                }
            }
        }
    }

    @Test
    void without_room_to_keep_it_the_journal_opens_and_writes_nothing_over_it() throws IOException {
        Path folder = rotten("a,b", "c");
        byte[] before = Files.readAllBytes(TestJournals.segment(folder, 1));
        FailingDisk disk = new FailingDisk();
        disk.room = 0;
        try (Journal journal = TestJournals.open(folder, 4_000, disk)) {
            assertEquals(List.of("a", "b"), TestJournals.texts(journal));
            assertEquals(1, journal.recovery().remarks().size());
            disk.room = before.length - end("a,b") - 1;
            assertEquals(
                    "journal.full",
                    TestJournals.failureOf(() -> journal.append(List.of(SampleEvents.draft(ONE, "d")))));
        }
        assertArrayEquals(before, Files.readAllBytes(TestJournals.segment(folder, 1)));
        disk.room = 0;
        try (Journal journal = TestJournals.open(folder, 4_000, disk)) {
            disk.room = Long.MAX_VALUE;
            journal.append(List.of(SampleEvents.draft(ONE, "d")));
            assertEquals(List.of("a", "b", "d"), TestJournals.texts(journal));
            assertTrue(keepsBytes(journal));
        }
    }

    @Test
    void many_take_no_more_room_than_a_few() throws IOException {
        Path folder = rotten("a,b", "c");
        for (int i = 0; i < 5; i++) {
            try (Journal journal = TestJournals.open(folder)) {
                journal.append(List.of(SampleEvents.draft(ONE, "more")));
            }
            Path segment = TestJournals.segment(folder, 1);
            byte[] bytes = Files.readAllBytes(segment);
            // without the mark of the orderly end, and with another byte in the last frame
            bytes = Arrays.copyOf(bytes, bytes.length - 57);
            bytes[bytes.length - 1] ^= 1;
            Files.write(segment, bytes);
        }
        try (Journal journal = TestJournals.open(folder)) {
            List<KeptTail> kept = journal.keptTails();
            assertEquals(6, kept.size());
            assertEquals(3, kept.stream().filter(each -> each.bytes() > 0).count());
            assertEquals(
                    List.of(0L, 0L, 0L),
                    kept.subList(3, 6).stream().map(KeptTail::bytes).toList());
        }
    }

    @Test
    void what_may_be_of_a_removed_session_goes_with_it_and_is_still_told_of() throws IOException {
        Path folder = rotten("a,b", "c");
        try (Journal journal = TestJournals.open(folder)) {
            assertTrue(keepsBytes(journal));
            journal.remove(Set.of(), _ -> true, Progress.NONE);
            assertTrue(keepsBytes(journal));
            journal.remove(Set.of(TWO), _ -> false, Progress.NONE);
            assertFalse(keepsBytes(journal));
            assertEquals(
                    List.of(0L),
                    journal.keptTails().stream().map(KeptTail::bytes).toList());
        }
    }

    @Test
    void an_examination_does_not_call_it_whole() throws IOException {
        Path folder = rotten("a,b", "c");
        Map<Path, String> before = TestJournals.content(folder);
        JournalExamination uncut = examine(folder);
        assertEquals(1, uncut.doubts().size(), uncut.toString());
        assertEquals(before, TestJournals.content(folder));
        TestJournals.open(folder).close();
        JournalExamination cut = examine(folder);
        assertTrue(cut.doubts().getFirst().startsWith("0000000001.tail-"), cut.toString());
        assertEquals(List.of(), cut.damaged());
    }

    @Test
    void an_end_of_two_bad_frames_is_damage_that_a_repair_mends() throws IOException {
        Path folder = crashed("a,b", "c", "d");
        Path segment = TestJournals.segment(folder, 1);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[end("a,b") + 40] ^= 1;
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment, bytes);
        refuses(folder, "journal.damaged", "two frames");

        assertEquals(List.of(), examine(folder).doubts());
        snapshot(folder, 3);
        Path aside = temporary.resolve("aside");
        JournalExamination mended = examine(folder, aside);
        assertTrue(mended.mended() && !mended.isWhole(), mended.toString());
        assertArrayEquals(bytes, Files.readAllBytes(aside.resolve(segment.getFileName())));
        try (Journal journal = TestJournals.open(folder)) {
            assertEquals(List.of("a", "b"), TestJournals.texts(journal));
            journal.append(List.of(SampleEvents.draft(ONE, "e")));
            assertEquals(Optional.empty(), journal.snapshot(ONE));
        }
    }

    @Test
    void a_short_history_with_what_was_cut_off_is_not_taken_for_one_of_what_came_after() throws IOException {
        Path folder = rotten("a,b", "c");
        snapshot(folder, 3);
        try (Journal journal = TestJournals.open(folder)) {
            journal.append(List.of(SampleEvents.draft(ONE, "d")));
            assertEquals(3, journal.lastSeq(ONE));
            assertEquals(Optional.empty(), journal.snapshot(ONE));
        }
        snapshot(folder, 3);
        try (Journal journal = TestJournals.open(folder)) {
            assertTrue(journal.snapshot(ONE).isPresent(), "nothing was cut off");
        }
    }

    private static void snapshot(Path folder, long seq) throws IOException {
        new SnapshotFiles(folder.resolve("snapshots"), new JournalKeys(TestJournals.KEY).snapshots())
                .write(new Snapshot(ONE, seq, List.of()));
    }

    private static JournalExamination examine(Path folder) {
        return examine(folder, null);
    }

    private static JournalExamination examine(Path folder, @Nullable Path aside) {
        return new FileJournalFactory()
                .examine(
                        folder,
                        TestJournals.KEY,
                        aside,
                        new ExaminationTests.Seen(new ArrayList<>(), new ArrayList<>()));
    }

    /** A crashed journal with one bit of the last frame changed. */
    private Path rotten(String... batches) throws IOException {
        Path folder = crashed(batches);
        Path segment = TestJournals.segment(folder, 1);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment, bytes);
        return folder;
    }

    private int end(String batch) throws IOException {
        return (int) Files.size(TestJournals.segment(crashed(batch), 1));
    }

    private static boolean keepsBytes(Journal journal) {
        return journal.keptTails().stream().anyMatch(each -> each.bytes() > 0);
    }

    private static List<String> names(Journal journal) {
        return journal.keptTails().stream().map(KeptTail::file).toList();
    }
}
