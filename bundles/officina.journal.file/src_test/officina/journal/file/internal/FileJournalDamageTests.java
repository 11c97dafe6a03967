// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;
import officina.api.error.FailureException;
import officina.core.run.Journal;
import officina.testkit.FakeClock;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/** Damage, and what was put together from elsewhere, is noticed and named. */
class FileJournalDamageTests extends ReopeningFixture {

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
}
