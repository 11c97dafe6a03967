// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import officina.api.error.FailureException;
import officina.core.run.Journal;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/** What a full disk made the journal take back does not come back with a loss of power. */
class FileJournalFullDiskTests extends ReopeningFixture {

    private static final int SEGMENT = 100_000;

    @Test
    void what_was_withdrawn_is_gone_before_the_segment_is_complete() throws IOException {
        for (int steps = 0; steps < 24; steps++) {
            for (int seed = 0; seed < 8; seed++) {
                String what = steps + " steps, seed " + seed;
                Path folder = temporary.resolve("live-" + steps + "-" + seed);
                PowerLossDisk disk = new PowerLossDisk(new Random(seed), steps);
                boolean kept = fillAndRemove(folder, disk);
                Path after = temporary.resolve("after-" + steps + "-" + seed);
                disk.restore(folder, after);
                try (Journal journal = TestJournals.open(after, SEGMENT)) {
                    List<String> texts = TestJournals.texts(journal);
                    assertTrue(!kept || texts.contains("a"), what);
                    assertTrue(texts.stream().noneMatch(text -> text.startsWith("withdrawn")), what);
                }
            }
        }
    }

    /** Whether the first event was acknowledged. */
    private static boolean fillAndRemove(Path folder, PowerLossDisk disk) {
        boolean kept = false;
        try (Journal journal = TestJournals.open(folder, SEGMENT, disk)) {
            journal.append(List.of(SampleEvents.draft(ONE, "a"), SampleEvents.draft(TWO, "b")));
            kept = true;
            disk.fill(true);
            String code = TestJournals.failureOf(() ->
                    journal.append(List.of(SampleEvents.draft(ONE, "withdrawn " + "x".repeat(3_000)))));
            assertTrue(Set.of("journal.full", "journal.io").contains(code), code);
            disk.fill(false);
            journal.remove(Set.of(TWO), _ -> false);
        } catch (FailureException lost) {
            assertEquals("journal.io", lost.failure().code());
        }
        return kept;
    }
}
