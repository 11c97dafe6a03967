// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import officina.core.run.Journal;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/** What a crash left half written is dropped; damage is not taken for it. */
class FileJournalTornTailTests extends ReopeningFixture {

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
                    assertEquals(1, journal.keptTails().size(), "byte " + i);
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
}
