// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.JournalExamination;
import officina.core.run.JournalFactory;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking at a whole journal, and bringing a damaged one into order. */
@Timeout(120)
class ExaminationTests {

    private static final int SEGMENT = 4_000;
    private static final int ROUNDS = Boolean.getBoolean("officina.long") ? 300 : 12;

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("journal");
    }

    @Test
    void a_whole_journal_is_whole_and_not_touched() throws IOException {
        List<EventEnvelope> all = fill(folder(), new Random(1));
        Map<Path, String> before = TestJournals.content(folder());
        List<Integer> steps = new ArrayList<>();
        for (Path aside : new Path[] {null, temporary.resolve("aside")}) {
            JournalExamination found = new FileJournalFactory()
                    .examine(folder(), TestJournals.KEY, aside, new Seen(steps, new ArrayList<>()));
            assertTrue(found.isWhole() && !found.mended(), found.toString());
            assertEquals(all.size(), found.events());
            assertEquals(0, found.lost());
        }
        assertEquals(0, steps.getLast());
        assertEquals(before, TestJournals.content(folder()));
        assertFalse(Files.exists(temporary.resolve("aside")));
    }

    @Test
    void a_journal_that_somebody_has_open_or_of_another_key_is_left_alone() {
        fill(folder(), new Random(2));
        assertEquals(
                "journal.wrong-key",
                TestJournals.failureOf(() -> new FileJournalFactory()
                        .examine(
                                folder(),
                                TestJournals.OTHER_KEY,
                                temporary.resolve("aside"),
                                new Seen(new ArrayList<>(), new ArrayList<>()))));
        try (Journal _ = TestJournals.open(folder())) {
            assertEquals("engine.in-use", TestJournals.failureOf(() -> examine(folder(), null)));
        }
    }

    @Test
    void a_repair_that_is_ended_while_it_reads_has_changed_nothing() throws IOException {
        fill(folder(), new Random(3));
        damage(folder(), new Random(3));
        Map<Path, String> before = TestJournals.content(folder());
        int[] seen = {0};
        JournalFactory.Watcher ends = new JournalFactory.Watcher() {
            @Override
            public void reading(int number, int of) {
                if (number == of) {
                    throw new FailureException(Failure.of("work.cancelled", ErrorKind.USER, "Enough.", null));
                }
            }

            @Override
            public void seen(EventEnvelope event) {
                seen[0]++;
            }
        };
        assertEquals(
                "work.cancelled",
                TestJournals.failureOf(() -> new FileJournalFactory()
                        .examine(folder(), TestJournals.KEY, temporary.resolve("aside"), ends)));
        assertTrue(seen[0] > 0, "nothing was read");
        assertEquals(before, TestJournals.content(folder()));
        assertFalse(Files.exists(temporary.resolve("aside")));
    }

    @Test
    void whatever_is_damaged_all_before_it_and_all_other_sessions_are_readable_again() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Path folder = temporary.resolve("journal" + seed);
            List<EventEnvelope> all = fill(folder, random);
            damage(folder, random);
            Map<String, byte[]> broken = bytes(folder);
            String what = "seed " + seed;
            JournalExamination seen = examine(folder, null);
            assertFalse(seen.mended(), what);
            assertEquals(broken.keySet(), bytes(folder).keySet(), what);

            Path aside = temporary.resolve("aside" + seed);
            JournalExamination found = examine(folder, aside);
            assertEquals(seen.damaged(), found.damaged(), what);
            try (Journal journal = TestJournals.open(folder, SEGMENT)) {
                check(all, journal, found, what);
                journal.append(List.of(SampleEvents.draft(SampleEvents.session(1), "afterwards")));
            }
            JournalExamination again = examine(folder, null);
            assertTrue(again.isWhole() && again.lost() == 0 && again.cut().isEmpty(), what + ": " + again);
            for (Map.Entry<String, byte[]> each : bytes(aside).entrySet()) {
                assertArrayEquals(broken.get(each.getKey()), each.getValue(), what + ": " + each.getKey());
            }
        }
    }

    /** Every session is what it was, or the beginning of that where something of it is lost; records are kept. */
    private static void check(List<EventEnvelope> all, Journal journal, JournalExamination found, String what) {
        List<EventEnvelope> left = journal.readAll(1, Integer.MAX_VALUE);
        assertTrue(all.containsAll(left), what + ": something that never was");
        Set<SessionId> sessions = all.stream().map(EventEnvelope::session).collect(Collectors.toSet());
        Set<Long> readable = new HashSet<>();
        for (SessionId session : sessions) {
            List<EventEnvelope> had = all.stream()
                    .filter(event -> event.session().equals(session))
                    .toList();
            List<EventEnvelope> has = journal.read(session, 1, Integer.MAX_VALUE);
            assertEquals(had.subList(0, has.size()), has, what);
            boolean cut = found.cut().stream().anyMatch(each -> each.startsWith(session.toString()));
            // else only its newest events can be lost, and nobody can know that there were some
            assertTrue(cut || left.containsAll(has), what);
            has.forEach(event -> readable.add(event.position()));
        }
        for (EventEnvelope event : left) {
            assertTrue(
                    readable.contains(event.position()) || event.event() instanceof RunEvent.RecordChanged,
                    what + ": an event of a cut session");
        }
        if (found.isWhole()) {
            assertEquals(all.subList(0, left.size()), left, what);
        }
    }

    private static void damage(Path folder, Random random) throws IOException {
        List<Path> segments = TestJournals.segments(folder);
        Path file = segments.get(random.nextInt(segments.size()));
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(4)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case 2 -> {
                // the header, and with it the key
                bytes[random.nextInt(76)] ^= 1;
                Files.write(file, bytes);
            }
            default -> {
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    bytes[76 + random.nextInt(bytes.length - 76)] ^= (byte) (1 + random.nextInt(255));
                }
                Files.write(file, bytes);
            }
        }
    }

    private List<EventEnvelope> fill(Path folder, Random random) {
        try (Journal journal = TestJournals.open(folder, SEGMENT)) {
            for (int i = 0; i < 25; i++) {
                List<Draft> drafts = new ArrayList<>();
                for (int each = 0; each <= random.nextInt(6); each++) {
                    drafts.add(draft(SampleEvents.session(random.nextInt(4)), i + "." + each, random));
                }
                journal.append(drafts);
            }
            return journal.readAll(1, Integer.MAX_VALUE);
        }
    }

    private static Draft draft(SessionId session, String text, Random random) {
        if (random.nextInt(4) > 0) {
            return SampleEvents.draft(session, text + " " + "x".repeat(random.nextInt(300)));
        }
        RecordId id = new RecordId(new java.util.UUID(1, random.nextInt(5)));
        JsonObject fields = JsonObject.EMPTY.with("title", text);
        return new Draft(
                session,
                SampleEvents.RUN,
                Origin.USER,
                new RunEvent.RecordChanged(RecordKind.TODO, id, RecordChange.CREATED, 1, null, fields));
    }

    private static JournalExamination examine(Path folder, Path aside) {
        return new FileJournalFactory()
                .examine(folder, TestJournals.KEY, aside, new Seen(new ArrayList<>(), new ArrayList<>()));
    }

    private static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> bytes = new java.util.TreeMap<>();
        for (Path file : Files.isDirectory(folder) ? TestJournals.segments(folder) : List.<Path>of()) {
            bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return bytes;
    }

    /** How many files were left, and what was in them. */
    record Seen(List<Integer> left, List<EventEnvelope> events) implements JournalFactory.Watcher {

        @Override
        public void reading(int number, int of) {
            left.add(of - number);
        }

        @Override
        public void seen(EventEnvelope event) {
            events.add(event);
        }
    }
}
