// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import officina.journal.file.internal.index.JournalIndex;
import officina.testkit.SampleEvents;

/**
 * Any bytes as what the summary of a segment holds, sealed with the right key: taken into the index and asked, or as good
 * as none. Run by {@code releng/scripts/fuzz}.
 */
public final class SummaryFuzz {

    private static final int LENGTH = 4_096;
    private static final Segment SEGMENT = segment();
    private static final Frame FRAMES = new Frame(SEGMENT.key());

    private SummaryFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(
                SEGMENT.summaryFile(),
                FRAMES.seal(SummaryFile.INDEX, LENGTH, ByteBuffer.wrap(data)).array());
        SegmentSummary summary = SummaryFile.read(SEGMENT);
        if (summary == null) {
            return;
        }
        summary.trim();
        JournalIndex index = new JournalIndex();
        index.add(SEGMENT, summary, LENGTH);
        index.segmentsOf(Set.copyOf(summary.sessions()));
        if (index.lastPosition() != summary.events()) {
            throw new AssertionError(summary.events() + " events, and the last is " + index.lastPosition());
        }
        for (Place place : index.places(index.positions(1, 100))) {
            if (place.offset() < SegmentHeader.LENGTH
                    || place.offset() + place.length() > LENGTH
                    || place.length() < 1) {
                throw new AssertionError("outside of the segment: " + place.offset() + ", " + place.length());
            }
        }
    }

    private static Segment segment() {
        try {
            Path file = SegmentFuzz.file();
            Files.write(file, Arrays.copyOf(SegmentFuzz.HEADER, LENGTH));
            return Segment.read(file, SegmentFuzz.KEYS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() throws IOException {
        SegmentSummary plain = new SegmentSummary();
        plain.add(SegmentHeader.LENGTH, List.of(SampleEvents.session(1), SampleEvents.session(2)));
        plain.add(1_000, List.of(SampleEvents.session(2)));
        SegmentSummary gaps = new SegmentSummary();
        gaps.begin(SegmentHeader.LENGTH);
        gaps.gap(3);
        gaps.kept();
        gaps.event(SampleEvents.session(1));
        return List.of(written(plain), written(gaps), written(new SegmentSummary()));
    }

    private static byte[] written(SegmentSummary summary) throws IOException {
        SummaryFile.write(SEGMENT, summary);
        byte[] bytes = Files.readAllBytes(SEGMENT.summaryFile());
        return java.util.Objects.requireNonNull(FRAMES.open(SummaryFile.INDEX, LENGTH, bytes, 0, bytes.length));
    }
}
