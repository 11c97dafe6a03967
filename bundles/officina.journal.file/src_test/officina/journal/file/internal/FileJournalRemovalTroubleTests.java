// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.FailureException;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.RemovalReport;
import officina.journal.file.internal.segment.SegmentBytes;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Removals that are stopped, that meet damage, or that a disk leaves half done. */
@Timeout(60)
class FileJournalRemovalTroubleTests {

    private static final int SEGMENT = 3_000;
    private static final SessionId GOES = SampleEvents.session(1);
    private static final SessionId STAYS = SampleEvents.session(2);

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void choose_a_folder() {
        folder = temporary.resolve("journal");
    }

    @Test
    void a_stop_is_heeded_before_any_further_frame_and_leaves_nothing_half_made() throws IOException {
        int frames = frames();
        assertTrue(frames > 20, "only " + frames + " frames");
        for (int most = 0; most < frames; most += 3) {
            int asked = most;
            AtomicInteger left = new AtomicInteger(most);
            AtomicInteger late = new AtomicInteger();
            try (Journal journal = TestJournals.open(folder, SEGMENT)) {
                List<String> stays = texts(journal, STAYS);
                RemovalReport report = journal.remove(Set.of(GOES), _ -> false, (_, _) -> {
                    late.addAndGet(left.get() < 0 ? 1 : 0);
                    return left.getAndDecrement() > 0;
                });
                assertEquals(stays, texts(journal, STAYS));
                assertEquals(List.of(), texts(journal, GOES));
                assertTrue(late.get() <= 2, "asked " + late + " times more after " + asked);
                if (!report.left().isEmpty()) {
                    assertEquals(Set.of(GOES), report.left());
                }
            }
            assertTrue(TestJournals.content(folder).keySet().stream()
                    .noneMatch(file -> file.toString().contains("rewritten")));
        }
        try (Journal journal = TestJournals.open(folder, SEGMENT)) {
            assertEquals(Set.of(), journal.remove(Set.of(GOES), _ -> false).left());
        }
        assertFalse(SegmentBytes.of(folder, TestJournals.KEY).contains("goes"));
    }

    /** Fills the journal, and says how often a removal that is not stopped asks. */
    private int frames() {
        try (Journal journal = TestJournals.open(folder, SEGMENT)) {
            fill(journal);
        }
        AtomicInteger asked = new AtomicInteger();
        try (Journal journal = TestJournals.open(temporary.resolve("same"), SEGMENT)) {
            fill(journal);
            journal.remove(Set.of(GOES), _ -> false, (_, _) -> asked.incrementAndGet() > 0);
        }
        return asked.get();
    }

    @Test
    void closing_ends_a_removal_that_is_at_work() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Journal journal = TestJournals.open(folder, SEGMENT);
        try (var threads = Threads.perTask("removal")) {
            fill(journal);
            Future<String> removal =
                    threads.submit(() -> TestJournals.failureOf(() -> journal.remove(Set.of(GOES), _ -> {
                        working.countDown();
                        await(goOn);
                        return false;
                    })));
            assertTrue(working.await(20, TimeUnit.SECONDS), "the removal did not begin");
            Future<?> closing = threads.submit(journal::close);
            // it refuses events before it waits for the file in the making
            awaitClosed(journal);
            goOn.countDown();
            assertEquals("journal.closed", removal.get(20, TimeUnit.SECONDS));
            closing.get(20, TimeUnit.SECONDS);
        }
        assertTrue(SegmentBytes.of(folder, TestJournals.KEY).contains("goes"));
    }

    @Test
    void damage_stops_only_what_lies_in_it() throws IOException {
        SessionId beside = SampleEvents.session(3);
        try (Journal journal = TestJournals.open(folder, SEGMENT)) {
            fill(journal);
            int segments = TestJournals.segments(folder).size();
            for (int i = 0; i < 100; i++) {
                journal.append(SampleEvents.drafts(beside, 1));
            }
            assertTrue(TestJournals.segments(folder).size() > segments + 1);
        }
        int damaged = 2;
        flip(TestJournals.segment(folder, damaged), 900);
        byte[] before = Files.readAllBytes(TestJournals.segment(folder, damaged));
        try (Journal journal = TestJournals.open(folder, SEGMENT)) {
            RemovalReport report = journal.remove(Set.of(GOES, beside), _ -> false);
            assertEquals(Set.of(GOES), report.left());
            assertTrue(report.events() > 150, report.toString());
            assertEquals(0, journal.lastSeq(GOES));
            assertEquals(
                    Set.of(GOES),
                    journal.remove(Set.of(GOES, beside), _ -> false).left());
            assertEquals(List.of(), journal.read(GOES, 1, 100));
            assertEquals(
                    Set.of(GOES, STAYS),
                    journal.remove(Set.of(STAYS), _ -> false).left());
        }
        assertArrayEquals(before, Files.readAllBytes(TestJournals.segment(folder, damaged)));
        Files.delete(TestJournals.segment(folder, damaged));
        assertFalse(SegmentBytes.of(folder, TestJournals.KEY).contains("goes"));
    }

    @Test
    void a_name_that_did_not_become_durable_leaves_all_readable_and_is_tried_again() {
        FailingDisk disk = new FailingDisk();
        try (Journal journal = TestJournals.open(folder, SEGMENT, disk)) {
            fill(journal);
            List<String> stays = texts(journal, STAYS);
            disk.nameError = "no longer there";
            assertEquals("journal.io", TestJournals.failureOf(() -> journal.remove(Set.of(GOES), _ -> false)));
            assertEquals(stays, texts(journal, STAYS));
            disk.nameError = "";
            assertEquals(Set.of(), journal.remove(Set.of(GOES), _ -> false).left());
            assertEquals(stays, texts(journal, STAYS));
        }
    }

    private static void fill(Journal journal) {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            List<Draft> drafts = new ArrayList<>();
            for (int each = 0; each <= random.nextInt(6); each++) {
                drafts.add(SampleEvents.draft(GOES, "goes " + i + " " + "x".repeat(random.nextInt(60))));
            }
            drafts.add(SampleEvents.draft(STAYS, "stays " + i));
            journal.append(drafts);
        }
    }

    private static List<String> texts(Journal journal, SessionId session) {
        return journal.read(session, 1, 1_000).stream().map(SampleEvents::text).toList();
    }

    private static void awaitClosed(Journal journal) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            while (System.nanoTime() < limit) {
                journal.append(SampleEvents.drafts(STAYS, 1));
            }
        } catch (FailureException e) {
            assertEquals("journal.closed", e.failure().code());
            return;
        }
        fail("the journal did not begin to close");
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            int old = open.read();
            open.seek(at);
            open.write(old ^ 1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "nobody let the disk go on");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
