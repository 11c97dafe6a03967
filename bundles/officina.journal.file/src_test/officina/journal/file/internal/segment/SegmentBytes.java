// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/** All that the segments of a folder hold, opened: for tests that ask what is still in there. */
public final class SegmentBytes {

    private SegmentBytes() {}

    public static String of(Path folder, SecretKey key) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (Segment.numberOf(file) != null) {
                    append(Segment.read(file, new JournalKeys(key)), all);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private static void append(Segment segment, StringBuilder all) throws IOException {
        byte[] bytes = Files.readAllBytes(segment.file());
        Frame frames = new Frame(segment.key());
        int offset = SegmentHeader.LENGTH;
        for (int index = 0; offset < bytes.length; index++) {
            int length = (int) Frame.lengthAt(bytes, offset);
            byte[] frame = Arrays.copyOfRange(bytes, offset, offset + length);
            all.append(new String(
                    Objects.requireNonNull(frames.open(index, offset, frame, 0, length)), StandardCharsets.ISO_8859_1));
            offset += length;
        }
    }
}
