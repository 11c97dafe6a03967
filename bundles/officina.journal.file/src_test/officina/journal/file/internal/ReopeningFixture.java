// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import officina.api.id.SessionId;
import officina.core.run.Journal;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a journal, and what tests do to it before it is opened again. */
abstract class ReopeningFixture {

    static final SessionId ONE = SampleEvents.session(1);

    static final SessionId TWO = SampleEvents.session(2);

    @TempDir
    Path temporary;

    /** The folder as a crash would leave it: not closed in order. */
    Path crashed(String... batches) throws IOException {
        Path live = Files.createTempDirectory(temporary, "live");
        try (Journal journal = TestJournals.open(live)) {
            for (String batch : batches) {
                journal.append(Stream.of(batch.split(","))
                        .map(text -> SampleEvents.draft(ONE, text))
                        .toList());
            }
            return copy(live);
        }
    }

    Path copy(Path folder) throws IOException {
        Path copy = Files.createTempDirectory(temporary, "copy");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    Path manySegments() throws IOException {
        Path folder = Files.createTempDirectory(temporary, "many");
        try (Journal journal = TestJournals.open(folder, 1024)) {
            while (TestJournals.segments(folder).size() < 4) {
                journal.append(SampleEvents.drafts(ONE, 3));
            }
        }
        return folder;
    }

    static void refuses(Path folder, String code, String what) {
        Map<Path, String> before = TestJournals.content(folder);
        assertEquals(code, TestJournals.failureOf(() -> TestJournals.open(folder, 1024)), what);
        Map<Path, String> after = TestJournals.content(folder);
        after.remove(folder.resolve("lock"));
        before.remove(folder.resolve("lock"));
        assertEquals(before, after, what);
    }
}
