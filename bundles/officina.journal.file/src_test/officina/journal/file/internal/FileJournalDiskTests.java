// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Journal;
import officina.core.run.Snapshot;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileJournalDiskTests {

    private static final SessionId ONE = SampleEvents.session(1);
    private static final int LONG = 1 << 20;

    @TempDir
    private Path temporary;

    private final FailingDisk disk = new FailingDisk();

    private Path folder() {
        return temporary.resolve("journal");
    }

    @Test
    void goes_on_after_a_full_disk_has_room_again() {
        try (Journal journal = TestJournals.open(folder(), LONG, disk)) {
            append(journal, "a");
            for (int room = 0; room < 100; room += 9) {
                disk.room = room;
                assertEquals("journal.full", TestJournals.failureOf(() -> append(journal, "lost")));
                assertEquals(List.of("a"), TestJournals.texts(journal));
            }
            disk.room = Long.MAX_VALUE;
            assertEquals(2, append(journal, "b").position());
            disk.room = 10;
            assertEquals("journal.full", TestJournals.failureOf(() -> append(journal, "lost")));
        }
        try (Journal journal = TestJournals.open(folder())) {
            assertEquals(List.of("a", "b"), TestJournals.texts(journal));
            assertEquals(0, journal.recovery().truncatedBytes());
        }
    }

    @Test
    void does_not_begin_a_segment_on_a_full_disk() {
        try (Journal journal = TestJournals.open(folder(), 200, disk)) {
            disk.room = 0;
            assertEquals("journal.full", TestJournals.failureOf(() -> append(journal, "lost")));
            disk.room = Long.MAX_VALUE;
            append(journal, "a");
            append(journal, "b");
            disk.room = 0;
            assertEquals("journal.full", TestJournals.failureOf(() -> append(journal, "lost")));
            disk.room = Long.MAX_VALUE;
            append(journal, "c");
        }
        try (Journal journal = TestJournals.open(folder())) {
            assertEquals(List.of("a", "b", "c"), TestJournals.texts(journal));
        }
    }

    @Test
    void fails_a_full_batch_whole_for_every_writer() throws Exception {
        List<Future<EventEnvelope>> results = new ArrayList<>();
        try (Journal journal = TestJournals.open(folder(), LONG, disk)) {
            append(journal, "a");
            disk.room = 3000;
            try (ExecutorService executor = Threads.perTask("writer")) {
                for (int i = 0; i < 100; i++) {
                    results.add(executor.submit(() -> append(journal, "text")));
                }
            }
            int kept = 0;
            for (Future<EventEnvelope> result : results) {
                if (result.state() == Future.State.SUCCESS) {
                    kept++;
                    assertEquals(
                            List.of(result.resultNow()),
                            journal.read(ONE, result.resultNow().seq(), 1));
                } else {
                    FailureException failure = (FailureException) result.exceptionNow();
                    assertEquals("journal.full", failure.failure().code());
                    assertTrue(failure.failure().retryable());
                }
            }
            assertEquals(kept + 1, journal.lastPosition());
            assertTrue(kept < 100);
        }
    }

    @Test
    void accepts_nothing_more_after_the_disk_failed_to_synchronise() {
        try (Journal journal = TestJournals.open(folder(), LONG, disk)) {
            append(journal, "a");
            disk.forceError = "Input/output error";
            assertEquals("journal.io", TestJournals.failureOf(() -> append(journal, "b")));
            disk.forceError = "";
            assertEquals("journal.io", TestJournals.failureOf(() -> append(journal, "c")));
            assertEquals(List.of("a"), TestJournals.texts(journal));
        }
        try (Journal journal = TestJournals.open(folder())) {
            // it is not known whether the second was kept, but the third must not be
            assertTrue(List.of(List.of("a"), List.of("a", "b")).contains(TestJournals.texts(journal)));
            append(journal, "d");
        }
    }

    @Test
    void accepts_nothing_more_after_a_write_failed_for_another_reason() {
        try (Journal journal = TestJournals.open(folder(), LONG, disk)) {
            append(journal, "a");
            disk.writeError = "Input/output error";
            assertEquals("journal.io", TestJournals.failureOf(() -> append(journal, "b")));
            disk.writeError = "";
            assertEquals("journal.io", TestJournals.failureOf(() -> append(journal, "c")));
        }
        try (Journal journal = TestJournals.open(folder())) {
            assertEquals(List.of("a"), TestJournals.texts(journal));
        }
    }

    @Test
    void accepts_nothing_more_when_a_part_of_a_batch_cannot_be_taken_back() {
        try (Journal journal = TestJournals.open(folder(), LONG, disk)) {
            append(journal, "a");
            disk.room = 20;
            disk.truncateError = "Input/output error";
            assertEquals("journal.io", TestJournals.failureOf(() -> append(journal, "b")));
            disk.room = Long.MAX_VALUE;
            disk.truncateError = "";
            assertEquals("journal.io", TestJournals.failureOf(() -> append(journal, "c")));
        }
        try (Journal journal = TestJournals.open(folder())) {
            assertEquals(List.of("a"), TestJournals.texts(journal));
            assertEquals(20, journal.recovery().truncatedBytes());
        }
    }

    @Test
    void lives_without_snapshots_that_cannot_be_kept() throws IOException {
        try (Journal journal = TestJournals.open(folder())) {
            EventEnvelope event = append(journal, "a");
            Files.writeString(folder().resolve("snapshots"), "in the way");

            journal.keep(new Snapshot(ONE, 1, List.of(event)));

            assertTrue(journal.snapshot(ONE).isEmpty());
            append(journal, "b");
        }
    }

    @Test
    void refuses_more_at_once_than_it_can_hold() {
        String large = "x".repeat(9_000_000);
        try (Journal journal = TestJournals.open(folder())) {
            assertEquals(
                    "journal.too-large",
                    TestJournals.failureOf(
                            () -> journal.append(Collections.nCopies(8, SampleEvents.draft(ONE, large)))));
            journal.append(Collections.nCopies(3, SampleEvents.draft(ONE, large)));
            append(journal, "a");
        }
        try (Journal journal = TestJournals.open(folder())) {
            assertEquals(
                    List.of("a"),
                    journal.read(ONE, 4, 1).stream().map(SampleEvents::text).toList());
            assertEquals(large, SampleEvents.text(journal.read(ONE, 2, 1).getFirst()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keeps_its_promises_on_a_disk_that_is_really_full() throws Exception {
        Path mount = Files.createDirectory(temporary.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", mount.toString()), "needs the right to mount");
        try {
            List<String> kept = new ArrayList<>();
            try (Journal journal = TestJournals.open(mount.resolve("journal"))) {
                String code = "";
                while (code.isEmpty()) {
                    try {
                        kept.add(SampleEvents.text(append(journal, "event " + kept.size() + " " + "x".repeat(500))));
                    } catch (FailureException e) {
                        code = e.failure().code();
                    }
                }
                assertEquals("journal.full", code);
                assertEquals(kept, TestJournals.texts(journal));
            }
            try (Journal journal = TestJournals.open(mount.resolve("journal"))) {
                assertEquals(kept, TestJournals.texts(journal));
                assertEquals("journal.full", TestJournals.failureOf(() -> append(journal, "x".repeat(5000))));
                assertTrue(run("mount", "-o", "remount,size=1m", mount.toString()));
                kept.add(SampleEvents.text(append(journal, "x".repeat(5000))));
                assertEquals(kept, TestJournals.texts(journal));
            }
        } finally {
            run("umount", mount.toString());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void says_that_a_read_only_disk_cannot_be_used() throws Exception {
        Path mount = Files.createDirectory(temporary.resolve("readonly"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", mount.toString()), "needs the right to mount");
        try {
            try (Journal journal = TestJournals.open(mount.resolve("journal"))) {
                append(journal, "a");
            }
            assertTrue(run("mount", "-o", "remount,ro", mount.toString()));
            assertEquals("journal.io", TestJournals.failureOf(() -> TestJournals.open(mount.resolve("journal"))));
            assertEquals("journal.io", TestJournals.failureOf(() -> TestJournals.open(mount.resolve("other"))));
        } finally {
            run("umount", mount.toString());
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void says_that_a_folder_may_not_be_written() throws IOException {
        TestJournals.open(folder()).close();
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("r-x------"));
        Files.setPosixFilePermissions(folder().resolve("lock"), PosixFilePermissions.fromString("r--------"));
        assumeFalse(Files.isWritable(folder()), "this user may write everywhere");

        assertEquals("journal.io", TestJournals.failureOf(() -> TestJournals.open(folder())));
    }

    private static EventEnvelope append(Journal journal, String text) {
        return journal.append(List.of(SampleEvents.draft(ONE, text))).getFirst();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
