// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.base.Progress;
import officina.core.run.KeptTail;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.engine.internal.Bench;
import officina.engine.internal.log.RunAddress;
import org.junit.jupiter.api.Test;

class JournalCheckTests {

    @Test
    void a_journal_is_whole_when_every_event_was_read() {
        try (Bench bench = new Bench()) {
            assertEquals(
                    check(Result.VERIFIED, "Whole: all 0 events were read back.", ""),
                    JournalCheck.of(bench.disk, Progress.NONE));
            fill(bench, 4_999);
            assertEquals(
                    check(Result.VERIFIED, "Whole: all 5000 events were read back.", ""),
                    JournalCheck.of(bench.disk, Progress.NONE));
        }
    }

    @Test
    void damage_far_back_is_found() {
        try (Bench bench = new Bench()) {
            fill(bench, 4_999);
            bench.log.settle();
            bench.disk.damage(17);
            assertEquals(
                    check(Result.PROBLEM, "The journal is damaged.", "Put the file back."),
                    JournalCheck.of(bench.disk, Progress.NONE));
        }
    }

    @Test
    void more_than_a_person_waits_for_is_not_called_verified() {
        try (Bench bench = new Bench()) {
            fill(bench, JournalCheck.MOST);
            assertEquals(
                    check(Result.NOT_VERIFIED, "The newest 200000 of 200001 events were read back whole.", ""),
                    JournalCheck.of(bench.disk, Progress.NONE));
        }
    }

    @Test
    void it_tells_how_far_it_is_and_ends_where_it_is_not_wanted_any_more() {
        try (Bench bench = new Bench()) {
            fill(bench, 4_999);
            List<Long> told = new ArrayList<>();
            JournalCheck.of(bench.disk, (done, all) -> told.add(done) && all == 5_000);
            assertEquals(List.of(0L, 2_000L, 4_000L, 5_000L), told);
            FailureException ended =
                    assertThrows(FailureException.class, () -> JournalCheck.of(bench.disk, (done, _) -> done < 2_000));
            assertEquals(Progress.CANCELLED, ended.failure().code());
        }
    }

    @Test
    void a_glance_reads_nothing_and_claims_nothing() {
        try (Bench bench = new Bench()) {
            fill(bench, 4);
            bench.disk.damage(1);
            assertEquals(
                    check(
                            Result.NOT_VERIFIED,
                            "Opened; its newest event is number 5. Not read back since.",
                            "Check again to read it back."),
                    JournalCheck.glance(bench.disk));
        }
    }

    @Test
    void what_may_have_been_confirmed_is_told_of_while_it_is_there() {
        try (Bench bench = new Bench()) {
            assertEquals(Optional.empty(), JournalCheck.end(bench.disk));
            bench.disk.keepTails(List.of(
                    new KeptTail("0000000002.tail-900-20261122-163000", 300),
                    new KeptTail("0000000001.tail-76-20261121-080000", 0)));
            Check check = JournalCheck.end(bench.disk).orElseThrow();
            assertEquals(Result.PROBLEM, check.result());
            assertEquals(
                    "What was written last before a stop did not open and was cut off:"
                            + " journal/0000000002.tail-900-20261122-163000 (300 bytes),"
                            + " journal/0000000001.tail-76-20261121-080000 (its content was deleted since)."
                            + " It may have been confirmed, and is lost then; after a loss of power it may just as well"
                            + " not have been.",
                    check.text());
            bench.disk.keepTails(Collections.nCopies(7, new KeptTail("a", 1)));
            assertTrue(JournalCheck.end(bench.disk).orElseThrow().text().contains("journal/a (1 bytes) and 2 more."));
        }
    }

    private static void fill(Bench bench, int events) {
        RunAddress run = bench.begin(1);
        bench.disk.append(Collections.nCopies(events, Bench.draft(run, new RunEvent.Progress("on", 0, 0))));
    }

    private static Check check(Result result, String text, String remedy) {
        return new Check("journal", "Journal", result, text, remedy);
    }
}
