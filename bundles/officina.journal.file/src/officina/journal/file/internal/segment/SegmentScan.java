// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a segment from its beginning and finds out how far it is whole.
 *
 * @param summary of the whole frames
 * @param end where the last whole frame ends
 * @param length of the file
 * @param frames how many whole frames there are
 * @param closed whether the last of them marks an orderly end
 * @param doubtful whether what is behind them may be a frame that was confirmed and has changed since
 */
public record SegmentScan(SegmentSummary summary, long end, long length, int frames, boolean closed, boolean doubtful) {

    private static final int WINDOW = 1 << 20;

    /**
     * Scans the segment. What follows the last whole frame is a torn tail only when no other frame begins in it: each is
     * written when the one before is on the disk, so that anything else is damage and throws.
     */
    public static SegmentScan of(Segment segment) throws IOException {
        return of(segment, SegmentInput.FILES);
    }

    static SegmentScan of(Segment segment, SegmentInput input) throws IOException {
        try (RandomAccessFile file = input.open(segment.file())) {
            return new Scanner(segment, input, file).scan();
        }
    }

    private static final class Scanner {
        private final Segment segment;
        private final SegmentInput input;
        private final Frame frames;
        private final Window window;
        private final SegmentSummary summary = new SegmentSummary();
        private long offset = SegmentHeader.LENGTH;
        private int index;
        private boolean closed;
        private boolean doubtful;

        Scanner(Segment segment, SegmentInput input, RandomAccessFile file) throws IOException {
            this.segment = segment;
            this.input = input;
            frames = new Frame(segment.key());
            window = new Window(file);
        }

        SegmentScan scan() throws IOException {
            while (offset < window.length) {
                byte[] content = frame();
                if (content == null && isDoubtful()) {
                    doubtful = true;
                    content = again();
                }
                if (content == null) {
                    refuseDamage();
                    break;
                }
                doubtful = false;
                take(content);
            }
            return new SegmentScan(summary, offset, window.length, index, closed, doubtful);
        }

        private void take(byte[] content) throws IOException {
            try {
                Batch.Reader reader = new Batch.Reader(content);
                if (reader.firstPosition() != segment.firstPosition() + summary.events()) {
                    throw JournalFailures.damaged(segment.file(), offset);
                }
                int last = summary.events() + reader.count();
                summary.begin(Math.toIntExact(offset));
                while (summary.events() < last) {
                    item(reader, last - summary.events());
                }
                closed = reader.kind() == Batch.CLOSED;
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                throw JournalFailures.damaged(segment.file(), offset);
            }
            offset += (long) content.length + Frame.OVERHEAD;
            index++;
        }

        private void item(Batch.Reader reader, int room) {
            switch (reader.item()) {
                case EVENT -> summary.event(reader.session());
                case KEPT -> {
                    reader.session();
                    summary.kept();
                }
                case GAP -> {
                    int positions = reader.gap();
                    if (positions > room) {
                        throw new IllegalArgumentException("a gap beyond its frame");
                    }
                    summary.gap(positions);
                }
            }
        }

        /** The content of the next frame, or nothing when it is not whole. */
        private byte @Nullable [] frame() throws IOException {
            if (window.length - offset < Frame.OVERHEAD) {
                return null;
            }
            int head = window.at(offset, Frame.HEAD);
            if (!Frame.isHead(window.bytes, head, index)) {
                return null;
            }
            long length = Frame.lengthAt(window.bytes, head);
            if (length > window.length - offset) {
                return null;
            }
            int start = window.at(offset, Math.toIntExact(length));
            return frames.open(index, offset, window.bytes, start, (int) length);
        }

        private boolean isDoubtful() throws IOException {
            int length = Math.toIntExact(window.length - offset);
            int start = window.at(offset, length);
            return !TornTail.neverConfirmed(window.bytes, start, length, index);
        }

        private byte @Nullable [] again() throws IOException {
            int head = window.at(offset, Frame.HEAD);
            int length = Frame.isHead(window.bytes, head, index)
                    ? Math.toIntExact(Frame.lengthAt(window.bytes, head))
                    : Frame.HEAD;
            int start = window.at(offset, length);
            return SecondReading.of(segment, input, index, offset, window.bytes, start, length);
        }

        private void refuseDamage() throws IOException {
            for (long at = offset; window.length - at >= Frame.HEAD; at++) {
                int head = window.at(at, Frame.HEAD);
                int stated = Frame.indexAt(window.bytes, head);
                boolean torn = at == offset && stated == index;
                if (!torn && Frame.isHead(window.bytes, head, stated)) {
                    throw JournalFailures.damaged(segment.file(), offset);
                }
            }
        }
    }

    /** A piece of the file in memory that moves along. */
    private static final class Window {
        private final RandomAccessFile file;
        private final long length;
        private byte[] bytes = new byte[0];
        private long start;
        private int filled;

        Window(RandomAccessFile file) throws IOException {
            this.file = file;
            length = file.length();
        }

        /** Makes the bytes at that place of the file available and returns where in the window they are. */
        int at(long place, int count) throws IOException {
            if (place < start || place + count > start + filled) {
                int size = (int) Math.min(Math.max(count, WINDOW), length - place);
                if (size < count) {
                    throw new EOFException();
                }
                if (bytes.length < size) {
                    bytes = new byte[size];
                }
                file.seek(place);
                file.readFully(bytes, 0, size);
                start = place;
                filled = size;
            }
            return (int) (place - start);
        }
    }
}
