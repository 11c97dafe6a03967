// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.core.run.Journal;
import officina.journal.file.internal.FileJournalFactory;
import officina.testkit.FakeClock;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read wrong once is no damage. */
class SecondReadingTests {

    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");

    @TempDir
    private Path folder;

    private Segment segment;
    private int length;

    @BeforeEach
    void aSegmentOfOneFrame() throws IOException {
        try (Journal journal = new FileJournalFactory().open(folder, KEY, new FakeClock())) {
            journal.append(SampleEvents.drafts(SampleEvents.session(1), 2));
            length = (int) Files.size(folder.resolve(Segment.name(1))) - SegmentHeader.LENGTH;
        }
        segment = Segment.read(folder.resolve(Segment.name(1)), new JournalKeys(KEY));
    }

    @Test
    void events_are_read_from_the_file_again_before_they_are_called_damaged() throws IOException {
        List<EventEnvelope> events = read(SegmentInput.FILES);
        for (int i = 0; i < length; i++) {
            assertEquals(events, read(new WrongAt(SegmentHeader.LENGTH + i, 1)), "byte " + i);
        }
        assertEquals(
                JournalFailures.DAMAGED,
                assertThrows(FailureException.class, () -> read(new WrongAt(SegmentHeader.LENGTH + 40, 100)))
                        .failure()
                        .code());
    }

    @Test
    void so_is_the_end_of_a_segment_before_it_is_cut_off() throws IOException {
        SegmentScan right = SegmentScan.of(segment);
        for (int i = 0; i < right.length() - SegmentHeader.LENGTH; i++) {
            SegmentScan scan = SegmentScan.of(segment, new WrongAt(SegmentHeader.LENGTH + i, 1));
            assertEquals(2, scan.summary().events(), "byte " + i);
        }
        // the journal was closed in order: what is wrong again and again is damage, because the mark of that follows
        assertThrows(
                FailureException.class, () -> SegmentScan.of(segment, new WrongAt(SegmentHeader.LENGTH + 40, 100)));
        assertTrue(right.closed());
    }

    private List<EventEnvelope> read(SegmentInput input) throws IOException {
        return FrameReader.read(
                List.of(new Place(segment, 0, SegmentHeader.LENGTH, length, 1, new long[] {1, 2})), input);
    }

    /** A file of which one byte is read wrong, so many times. */
    private static final class WrongAt implements SegmentInput {
        private final long place;
        private int left;

        WrongAt(long place, int times) {
            this.place = place;
            left = times;
        }

        @Override
        public RandomAccessFile open(Path file) throws IOException {
            return new RandomAccessFile(file.toFile(), "r") {
                @Override
                public int read(byte[] bytes, int offset, int count) throws IOException {
                    long from = getFilePointer();
                    int read = super.read(bytes, offset, count);
                    if (place >= from && place < from + read && left > 0) {
                        left--;
                        bytes[offset + (int) (place - from)] ^= 1;
                    }
                    return read;
                }
            };
        }
    }
}
