// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RunId;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.run.Snapshot;
import officina.engine.internal.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much is read to open a session of a hundred thousand events: counted, not timed. */
class OpeningCostTests {

    private static final int EVENTS = 100_000;
    private static final int APPEND = 500;

    /** What may lie behind the newest snapshot. */
    private static final long BOUND = 2 * SessionEssence.SNAPSHOT_EVERY;

    private final Bench bench = new Bench();
    private RunAddress run = Bench.address(1);
    private SessionState state = SessionState.empty(run.session());

    @BeforeEach
    void write_a_long_session() {
        run = bench.begin(1);
        List<RunEvent> events = new ArrayList<>();
        for (int i = 0; i < APPEND; i++) {
            events.add(i % 2 == 0 ? new RunEvent.TextDelta(0, "word ") : new RunEvent.Progress("on", i, APPEND));
        }
        for (int i = 0; i < EVENTS / APPEND; i++) {
            state = bench.log.append(run, events);
        }
        // not a multiple of what a snapshot is made after
        state = bench.log.append(run, events.subList(0, 77));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void an_engine_that_was_just_opened_reads_the_snapshot_and_a_bounded_rest() {
        long before = bench.disk.eventsRead();
        try (EventLog fresh = new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH)) {
            assertEquals(state, fresh.state(run.session()));
        }
        long read = bench.disk.eventsRead() - before;
        assertTrue(read > 0 && read <= BOUND, "read " + read + " of " + state.lastSeq());
    }

    @Test
    void what_an_attached_process_is_sent_is_short_and_costs_as_little() {
        long before = bench.disk.eventsRead();
        Snapshot essence = SessionEssence.of(bench.disk, run.session());
        long read = bench.disk.eventsRead() - before;
        assertTrue(read <= BOUND, "read " + read);
        assertTrue(essence.essence().size() < 10, "sent " + essence.essence().size());
        assertEquals(
                state,
                SessionState.of(
                        new Snapshot(run.session(), essence.essence().getLast().seq(), essence.essence())));
    }

    @Test
    void the_end_is_there_for_a_bounded_rest_and_is_what_the_whole_ends_with() {
        List<RunState> wanted = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            RunAddress turn = new RunAddress(run.session(), new RunId(new UUID(7, i)), run.origin());
            state = bench.log.append(
                    turn,
                    List.of(
                            new RunEvent.RunStarted(RunKind.TURN, "turn " + i, null, null),
                            new RunEvent.TextDelta(0, "wo"),
                            new RunEvent.TextDelta(0, "rd"),
                            new RunEvent.RunFinished(true, null)));
            // the one that began long ago goes on between them
            bench.log.append(run, List.of(new RunEvent.Progress("on", i, 300)));
            wanted.add(state.run(turn.run()));
        }
        long before = bench.disk.eventsRead();
        try (EventLog fresh = new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH)) {
            assertEquals(wanted.subList(240, 300), fresh.tail(run.session(), 60).runs());
            long read = bench.disk.eventsRead() - before;
            assertTrue(read > 0 && read <= BOUND, "read " + read);
            // more than lie within reach: those that began there
            assertEquals(wanted, fresh.tail(run.session(), 1_000).runs());
            fresh.state(run.session());
            assertEquals(wanted.subList(240, 300), fresh.tail(run.session(), 60).runs(), "of what is held");
        }
    }

    @Test
    void nothing_of_a_run_whose_beginning_is_out_of_reach_is_shown() {
        try (EventLog fresh = new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH)) {
            assertEquals(List.of(), fresh.tail(run.session(), 60).runs());
            assertEquals(state, fresh.state(run.session()));
        }
    }

    @Test
    void a_lost_snapshot_is_made_anew_by_who_needs_it_first() {
        for (int way = 0; way < 2; way++) {
            bench.disk.loseSnapshots();
            long before = bench.disk.eventsRead();
            open(way);
            long first = bench.disk.eventsRead();
            assertTrue(first - before >= EVENTS, "read " + (first - before));
            open(1 - way);
            open(way);
            long again = bench.disk.eventsRead() - first;
            assertTrue(again <= 2 * BOUND, "read " + again);
        }
    }

    private void open(int way) {
        if (way == 0) {
            try (EventLog fresh = new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH)) {
                assertEquals(state, fresh.state(run.session()));
            }
        } else {
            List<EventEnvelope> essence =
                    SessionEssence.of(bench.disk, run.session()).essence();
            assertTrue(essence.size() < 10, "sent " + essence.size());
        }
    }
}
