// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.core.run.Journal;
import officina.core.run.RecoveryReport;
import officina.core.run.Snapshot;
import officina.testkit.FakeClock;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalRecoveryTests {

    private static final SessionId ONE = SampleEvents.session(1);
    private static final SessionId TWO = SampleEvents.session(2);

    @TempDir
    private Path temporary;

    @Test
    void finds_everything_after_it_was_reopened() {
        Path folder = temporary.resolve("journal");
        List<EventEnvelope> before;
        try (Journal journal = TestJournals.open(folder, 4096)) {
            for (int i = 0; i < 100; i++) {
                journal.append(SampleEvents.drafts(SampleEvents.session(i % 7), 1 + i % 3));
            }
            before = journal.readAll(1, 1000);
        }
        assertTrue(TestJournals.segments(folder).size() > 5);
        try (Journal journal = TestJournals.open(folder, 4096)) {
            assertEquals(before, journal.readAll(1, 1000));
            for (int session = 0; session < 7; session++) {
                SessionId id = SampleEvents.session(session);
                assertEquals(
                        before.stream()
                                .filter(event -> event.session().equals(id))
                                .toList(),
                        journal.read(id, 1, 1000));
            }
            assertEquals(new RecoveryReport(before.size(), 0, List.of()), journal.recovery());
            EventEnvelope next = journal.append(SampleEvents.drafts(SampleEvents.session(0), 1))
                    .getFirst();
            assertEquals(before.size() + 1, next.position());
            assertEquals(journal.lastSeq(SampleEvents.session(0)), next.seq());
        }
    }

    @Test
    void reads_any_part_of_many_segments() {
        Path folder = temporary.resolve("journal");
        try (Journal journal = TestJournals.open(folder, 2048)) {
            IntStream.rangeClosed(1, 300).forEach(i -> journal.append(List.of(SampleEvents.draft(ONE, "event " + i))));
        }
        List<String> expected =
                IntStream.rangeClosed(1, 300).mapToObj(i -> "event " + i).toList();
        Random random = new Random(1);
        try (Journal journal = TestJournals.open(folder, 2048)) {
            for (int i = 0; i < 200; i++) {
                int from = random.nextInt(300);
                int to = Math.min(300, from + random.nextInt(50));
                List<String> part = journal.read(ONE, from + 1, to - from).stream()
                        .map(SampleEvents::text)
                        .toList();
                assertEquals(expected.subList(from, to), part);
            }
        }
    }

    @Test
    void keeps_snapshots() {
        Path folder = temporary.resolve("journal");
        List<EventEnvelope> events;
        try (Journal journal = TestJournals.open(folder)) {
            events = journal.append(SampleEvents.drafts(ONE, 3));
            journal.keep(new Snapshot(ONE, 3, events));
        }
        try (Journal journal = TestJournals.open(folder)) {
            assertEquals(events, journal.snapshot(ONE).orElseThrow().essence());
        }
    }

    /** The folder as a crash would leave it: not closed in order. */
    private Path crashed(String... batches) throws IOException {
        Path live = Files.createTempDirectory(temporary, "live");
        try (Journal journal = TestJournals.open(live)) {
            for (String batch : batches) {
                journal.append(Stream.of(batch.split(","))
                        .map(text -> SampleEvents.draft(ONE, text))
                        .toList());
            }
            return copy(live);
        }
    }

    private Path copy(Path folder) throws IOException {
        Path copy = Files.createTempDirectory(temporary, "copy");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @Test
    void drops_a_torn_batch_whole_wherever_it_was_torn() throws IOException {
        Path oneBatch = crashed("a,b");
        int whole = (int) Files.size(TestJournals.segment(oneBatch, 1));
        Path twoBatches = crashed("a,b", "c,d,e");
        byte[] bytes = Files.readAllBytes(TestJournals.segment(twoBatches, 1));
        for (int length = whole; length < bytes.length; length++) {
            Path folder = copy(twoBatches);
            Files.write(TestJournals.segment(folder, 1), Arrays.copyOf(bytes, length));
            try (Journal journal = TestJournals.open(folder)) {
                assertEquals(List.of("a", "b"), TestJournals.texts(journal), "length " + length);
                assertEquals(2, journal.recovery().events());
                assertEquals(length - whole, journal.recovery().truncatedBytes());
                assertEquals(
                        length == whole ? 0 : 1, journal.recovery().remarks().size());
                journal.append(List.of(SampleEvents.draft(ONE, "f")));
            }
            try (Journal journal = TestJournals.open(folder)) {
                assertEquals(List.of("a", "b", "f"), TestJournals.texts(journal), "length " + length);
                assertEquals(0, journal.recovery().truncatedBytes());
            }
        }
    }

    @Test
    void takes_a_tail_of_zeros_or_rubbish_for_torn() throws IOException {
        Path crashed = crashed("a,b", "c");
        byte[] good = Files.readAllBytes(TestJournals.segment(crashed, 1));
        byte[] zeros = Arrays.copyOf(good, good.length + 5000);
        byte[] rubbish = zeros.clone();
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, rubbish, good.length, noise.length);
        for (byte[] tail : List.of(zeros, rubbish)) {
            Path folder = copy(crashed);
            Files.write(TestJournals.segment(folder, 1), tail);
            try (Journal journal = TestJournals.open(folder)) {
                assertEquals(List.of("a", "b", "c"), TestJournals.texts(journal));
                assertEquals(5000, journal.recovery().truncatedBytes());
            }
        }
    }

    @Test
    void takes_no_damage_before_a_whole_frame_for_a_torn_tail() throws IOException {
        Path crashed = crashed("a,b", "c");
        int lastFrame = (int) Files.size(TestJournals.segment(crashed("a,b"), 1));
        byte[] good = Files.readAllBytes(TestJournals.segment(crashed, 1));
        for (int i = 0; i < good.length; i++) {
            Path folder = copy(crashed);
            byte[] bad = good.clone();
            bad[i] ^= 0x40;
            Files.write(TestJournals.segment(folder, 1), bad);
            if (i < lastFrame) {
                refuses(folder, "journal.damaged", "byte " + i);
            } else {
                try (Journal journal = TestJournals.open(folder)) {
                    assertEquals(List.of("a", "b"), TestJournals.texts(journal), "byte " + i);
                    assertEquals(good.length - lastFrame, journal.recovery().truncatedBytes());
                }
            }
        }
    }

    @Test
    void takes_no_damage_for_a_torn_tail_once_it_was_closed_in_order() throws IOException {
        Path folder = temporary.resolve("journal");
        try (Journal journal = TestJournals.open(folder)) {
            journal.append(SampleEvents.drafts(ONE, 2));
        }
        int events = (int) Files.size(TestJournals.segment(crashed("event 1,event 2"), 1));
        byte[] good = Files.readAllBytes(TestJournals.segment(folder, 1));
        for (int i = 0; i < events; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(TestJournals.segment(folder, 1), bad);
            refuses(folder, "journal.damaged", "byte " + i);
        }
    }

    @Test
    void says_where_the_damage_is() throws IOException {
        Path crashed = crashed("a,b", "c");
        byte[] bytes = Files.readAllBytes(TestJournals.segment(crashed, 1));
        bytes[120] ^= 1;
        Files.write(TestJournals.segment(crashed, 1), bytes);

        String message = assertThrows(FailureException.class, () -> TestJournals.open(crashed))
                .failure()
                .message();
        assertEquals("The journal is damaged: 0000000001.segment at byte 76.", message);
    }

    @Test
    void finds_damage_in_a_complete_segment_when_it_is_read() throws IOException {
        Path folder = manySegments();
        Path file = TestJournals.segment(folder, 2);
        byte[] bytes = Files.readAllBytes(file);
        bytes[200] ^= 1;
        Files.write(file, bytes);

        try (Journal journal = TestJournals.open(folder, 1024)) {
            assertEquals("journal.damaged", TestJournals.failureOf(() -> journal.readAll(1, 1000)));
            assertEquals(1, journal.readAll(1, 1).size());
            assertEquals(1, journal.readAll(journal.lastPosition(), 1).size());
            journal.append(SampleEvents.drafts(ONE, 1));
        }
        Files.delete(folder.resolve("0000000002.summary"));
        refuses(folder, "journal.damaged", "without its summary");
    }

    @Test
    void refuses_a_complete_segment_that_lost_its_end() throws IOException {
        Path folder = manySegments();
        Path file = TestJournals.segment(folder, 2);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 40, 76, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            refuses(folder, "journal.damaged", "length " + length);
        }
    }

    @Test
    void refuses_a_journal_with_a_missing_segment() throws IOException {
        for (int missing : new int[] {1, 2}) {
            Path folder = manySegments();
            Files.delete(TestJournals.segment(folder, missing));
            refuses(folder, "journal.damaged", "segment " + missing);
        }
    }

    @Test
    void refuses_segments_that_changed_places() throws IOException {
        Path folder = manySegments();
        Path second = TestJournals.segment(folder, 2);
        Path third = TestJournals.segment(folder, 3);
        byte[] bytes = Files.readAllBytes(second);
        Files.copy(third, second, StandardCopyOption.REPLACE_EXISTING);
        Files.write(third, bytes);

        refuses(folder, "journal.damaged", "swapped");
    }

    @Test
    void refuses_frames_that_changed_places_or_were_cut_out_or_came_from_elsewhere() throws IOException {
        Path crashed = crashed("a", "b", "c", "d");
        Path file = TestJournals.segment(crashed, 1);
        byte[] good = Files.readAllBytes(file);
        int frame = (good.length - 76) / 4;
        byte[] other = Files.readAllBytes(TestJournals.segment(crashed("a", "b", "c", "d"), 1));

        byte[] swapped = good.clone();
        System.arraycopy(good, 76, swapped, 76 + frame, frame);
        System.arraycopy(good, 76 + frame, swapped, 76, frame);
        byte[] cut = new byte[good.length - frame];
        System.arraycopy(good, 0, cut, 0, 76 + frame);
        System.arraycopy(good, 76 + 2 * frame, cut, 76 + frame, good.length - 76 - 2 * frame);
        byte[] foreign = good.clone();
        System.arraycopy(other, 76 + frame, foreign, 76 + frame, frame);

        Files.write(file, swapped);
        refuses(crashed, "journal.damaged", "swapped");
        Files.write(file, foreign);
        refuses(crashed, "journal.damaged", "foreign");
        Files.write(file, cut);
        refuses(crashed, "journal.damaged", "cut");
    }

    @Test
    void tells_a_wrong_key_from_damage() throws IOException {
        Path folder = manySegments();
        Map<Path, String> before = TestJournals.content(folder);

        assertEquals(
                "journal.wrong-key",
                TestJournals.failureOf(
                        () -> new FileJournalFactory().open(folder, TestJournals.OTHER_KEY, new FakeClock())));
        assertEquals(before, TestJournals.content(folder));
    }

    @Test
    void refuses_a_newer_format() throws IOException {
        Path folder = crashed("a");
        Path file = TestJournals.segment(folder, 1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[9] = 3;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 72);
        ByteBuffer.wrap(bytes).putInt(72, (int) crc.getValue());
        Files.write(file, bytes);

        refuses(folder, "engine.newer-data", "version 3");
    }

    @Test
    void does_without_a_summary_that_is_lost_or_broken() throws IOException {
        Path folder = manySegments();
        List<EventEnvelope> before;
        try (Journal journal = TestJournals.open(folder, 1024)) {
            before = journal.readAll(1, 1000);
        }
        Files.delete(folder.resolve("0000000001.summary"));
        Files.write(folder.resolve("0000000002.summary"), new byte[100]);

        try (Journal journal = TestJournals.open(folder, 1024)) {
            assertEquals(before, journal.readAll(1, 1000));
        }
        assertTrue(Files.size(folder.resolve("0000000001.summary")) > 0);
    }

    @Test
    void survives_a_crash_while_a_segment_was_made() throws IOException {
        Path folder = manySegments();
        Files.write(
                folder.resolve("%010d.segment.new"
                        .formatted(TestJournals.segments(folder).size() + 1)),
                new byte[30]);

        try (Journal journal = TestJournals.open(folder, 1024)) {
            for (int i = 0; i < 20; i++) {
                journal.append(SampleEvents.drafts(ONE, 3));
            }
        }
        try (Journal journal = TestJournals.open(folder, 1024)) {
            assertEquals(journal.lastPosition(), journal.readAll(1, 1000).size());
        }
    }

    @Test
    void lets_nobody_else_in_while_it_is_open() {
        Path folder = temporary.resolve("journal");
        try (Journal journal = TestJournals.open(folder)) {
            assertEquals("engine.in-use", TestJournals.failureOf(() -> TestJournals.open(folder)));
            journal.append(SampleEvents.drafts(ONE, 1));
        }
        TestJournals.open(folder).close();
    }

    @Test
    void writes_no_text_in_plain() throws IOException {
        Path folder = temporary.resolve("journal");
        String marker = "renew-the-passport-marker";
        try (Journal journal = TestJournals.open(folder, 1024)) {
            for (int i = 0; i < 20; i++) {
                List<EventEnvelope> events = journal.append(List.of(SampleEvents.draft(ONE, marker)));
                journal.keep(new Snapshot(ONE, i, events));
            }
            String hex = HexFormat.of().formatHex(marker.getBytes());
            String session = HexFormat.of().formatHex(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 1});
            for (String content : TestJournals.content(temporary).values()) {
                assertFalse(content.contains(hex));
                assertFalse(content.contains(session));
            }
        }
    }

    @Test
    void takes_a_snapshot_that_is_damaged_or_of_another_session_for_none() throws IOException {
        Path folder = temporary.resolve("journal");
        try (Journal journal = TestJournals.open(folder)) {
            List<EventEnvelope> events = journal.append(SampleEvents.drafts(ONE, 3));
            journal.append(SampleEvents.drafts(TWO, 3));
            journal.keep(new Snapshot(ONE, 3, events));
            Path file = folder.resolve("snapshots").resolve(ONE + ".snapshot");
            byte[] good = Files.readAllBytes(file);

            Files.write(folder.resolve("snapshots").resolve(TWO + ".snapshot"), good);
            assertTrue(journal.snapshot(TWO).isEmpty());
            for (int i = 0; i < good.length; i += 7) {
                byte[] bad = good.clone();
                bad[i] ^= 2;
                Files.write(file, bad);
                assertTrue(journal.snapshot(ONE).isEmpty(), "byte " + i);
            }
            Files.write(file, good);
            assertTrue(journal.snapshot(ONE).isPresent());
        }
    }

    private Path manySegments() throws IOException {
        Path folder = Files.createTempDirectory(temporary, "many");
        try (Journal journal = TestJournals.open(folder, 1024)) {
            while (TestJournals.segments(folder).size() < 4) {
                journal.append(SampleEvents.drafts(ONE, 3));
            }
        }
        return folder;
    }

    private static void refuses(Path folder, String code, String what) {
        Map<Path, String> before = TestJournals.content(folder);
        assertEquals(code, TestJournals.failureOf(() -> TestJournals.open(folder, 1024)), what);
        Map<Path, String> after = TestJournals.content(folder);
        after.remove(folder.resolve("lock"));
        before.remove(folder.resolve("lock"));
        assertEquals(before, after, what);
    }
}
