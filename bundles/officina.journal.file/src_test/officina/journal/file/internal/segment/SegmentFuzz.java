// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import officina.api.error.FailureException;

/** Any bytes as a segment of the journal: scanned, or refused with a failure. Run by {@code releng/scripts/fuzz}. */
public final class SegmentFuzz {

    static final JournalKeys KEYS = new JournalKeys(new SecretKeySpec(new byte[32], "AES"));
    private static final int NUMBER = 1;
    private static final Path FILE = file();

    /** One that is always the same: the frames of a corpus open in no other. */
    static final byte[] HEADER = HexFormat.of()
            .parseHex(
                    "4f46464a524e4c0a000100000000000100000000000000011cfed8646edce0580abcd933e38c89a0435b3cfca5e8be7db90cfbdf606c65a2ee85998954bf9afbe59d59af0bd44c0c2c8db0cf");

    private SegmentFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        scan(data);
        // behind a header that is whole: else no frame would be looked at
        byte[] frames = new byte[HEADER.length + data.length];
        System.arraycopy(HEADER, 0, frames, 0, HEADER.length);
        System.arraycopy(data, 0, frames, HEADER.length, data.length);
        scan(frames);
    }

    private static void scan(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            SegmentScan scan = SegmentScan.of(Segment.read(FILE, KEYS));
            if (scan.end() > scan.length() || scan.length() != bytes.length) {
                throw new AssertionError("ends at " + scan.end() + " of " + bytes.length);
            }
        } catch (FailureException _) {
            // damaged, newer or another key
        }
    }

    static Path file() {
        try {
            return Files.createTempDirectory("fuzz").resolve(Segment.name(NUMBER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        Frame frames = new Frame(KEYS.frames(SegmentHeader.parse(HEADER, FILE, KEYS)));
        byte[] frame = frames.seal(0, HEADER.length, Batch.closed(1)).array();
        byte[] whole = Arrays.copyOf(HEADER, HEADER.length + frame.length);
        System.arraycopy(frame, 0, whole, HEADER.length, frame.length);
        return List.of(frame, whole);
    }
}
