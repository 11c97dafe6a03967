// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.core.run.KeptTail;
import officina.journal.file.internal.segment.Disk;
import officina.journal.file.internal.segment.Segment;
import officina.journal.file.internal.segment.SegmentHeader;

/**
 * What was cut off the end of a journal though it may have been confirmed: each in a file beside its segment, behind a
 * copy of the segment's header, without which it would have no key. The file is there until the person deletes it; its
 * content goes before that when sessions are removed, which may be in it, or when there are newer ones.
 */
final class KeptTails {

    /** So many of the newest keep their content, so that a failing disk is not filled with them. */
    private static final int WHOLE = 3;

    private static final String UNFINISHED = ".new";
    private static final Pattern NAME = Pattern.compile("0\\d{9}\\.tail-\\d+-\\d{8}-\\d{6}(-\\d+)?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Disk disk;

    KeptTails(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Keeps what is behind that place of the segment, durably; once, however often it is tried. */
    void keep(Segment segment, long from, InstantSource clock) throws IOException {
        byte[] content = content(segment.file(), from);
        String place = segment.file().getFileName().toString().replace(".segment", ".tail-" + from + "-");
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith(place) && Arrays.equals(content, Files.readAllBytes(file))) {
                return;
            }
        }
        disk.create(free(place + TIME.format(clock.instant())), content);
        for (Path old : files().stream().skip(WHOLE).toList()) {
            empty(old);
        }
    }

    private static byte[] content(Path segment, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "r")) {
            int length = Math.toIntExact(file.length() - from);
            byte[] content = new byte[SegmentHeader.LENGTH + length];
            file.readFully(content, 0, SegmentHeader.LENGTH);
            file.seek(from);
            file.readFully(content, SegmentHeader.LENGTH, length);
            return content;
        }
    }

    private Path free(String name) {
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i);
        }
        return free;
    }

    /** Takes the content out of all of them. */
    void empty() throws IOException {
        for (Path file : files()) {
            empty(file);
        }
    }

    private void empty(Path file) throws IOException {
        try (Disk.Output output = disk.open(file)) {
            if (output.size() > 0) {
                output.truncate(0);
                output.force();
            }
        }
    }

    /** Those that are there now, the newest first. */
    List<KeptTail> all() throws IOException {
        return files().stream()
                .map(file -> new KeptTail(
                        file.getFileName().toString(), Math.max(0, file.toFile().length() - SegmentHeader.LENGTH)))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(KeptTails::time).reversed())
                    .toList();
        }
    }

    /** Behind the number of the segment and the place in it, which have no order among each other after a repair. */
    private static String time(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf('-', name.indexOf('-') + 1));
    }

    /** Whether a crash left that while a tail was being kept; what it holds is still where it came from. */
    static boolean isLeftOver(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(UNFINISHED)
                && NAME.matcher(name.substring(0, name.length() - UNFINISHED.length()))
                        .matches();
    }
}
