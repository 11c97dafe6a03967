// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import officina.api.error.FailureException;
import officina.core.run.Journal;
import officina.journal.file.internal.segment.Disk;
import officina.testkit.FakeClock;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Assertions;

/** Opens journals for tests and looks into their folders. */
final class TestJournals {

    static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    static final SecretKey OTHER_KEY = new SecretKeySpec("another key of thirty-two bytes.".getBytes(), "AES");

    private TestJournals() {}

    static Journal open(Path folder) {
        return new FileJournalFactory().open(folder, KEY, new FakeClock());
    }

    /** With segments of that length, so that few events fill several. */
    static Journal open(Path folder, int segmentLength) {
        return open(folder, segmentLength, Disk.ofThisMachine());
    }

    static Journal open(Path folder, int segmentLength, Disk disk) {
        return new FileJournalFactory(disk, segmentLength).open(folder, KEY, new FakeClock());
    }

    static String failureOf(Runnable call) {
        return Assertions.assertThrows(FailureException.class, call::run)
                .failure()
                .code();
    }

    /** Everything the journal says, in order. */
    static List<String> texts(Journal journal) {
        return journal.readAll(1, Integer.MAX_VALUE).stream()
                .map(SampleEvents::text)
                .toList();
    }

    static Path segment(Path folder, int number) {
        return folder.resolve("%010d.segment".formatted(number));
    }

    static List<Path> segments(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files with their content. */
    static Map<Path, String> content(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file, TestJournals::hex, (a, _) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
