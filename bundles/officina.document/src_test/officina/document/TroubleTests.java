// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.document.internal.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they were, or no files at all. */
class TroubleTests {

    @TempDir
    private Path folder;

    @Test
    void what_is_not_there_is_gone() throws Exception {
        assertEquals(DocumentProblem.GONE, Read.problem(folder.resolve("none.txt")));
        assertEquals(DocumentProblem.GONE, Read.problem(folder.resolve("none.pdf")));
        assertEquals(DocumentProblem.GONE, Read.problem(folder.resolve("none.docx")));
    }

    @Test
    void links_folders_and_pipes_are_not_read() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), "Text.");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), text);
        Path circle = folder.resolve("circle.txt");
        Files.createSymbolicLink(circle, circle);
        Path directory = Files.createDirectory(folder.resolve("folder.txt"));

        assertEquals(DocumentProblem.LINK, Read.problem(link));
        assertEquals(DocumentProblem.LINK, Read.problem(circle));
        assertEquals(DocumentProblem.UNSUPPORTED, Read.problem(directory));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_not_waited_for() throws Exception {
        Path pipe = folder.resolve("pipe.txt");
        Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "mkfifo takes its time");
        assumeTrue(Files.exists(pipe, LinkOption.NOFOLLOW_LINKS));

        assertEquals(DocumentProblem.UNSUPPORTED, Read.problem(pipe));
    }

    @Test
    void what_the_account_may_not_read_is_forbidden() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "Text.");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "root may read everything");

        assertEquals(DocumentProblem.FORBIDDEN, Read.problem(file));
    }

    @Test
    void a_file_that_is_written_to_meanwhile_is_told_of() throws Exception {
        for (String name : new String[] {"a.txt", "a.pdf", "a.docx"}) {
            Path file = folder.resolve(name);
            switch (name) {
                case "a.pdf" -> Pdfs.pages(file, "Text.");
                case "a.docx" -> new WordFile().body(WordFile.p("Text.")).save(file);
                default -> Files.writeString(file, "Text.");
            }
            FileTime other =
                    FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(10));
            AtomicInteger looks = new AtomicInteger();
            // the clock is looked at when the reading has begun
            LongSupplier clock = () -> {
                if (looks.getAndIncrement() == 1) {
                    touch(file, other);
                }
                return 0;
            };

            DocumentReading reading = new Documents(Read.SMALL, clock).read(file);

            assertTrue(
                    reading instanceof DocumentReading.Unread unread
                            && unread.trouble().problem() == DocumentProblem.CHANGED
                            && unread.trouble().failure().retryable(),
                    reading.toString());
        }
    }

    @Test
    void time_is_measured_for_text_too() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "Text.");
        Limits none = new Limits(100, 100, 100, 1, 100, 100, 100, 100, Duration.ZERO, 10);
        AtomicInteger clock = new AtomicInteger();

        DocumentReading reading = new Documents(none, clock::getAndIncrement).read(file);

        assertTrue(
                reading instanceof DocumentReading.Unread unread
                        && unread.trouble().problem() == DocumentProblem.TOO_SLOW,
                reading.toString());
    }

    private static void touch(Path file, FileTime time) {
        try {
            Files.setLastModifiedTime(file, time);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
