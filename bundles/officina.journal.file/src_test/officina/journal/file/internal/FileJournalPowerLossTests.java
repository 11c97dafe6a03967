// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loses power while several threads write and sessions are removed, again and again on the same journal: what was
 * acknowledged is there, once and in order, and what was appended together is there together or not at all.
 */
@Timeout(600)
class FileJournalPowerLossTests {

    private static final boolean MANY = Boolean.getBoolean("officina.long");
    private static final int LOSSES = MANY ? 500 : 20;

    /** So many hit the same journal; then a new one begins. */
    private static final int IN_A_ROW = 10;

    private static final int WRITERS = 3;
    private static final int SEGMENT = 4_000;

    @TempDir
    private Path temporary;

    /** The next number of each writer that is surely there, and the sessions that were surely removed. */
    private final Map<Integer, Integer> acknowledged = new HashMap<>();

    private final Map<Integer, Integer> begun = new HashMap<>();

    @Test
    void what_was_acknowledged_survives_any_loss_of_power() throws Exception {
        long seed = Long.getLong("officina.seed", System.nanoTime());
        int tears = 0;
        int removals = 0;
        long events = 0;
        Path folder = temporary;
        for (int loss = 0; loss < LOSSES; loss++) {
            Random random = new Random(seed + loss);
            if (loss % IN_A_ROW == 0) {
                folder = temporary.resolve("journal" + loss);
                acknowledged.clear();
                begun.clear();
            }
            String what = "loss " + loss + " of seed " + seed;
            PowerLossDisk disk = new PowerLossDisk(random, random.nextInt(120));
            boolean removed = work(folder, disk, random);
            removals += removed ? 1 : 0;
            Path after = temporary.resolve("journal" + loss + "after");
            disk.restore(folder, after);
            folder = after;
            try (Journal journal = TestJournals.open(folder, SEGMENT)) {
                verify(journal, what);
                if (removed) {
                    assertEquals(0, journal.lastSeq(scratch()), what + ": what was surely removed is there again");
                }
                tears += journal.recovery().truncatedBytes() > 0 ? 1 : 0;
                events += journal.readAll(1, Integer.MAX_VALUE).size();
            }
        }
        // a few losses may all come too early for that
        assertTrue(!MANY || tears > LOSSES / 20, "only " + tears + " torn tails");
        assertTrue(!MANY || removals > 0, "nothing was removed");
        assertTrue(events > LOSSES, "hardly anything was written");
    }

    /** Writes until the power goes; whether something was removed before. */
    private boolean work(Path folder, PowerLossDisk disk, Random random) throws Exception {
        boolean removed = false;
        try (Journal journal = TestJournals.open(folder, SEGMENT, disk);
                var threads = Threads.perTask("writer")) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                long own = random.nextLong();
                writers.add(threads.submit(() -> write(journal, number, new Random(own))));
            }
            if (random.nextInt(3) == 0) {
                removed = removeScratch(journal);
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } catch (FailureException lost) {
            assertTrue(
                    lost.failure().code().startsWith("journal."), lost.failure().code());
        }
        return removed;
    }

    private static SessionId scratch() {
        return SampleEvents.session(WRITERS);
    }

    /** A session that is only there to be removed. */
    private static boolean removeScratch(Journal journal) {
        try {
            for (int i = 0; i < 10; i++) {
                journal.append(List.of(SampleEvents.draft(scratch(), "scratch " + "y".repeat(100))));
            }
            return journal.remove(Set.of(scratch()), _ -> false).events() > 0;
        } catch (FailureException lost) {
            return false;
        }
    }

    private void write(Journal journal, int writer, Random random) {
        SessionId session = SampleEvents.session(writer);
        int next = (int) journal.lastSeq(session) + 1;
        try {
            while (next < 100_000) {
                List<Draft> drafts = new ArrayList<>();
                int together = 1 + random.nextInt(3);
                for (int i = 0; i < together; i++) {
                    drafts.add(SampleEvents.draft(
                            session, (next + i) + " " + next + " " + together + " " + "x".repeat(random.nextInt(600))));
                }
                synchronized (begun) {
                    begun.put(writer, next + together - 1);
                }
                journal.append(drafts);
                next += together;
                synchronized (acknowledged) {
                    acknowledged.put(writer, next - 1);
                }
            }
        } catch (FailureException lost) {
            // the power is gone
        }
    }

    private void verify(Journal journal, String what) {
        for (int writer = 0; writer < WRITERS; writer++) {
            List<EventEnvelope> events = journal.read(SampleEvents.session(writer), 1, Integer.MAX_VALUE);
            int surely = acknowledged.getOrDefault(writer, 0);
            int atMost = Math.max(begun.getOrDefault(writer, 0), surely);
            assertTrue(
                    events.size() >= surely && events.size() <= atMost,
                    () -> what + ": " + events.size() + " events, " + surely + " acknowledged, " + atMost + " begun");
            for (int i = 0; i < events.size(); i++) {
                String[] words = SampleEvents.text(events.get(i)).split(" ");
                assertEquals(i + 1, events.get(i).seq(), what);
                assertEquals(i + 1, Integer.parseInt(words[0]), what);
                int lastOfBatch = Integer.parseInt(words[1]) + Integer.parseInt(words[2]) - 1;
                assertTrue(lastOfBatch <= events.size(), what + ": half of what was appended together");
            }
            // what was not acknowledged and is there counts from now on
            acknowledged.put(writer, events.size());
        }
        Set<Long> positions = new HashSet<>();
        for (EventEnvelope event : journal.readAll(1, Integer.MAX_VALUE)) {
            assertTrue(positions.add(event.position()), what);
        }
        long scratch = journal.lastSeq(scratch());
        assertEquals(scratch, journal.read(scratch(), 1, Integer.MAX_VALUE).size(), what);
    }
}
