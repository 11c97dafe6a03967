// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.api.document.DocumentTrouble;
import officina.api.document.Passage;
import officina.document.internal.Limits;

/** Reads files in tests. */
final class Read {

    /** Small enough that passing them costs a test nothing. */
    static final Limits SMALL =
            new Limits(1 << 20, 4 << 20, 200_000, 50, 1 << 20, 4 << 20, 20_000, 100_000, Duration.ofMinutes(5), 1_000);

    private Read() {}

    static DocumentReading of(Path file) throws InterruptedException {
        return new Documents(SMALL, () -> 0).read(file);
    }

    static DocumentReading.Read whole(Path file) throws InterruptedException {
        DocumentReading.Read read = part(file);
        if (!read.troubles().isEmpty()) {
            fail(read.troubles().toString());
        }
        return read;
    }

    static DocumentReading.Read part(Path file) throws InterruptedException {
        return switch (of(file)) {
            case DocumentReading.Read read -> read;
            case DocumentReading.Unread unread -> fail(unread.trouble().toString());
        };
    }

    static List<Passage> passages(Path file) throws InterruptedException {
        return whole(file).passages();
    }

    static String text(Path file) throws InterruptedException {
        return passages(file).stream().map(Passage::text).collect(Collectors.joining("\n\n"));
    }

    /** Why a file was not read; says all that the person is told. */
    static DocumentProblem problem(Path file) throws InterruptedException {
        return switch (of(file)) {
            case DocumentReading.Read read -> fail("was read: " + read.passages());
            case DocumentReading.Unread(DocumentTrouble trouble) -> {
                assertTrue(trouble.path().equals(file.toString()), trouble.path());
                assertTrue(trouble.failure().code().startsWith("document."), trouble.toString());
                assertFalse(trouble.failure().message().isBlank());
                yield trouble.problem();
            }
        };
    }
}
