// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a frame that did not open once more, with nothing that the first reading had: another file handle, buffer and
 * cipher. The log is told what was wrong the first time, in numbers, so that a defect of the disk can be told from one of
 * the machine or the program.
 */
final class SecondReading {

    private static final Logger log = LoggerFactory.getLogger(SecondReading.class);

    private SecondReading() {}

    /**
     * The content, or nothing where it does not open now either.
     *
     * @param length of the bytes that did not open; only the head where it states none
     */
    static byte @Nullable [] of(
            Segment segment, SegmentInput input, int index, long offset, byte[] bytes, int at, int length)
            throws IOException {
        Frame.Fault fault = Frame.fault(index, bytes, at, length);
        try (RandomAccessFile file = input.open(segment.file())) {
            byte[] again = read(file, offset, length);
            boolean differs = !Arrays.equals(again, 0, again.length, bytes, at, at + length);
            if (length == Frame.HEAD && Frame.isHead(again, 0, index)) {
                again = read(file, offset, Frame.lengthAt(again, 0));
            }
            byte[] content = new Frame(segment.key()).open(index, offset, again, 0, again.length);
            boolean opens = content != null;
            log.warn(
                    "Frame {} of journal segment {} at byte {} of {} did not open: {} in {} bytes. Read again they differ:"
                            + " {}; it opens: {}",
                    index,
                    segment.number(),
                    offset,
                    file.length(),
                    fault,
                    length,
                    differs,
                    opens);
            return content;
        }
    }

    /** So many bytes, or those that are there. */
    private static byte[] read(RandomAccessFile file, long offset, long length) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(Math.max(0, Math.min(length, file.length() - offset)))];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }
}
