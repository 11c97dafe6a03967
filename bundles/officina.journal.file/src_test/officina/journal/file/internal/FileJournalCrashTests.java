// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Journal;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes, again and again in the same folder. */
class FileJournalCrashTests {

    private static final boolean MANY = Boolean.getBoolean("officina.long");
    private static final int ROUNDS = MANY ? 200 : 6;

    /** So many kills hit the same journal; then a new one begins, so that looking through it stays quick. */
    private static final int KILLS = 20;

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    private final Map<String, Long> acknowledged = new HashMap<>();

    @Test
    void every_acknowledged_event_is_there_in_order_and_once_after_a_kill() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long written = 0;
        for (int round = 0; round < ROUNDS; round++) {
            if (round % KILLS == 0) {
                folder = temporary.resolve("journal" + round);
                acknowledged.clear();
            }
            killOneWriter(random, MANY && (seed + round) % 2 == 0);
            written = verify("round " + round + ", seed " + seed);
        }
        assertTrue(written > KILLS, "hardly anything was written");
    }

    /** In long runs half of them have both compilers, as an engine has that serves. */
    private void killOneWriter(Random random, boolean bothCompilers) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        bothCompilers ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread killer;
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            String line = lines.readLine();
            // from the first acknowledgement on, so that most rounds hit a write
            Duration delay = Duration.ofMillis(random.nextInt(200));
            killer = Threads.start("killer", () -> {
                LockSupport.parkNanos(delay.toNanos());
                // unlike that of the process, this leaves in the pipe what was acknowledged
                process.toHandle().destroyForcibly();
            });
            while (line != null) {
                String[] words = line.split(" ");
                // a number that the kill cut off is smaller than one that was read before
                if (words.length == 2) {
                    acknowledged.merge(words[0], Long.valueOf(words[1]), Math::max);
                }
                line = lines.readLine();
            }
        }
        killer.join();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }

    private long verify(String round) {
        try (Journal journal = TestJournals.open(folder, CrashWriter.SEGMENT)) {
            for (int i = 0; i < CrashWriter.THREADS; i++) {
                SessionId session = SampleEvents.session(i);
                List<EventEnvelope> events = journal.read(session, 1, Integer.MAX_VALUE);
                assertTrue(
                        events.size() >= acknowledged.getOrDefault(session.toString(), 0L),
                        () -> round + ": " + session + " has " + events.size() + " of " + acknowledged);
                for (int event = 0; event < events.size(); event++) {
                    assertEquals(event + 1, events.get(event).seq(), round);
                    assertEquals(event + 1, number(events.get(event)), round);
                }
            }
            List<EventEnvelope> all = journal.readAll(1, Integer.MAX_VALUE);
            assertEquals(journal.lastPosition(), all.size(), round);
            return all.size();
        }
    }

    private static long number(EventEnvelope event) {
        String text = SampleEvents.text(event);
        return Long.parseLong(text.substring(0, text.indexOf(' ')));
    }
}
