// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/** Takes a stream of bytes apart into lines of limited length. Holds no more than one line and what came with it. One thread. */
public final class LineReader {

    private static final int SMALL = 16 * 1024;

    private final ReadableByteChannel in;
    private final int maxLength;
    private byte[] buffer = new byte[SMALL];
    private int start;
    private int looked;
    private int end;

    /** Lines of at most that many bytes, without their ends. */
    public LineReader(ReadableByteChannel in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /**
     * The next line that is not empty, without its end; {@code null} when the stream is at its end, where a line that was
     * not ended is dropped. Blocks. {@code protocol.line-too-long}: then nothing more can be read from the stream.
     */
    public byte @Nullable [] next() throws IOException {
        while (true) {
            byte[] line = buffered();
            if (line == null) {
                if (!fill()) {
                    return null;
                }
            } else if (line.length > 0) {
                return line;
            }
        }
    }

    private byte @Nullable [] buffered() {
        while (looked < end) {
            if (buffer[looked++] == '\n') {
                requireShort(looked - 1 - start);
                byte[] line = Arrays.copyOfRange(buffer, start, looked - 1);
                start = looked;
                return line;
            }
        }
        requireShort(end - start);
        return null;
    }

    private void requireShort(int length) {
        if (length > maxLength) {
            throw new FailureException(Failure.of(
                    "protocol.line-too-long",
                    ErrorKind.USER,
                    "A line has more than the " + maxLength + " bytes allowed.",
                    "Keep large content in a file and refer to it."));
        }
    }

    private boolean fill() throws IOException {
        int kept = end - start;
        if (start > 0) {
            byte[] target = buffer.length > SMALL && kept < SMALL / 2 ? new byte[SMALL] : buffer;
            System.arraycopy(buffer, start, target, 0, kept);
            buffer = target;
            looked -= start;
            start = 0;
            end = kept;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, maxLength + (long) SMALL));
        }
        int count = in.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
        end += Math.max(count, 0);
        return count >= 0;
    }
}
