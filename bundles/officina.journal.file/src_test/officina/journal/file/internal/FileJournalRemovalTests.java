// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.journal.file.internal.segment.SegmentBytes;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Removing sessions: what stays, what is gone, and what a crash in the middle leaves. */
@Timeout(120)
class FileJournalRemovalTests {

    private static final int SEGMENT = 3_000;
    private static final int ROUNDS = Boolean.getBoolean("officina.long") ? 100 : 5;

    @TempDir
    private Path temporary;

    /** What the journal must hold: position and text. */
    private final TreeMap<Long, EventEnvelope> model = new TreeMap<>();

    /** The positions of those that were kept of removed sessions. */
    private final Set<Long> kept = new HashSet<>();

    @Test
    void random_removals_leave_what_a_list_in_memory_leaves() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Path folder = temporary.resolve("journal" + seed);
            model.clear();
            kept.clear();
            for (int opening = 0; opening < 4; opening++) {
                try (Journal journal = TestJournals.open(folder, SEGMENT)) {
                    check(journal, "seed " + seed);
                    write(journal, random, 8);
                    remove(journal, random);
                    check(journal, "seed " + seed);
                    write(journal, random, 1);
                }
                if (random.nextBoolean()) {
                    loseSummaries(folder);
                }
            }
            try (Journal journal = TestJournals.open(folder, SEGMENT)) {
                check(journal, "seed " + seed);
            }
        }
    }

    @Test
    void nothing_of_a_removed_session_is_left_in_any_file() throws IOException {
        Path folder = temporary.resolve("journal");
        try (Journal journal = TestJournals.open(folder, SEGMENT)) {
            write(journal, new Random(1), 10);
            assertTrue(SegmentBytes.of(folder, TestJournals.KEY).contains("s2 "));
            long before = size(folder);
            long freed =
                    journal.remove(Set.of(SampleEvents.session(2)), _ -> false).bytes();
            assertTrue(freed > 0 && size(folder) < before, "freed " + freed);
            assertFalse(SegmentBytes.of(folder, TestJournals.KEY).contains("s2 "));
            assertTrue(SegmentBytes.of(folder, TestJournals.KEY).contains("s1 "));
        }
        assertTrue(TestJournals.content(folder).keySet().stream()
                .noneMatch(file -> file.toString().contains("rewritten")));
    }

    @Test
    void a_crash_at_any_step_leaves_all_others_and_the_beginning_of_what_is_removed() throws IOException {
        Path folder = temporary.resolve("journal");
        WatchedDisk disk = new WatchedDisk();
        List<Path> crashes = new ArrayList<>();
        Set<SessionId> gone = Set.of(SampleEvents.session(1), SampleEvents.session(3));
        List<EventEnvelope> before;
        try (Journal journal = TestJournals.open(folder, SEGMENT, disk)) {
            write(journal, new Random(5), 6);
            before = journal.readAll(1, Integer.MAX_VALUE);
            disk.watcher = () -> crashes.add(copy(folder, "crash" + crashes.size()));
            journal.remove(gone, FileJournalRemovalTests::isKept);
            disk.watcher = () -> {};
        }
        assertTrue(crashes.size() > 20, "only " + crashes.size() + " steps");
        for (Path crash : crashes) {
            try (Journal journal = TestJournals.open(crash, SEGMENT)) {
                for (SessionId session :
                        Set.copyOf(before.stream().map(EventEnvelope::session).toList())) {
                    List<EventEnvelope> had = before.stream()
                            .filter(event -> event.session().equals(session))
                            .toList();
                    List<EventEnvelope> has = journal.read(session, 1, Integer.MAX_VALUE);
                    assertEquals(gone.contains(session) ? had.subList(0, has.size()) : had, has, crash.toString());
                }
                journal.remove(gone, FileJournalRemovalTests::isKept);
                assertEquals(
                        before.stream()
                                .filter(event -> !gone.contains(event.session()) || isKept(event))
                                .toList(),
                        journal.readAll(1, Integer.MAX_VALUE));
            }
            String left = SegmentBytes.of(crash, TestJournals.KEY);
            for (EventEnvelope event : before) {
                String text = SampleEvents.text(event);
                assertEquals(!gone.contains(event.session()) || isKept(event), left.contains(text), text);
            }
            assertTrue(TestJournals.content(crash).keySet().stream()
                    .noneMatch(file -> file.toString().contains("rewritten")));
        }
    }

    @Test
    void a_full_disk_stops_it_and_it_goes_on_with_room() throws IOException {
        Path folder = temporary.resolve("journal");
        FailingDisk disk = new FailingDisk();
        try (Journal journal = TestJournals.open(folder, SEGMENT, disk)) {
            write(journal, new Random(6), 10);
            Set<SessionId> gone = Set.of(SampleEvents.session(0));
            for (int room = 0; room < 900; room += 200) {
                disk.room = room;
                assertTrue(TestJournals.failureOf(() -> journal.remove(gone, _ -> false))
                        .startsWith("journal."));
            }
            disk.room = Long.MAX_VALUE;
            journal.append(List.of(SampleEvents.draft(SampleEvents.session(9), "after")));
        }
        try (Journal journal = TestJournals.open(folder, SEGMENT)) {
            journal.remove(Set.of(SampleEvents.session(0)), _ -> false);
            model.values().removeIf(event -> event.session().equals(SampleEvents.session(0)));
            EventEnvelope last = journal.readAll(journal.lastPosition(), 1).getFirst();
            model.put(last.position(), last);
            check(journal, "after the full disk");
        }
    }

    @Test
    void readers_and_writers_go_on_meanwhile() throws Exception {
        Path folder = temporary.resolve("journal");
        AtomicBoolean done = new AtomicBoolean();
        try (Journal journal = TestJournals.open(folder, SEGMENT);
                var threads = Threads.perTask("reader")) {
            write(journal, new Random(8), 12);
            SessionId stays = SampleEvents.session(4);
            List<EventEnvelope> expected = journal.read(stays, 1, Integer.MAX_VALUE);
            Future<Integer> reader = threads.submit(() -> {
                int reads = 0;
                while (!done.get()) {
                    assertEquals(expected, journal.read(stays, 1, expected.size()));
                    journal.readAll(1, 1_000);
                    reads++;
                }
                return reads;
            });
            Future<Integer> writer = threads.submit(() -> {
                int writes = 0;
                while (!done.get()) {
                    journal.append(List.of(SampleEvents.draft(SampleEvents.session(9), "w" + writes++)));
                }
                return writes;
            });
            for (int i = 0; i < 4; i++) {
                journal.remove(Set.of(SampleEvents.session(i)), _ -> false);
            }
            done.set(true);
            assertTrue(reader.get(60, TimeUnit.SECONDS) > 0);
            assertEquals(writer.get(60, TimeUnit.SECONDS).longValue(), journal.lastSeq(SampleEvents.session(9)));
            assertEquals(expected, journal.read(stays, 1, Integer.MAX_VALUE));
        }
    }

    private void write(Journal journal, Random random, int count) {
        for (int i = 0; i < count; i++) {
            List<Draft> drafts = new ArrayList<>();
            for (int each = 0; each <= random.nextInt(20); each++) {
                int session = random.nextInt(5);
                drafts.add(SampleEvents.draft(
                        SampleEvents.session(session),
                        "s" + session + " " + model.size() + "." + i + "." + each + " "
                                + (random.nextInt(9) == 0 ? "kept" : "x".repeat(random.nextInt(200)))));
            }
            journal.append(drafts).forEach(event -> model.put(event.position(), event));
        }
    }

    private static boolean isKept(EventEnvelope event) {
        return SampleEvents.text(event).endsWith("kept");
    }

    /** A kept event stays kept only as long as whoever removes says so. */
    private void remove(Journal journal, Random random) {
        Set<SessionId> gone = new HashSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            gone.add(SampleEvents.session(random.nextInt(5)));
        }
        journal.remove(gone, FileJournalRemovalTests::isKept);
        model.values().removeIf(event -> gone.contains(event.session()) && !isKept(event));
        kept.addAll(model.values().stream()
                .filter(event -> gone.contains(event.session()))
                .map(EventEnvelope::position)
                .toList());
    }

    private void check(Journal journal, String what) {
        assertEquals(List.copyOf(model.values()), journal.readAll(1, Integer.MAX_VALUE), what);
        for (int i = 0; i < 5; i++) {
            SessionId session = SampleEvents.session(i);
            List<EventEnvelope> expected = model.values().stream()
                    .filter(event -> event.session().equals(session) && !kept.contains(event.position()))
                    .toList();
            assertEquals(expected, journal.read(session, 1, Integer.MAX_VALUE), what);
            assertEquals(expected.size(), journal.lastSeq(session), what);
        }
    }

    private static void loseSummaries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".summary")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long size(Path folder) {
        return TestJournals.segments(folder).stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    private Path copy(Path folder, String name) {
        Path target = temporary.resolve(name);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals("lock")) {
                    Files.copy(file, target.resolve(folder.relativize(file).toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }
}
