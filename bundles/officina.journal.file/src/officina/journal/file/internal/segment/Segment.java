// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * One file of the journal: a {@link SegmentHeader}, then frames without gaps.
 *
 * @param number from 1, without gaps
 * @param firstPosition of the first event in it
 * @param key of its frames
 */
public record Segment(int number, Path file, long firstPosition, SecretKey key) {

    private static final Pattern NAME = Pattern.compile("(0\\d{9})\\.segment");

    /** The number in a file's name; nothing when it is no segment. */
    public static @Nullable Integer numberOf(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    public static String name(int number) {
        return name(number, "segment");
    }

    private static String name(int number, String ending) {
        return String.format(Locale.ROOT, "%010d.%s", number, ending);
    }

    /** Where a summary of the segment is kept once it is complete. */
    public Path summaryFile() {
        return file.resolveSibling(name(number, "summary"));
    }

    /** What is to take the place of a segment, until it does. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".rewritten");
    }

    /** Whether a crash left that behind while a segment was written anew. */
    public static boolean isLeftOver(Path file) {
        return file.getFileName().toString().contains(".segment.rewritten");
    }

    /** Reads the header of an existing file; throws the failure that fits. */
    public static Segment read(Path file, JournalKeys keys) throws IOException {
        byte[] bytes = new byte[SegmentHeader.LENGTH];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < bytes.length) {
                throw JournalFailures.damaged(file, in.length());
            }
            in.readFully(bytes);
        }
        SegmentHeader header = SegmentHeader.parse(bytes, file, keys);
        Integer number = numberOf(file);
        if (number == null || number != header.number()) {
            throw JournalFailures.damaged(file, 0);
        }
        return new Segment(number, file, header.firstPosition(), keys.frames(header));
    }

    /** Makes the file with its header, durably; its name appears when it is complete. */
    public static Segment create(Path folder, int number, long firstPosition, JournalKeys keys, Disk disk)
            throws IOException {
        SegmentHeader header = SegmentHeader.fresh(number, firstPosition);
        Path file = folder.resolve(name(number));
        disk.create(file, header.bytes(keys));
        return new Segment(number, file, firstPosition, keys.frames(header));
    }
}
