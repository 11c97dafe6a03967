// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import officina.api.error.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that opens with the right key and makes no sense: what fuzzing behind the encryption has found. */
class SealedContentTests {

    @TempDir
    private Path folder;

    @Test
    void a_gap_of_more_positions_than_a_segment_has_is_damage_and_takes_no_memory() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Batch.HEAD + 1 + Integer.BYTES)
                .put((byte) Batch.REWRITTEN)
                .putInt(1)
                .putLong(1)
                .put((byte) 3)
                .putInt(Integer.MAX_VALUE)
                .flip();
        Segment segment = segment(content);
        assertDamaged(() -> SegmentScan.of(segment));
        assertDamaged(() -> new SegmentRewrite(segment, Set.of(), _ -> true)
                .write(SegmentFuzz.KEYS, Disk.ofThisMachine(), _ -> true));
        assertDamaged(() -> new SegmentSalvage(segment).judge((_, _) -> SegmentSalvage.Fate.STAYS));
    }

    @Test
    void a_frame_that_states_more_positions_than_a_segment_has_is_damage() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Batch.HEAD)
                .put((byte) Batch.EVENTS)
                .putInt(Integer.MAX_VALUE)
                .putLong(1)
                .flip();
        Segment segment = segment(content);
        assertDamaged(() -> SegmentScan.of(segment));
    }

    @Test
    void a_summary_that_does_not_fit_together_is_as_good_as_none() throws IOException {
        assertNotNull(summary(1, 1, 1, SegmentHeader.LENGTH, 0, 7, 7, 0));
        assertNull(summary(1, 1, 1, SegmentHeader.LENGTH, 0, 7, 7, 1), "an event of a session that is not there");
        assertNull(summary(1, 1, 1, SegmentHeader.LENGTH, 1, 7, 7, 0), "an event before the first frame");
        assertNull(summary(1, 1, 1, 1 << 20, 0, 7, 7, 0), "a frame behind the end");
        assertNull(summary(1, 1, 0, SegmentHeader.LENGTH, 0, 7, 7, 0), "more than it says");
    }

    /** Found by {@code SummaryFuzz}: events without a frame to be in. */
    @Test
    void a_summary_of_less_than_nothing_is_as_good_as_none() throws IOException {
        assertNull(summary(-1, 1, 3, 0, 1, 7, 0, 0), "frames");
        long gaps = (long) SegmentSummary.GAP << Integer.SIZE | SegmentSummary.GAP & 0xffff_ffffL;
        assertNull(summary(1, -1, 5, SegmentHeader.LENGTH, 0, gaps, gaps, SegmentSummary.GAP), "sessions");
    }

    private @org.jspecify.annotations.Nullable SegmentSummary summary(
            int frames, int sessions, int events, int offset, int first, long high, long low, int of)
            throws IOException {
        Segment segment = segment(Batch.closed(1));
        ByteBuffer content = ByteBuffer.allocate(6 * Integer.BYTES + 2 * Long.BYTES)
                .putInt(frames)
                .putInt(sessions)
                .putInt(events)
                .putInt(offset)
                .putInt(first)
                .putLong(high)
                .putLong(low)
                .putInt(of)
                .flip();
        Files.write(
                segment.summaryFile(),
                new Frame(segment.key())
                        .seal(SummaryFile.INDEX, Files.size(segment.file()), content)
                        .array());
        return SummaryFile.read(segment);
    }

    private Segment segment(ByteBuffer content) throws IOException {
        Path file = folder.resolve(Segment.name(1));
        SegmentHeader header = SegmentHeader.parse(SegmentFuzz.HEADER, file, SegmentFuzz.KEYS);
        byte[] frame = new Frame(SegmentFuzz.KEYS.frames(header))
                .seal(0, SegmentHeader.LENGTH, content)
                .array();
        byte[] whole = java.util.Arrays.copyOf(SegmentFuzz.HEADER, SegmentHeader.LENGTH + frame.length);
        System.arraycopy(frame, 0, whole, SegmentHeader.LENGTH, frame.length);
        Files.write(file, whole);
        return Segment.read(file, SegmentFuzz.KEYS);
    }

    private static void assertDamaged(org.junit.jupiter.api.function.Executable call) {
        assertEquals(
                "journal.damaged",
                assertThrows(FailureException.class, call).failure().code());
    }
}
