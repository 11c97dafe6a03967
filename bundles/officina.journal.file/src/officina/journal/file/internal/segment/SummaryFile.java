// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import officina.api.id.SessionId;
import officina.base.DurableFiles;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the summary of a complete segment beside it, so that opening need not read the segment. Its content is one
 * frame under the segment's key, bound to the segment's length. Losing it costs time only.
 */
public final class SummaryFile {

    // frames of the segment count from 0
    static final int INDEX = -1;

    private SummaryFile() {}

    public static void write(Segment segment, SegmentSummary summary) throws IOException {
        long length = Files.size(segment.file());
        DurableFiles.replace(
                segment.summaryFile(),
                new Frame(segment.key()).seal(INDEX, length, content(summary)).array());
    }

    /** The summary, or nothing when there is none or it does not belong to this state of the segment. */
    public static @Nullable SegmentSummary read(Segment segment) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(segment.summaryFile());
        } catch (NoSuchFileException e) {
            return null;
        }
        byte[] content = new Frame(segment.key()).open(INDEX, Files.size(segment.file()), bytes, 0, bytes.length);
        try {
            return content == null ? null : summary(ByteBuffer.wrap(content), Files.size(segment.file()));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static ByteBuffer content(SegmentSummary summary) {
        IntList offsets = summary.offsets();
        IntList events = summary.sessionOfEvent();
        ByteBuffer out = ByteBuffer.allocate(3 * Integer.BYTES
                + 2 * Integer.BYTES * offsets.size()
                + 2 * Long.BYTES * summary.sessions().size()
                + Integer.BYTES * events.size());
        out.putInt(offsets.size()).putInt(summary.sessions().size()).putInt(events.size());
        for (int i = 0; i < offsets.size(); i++) {
            out.putInt(offsets.get(i)).putInt(summary.firstEvents().get(i));
        }
        for (SessionId session : summary.sessions()) {
            out.putLong(session.value().getMostSignificantBits());
            out.putLong(session.value().getLeastSignificantBits());
        }
        for (int i = 0; i < events.size(); i++) {
            out.putInt(events.get(i));
        }
        return out.flip();
    }

    /** What does not fit together, or into a segment of that length, is refused. */
    private static SegmentSummary summary(ByteBuffer in, long length) {
        int frames = within(in.getInt(), 0, Integer.MAX_VALUE);
        int sessions = within(in.getInt(), 0, Integer.MAX_VALUE);
        int events = within(in.getInt(), 0, Integer.MAX_VALUE);
        SegmentSummary summary = new SegmentSummary();
        int offset = SegmentHeader.LENGTH;
        int first = 0;
        for (int i = 0; i < frames; i++) {
            offset = within(in.getInt(), i == 0 ? offset : offset + 1, length - 1);
            // the first frame begins with the first event
            first = within(in.getInt(), first, i == 0 ? 0 : events);
            summary.addFrame(offset, first);
        }
        within(frames == 0 ? events : 0, 0, 0);
        for (int i = 0; i < sessions; i++) {
            summary.addSession(new SessionId(new UUID(in.getLong(), in.getLong())));
        }
        for (int i = 0; i < events; i++) {
            summary.addEvent(within(in.getInt(), SegmentSummary.GAP, sessions - 1));
        }
        within(in.remaining(), 0, 0);
        return summary;
    }

    private static int within(int value, int least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("not a number of a summary: " + value);
        }
        return value;
    }
}
