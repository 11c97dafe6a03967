// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.internal.Bench;
import officina.engine.internal.FakeStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTests {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void what_is_durable_is_not_called_failed_because_no_snapshot_could_be_made() throws Exception {
        bench.disk.failSnapshots();
        RunAddress run = bench.begin(1);
        Future<RunState> waiter = bench.waiting(run, state -> state.progress() != null);

        RunState state = bench.log
                .append(run, Collections.nCopies(2_500, new RunEvent.Progress("on", 0, 0)))
                .run(run.run());

        assertEquals(2_501, state.lastSeq());
        assertEquals(2_501, Bench.get(waiter, "the waiter to hear of it").lastSeq());
        bench.log.settle();
        assertEquals(2_501, bench.store.highWater());
    }

    @Test
    void a_plug_in_writes_so_much_in_a_run_and_then_nothing_while_the_run_goes_on() {
        RunAddress run = bench.begin(1);
        RunAddress plugin = run.as(new PluginId("agent.chatty"));
        List<RunEvent> many = Collections.nCopies(PluginBudget.EVENTS / 10, new RunEvent.Progress("on", 0, 0));
        for (int i = 0; i < 10; i++) {
            bench.log.append(plugin, many);
        }
        long before = bench.log.state(run.session()).lastSeq();

        assertEquals("plugin.too-much", refused(plugin, new RunEvent.Progress("more", 0, 0)));
        assertEquals(before, bench.log.state(run.session()).lastSeq());
        // neither another plug-in nor the product is held up by it
        bench.log.append(run.as(new PluginId("agent.quiet")), List.of(new RunEvent.Progress("on", 0, 0)));
        bench.log.append(
                run, List.of(new RunEvent.RunFailed(Failure.of("test.ended", ErrorKind.USER, "Enough.", null))));
        RunAddress next = bench.begin(2);
        bench.log.append(next.as(new PluginId("agent.chatty")), List.of(new RunEvent.Progress("on", 0, 0)));
    }

    @Test
    void a_few_huge_events_are_too_much_as_well() {
        RunAddress plugin = bench.begin(1).as(new PluginId("agent.wordy"));
        RunEvent huge = new RunEvent.Progress("x".repeat(8 * 1024 * 1024), 0, 0);
        for (int i = 0; i < 7; i++) {
            bench.log.append(plugin, List.of(huge));
        }
        assertEquals("plugin.too-much", refused(plugin, huge));
    }

    private String refused(RunAddress plugin, RunEvent event) {
        return assertThrows(FailureException.class, () -> bench.log.append(plugin, List.of(event)))
                .failure()
                .code();
    }

    @Test
    void a_store_follows_beyond_newest_events_that_are_gone() throws Exception {
        bench.begin(1);
        RunAddress gone = bench.begin(2);
        bench.disk.remove(Set.of(gone.session()), _ -> false);
        FakeStore store = new FakeStore();
        try (Projector fresh = new Projector(bench.disk, store)) {
            Future<Boolean> settled = bench.settled(fresh);
            assertTrue(Bench.get(settled, "the store to have what is left"));
            assertEquals(1, store.highWater());
            bench.disk.append(List.of(Bench.draft(bench.begin(3), new RunEvent.Progress("on", 0, 0))));
            assertTrue(Bench.get(bench.settled(fresh), "the store to go on"));
            assertEquals(4, store.highWater());
        }
    }

    @Test
    void an_event_that_cannot_happen_is_not_written() {
        RunAddress run = bench.begin(1);
        assertThrows(
                IllegalStateException.class,
                () -> bench.log.append(run, List.of(new RunEvent.Progress("on", 0, 0), new RunEvent.RunResumed())));
        assertEquals(1, bench.disk.lastPosition());
        assertEquals(RunPhase.RUNNING, bench.state(run).phase());
    }

    @Test
    void a_session_of_a_newer_version_says_so() {
        RunAddress run = bench.begin(1);
        bench.unreadable(run);

        FailureException refused = assertThrows(
                FailureException.class,
                () -> new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH).state(run.session()));

        assertEquals("session.newer", refused.failure().code());
    }

    @Test
    void what_cannot_be_replayed_can_be_removed() {
        RunAddress run = bench.begin(1);
        bench.unreadable(run);
        EventLog log = new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH);

        assertTrue(log.retire(run.session(), _ -> false));
        assertEquals(
                "session.missing",
                assertThrows(FailureException.class, () -> log.state(run.session()))
                        .failure()
                        .code());
    }

    @Test
    void a_history_that_contradicts_itself_says_so() {
        RunAddress run = bench.begin(1);
        bench.disk.append(List.of(run.draft(new RunEvent.RunResumed())));

        FailureException refused = assertThrows(
                FailureException.class,
                () -> new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH).state(run.session()));

        assertEquals("session.damaged", refused.failure().code());
    }

    @Test
    void who_waits_is_sent_away_when_the_engine_closes() {
        RunAddress run = bench.begin(1);
        Future<RunState> waiter = bench.waiting(run, _ -> false);
        bench.log.close();

        ExecutionException ended =
                assertThrows(ExecutionException.class, () -> Bench.get(waiter, "the waiter to be sent away"));

        assertEquals(
                "engine.closed",
                assertInstanceOf(FailureException.class, ended.getCause())
                        .failure()
                        .code());
    }

    @Test
    void listeners_hear_of_events_although_the_store_cannot_follow_and_it_recovers() throws Exception {
        RunAddress run = bench.begin(1);
        bench.log.settle();
        Failure full = Failure.of("store.full", ErrorKind.RESOURCE, "No room.", "Make room.");
        bench.store.fail(new FailureException(full));
        CompletableFuture<Long> heard = new CompletableFuture<>();
        try (var _ = bench.disk.subscribeAll(2, event -> {
            bench.projector.awaitIfPossible(event.position());
            heard.complete(event.position());
        })) {
            bench.log.append(run, List.of(new RunEvent.Progress("on", 0, 0)));
            assertEquals(2, heard.get(20, TimeUnit.SECONDS));
            assertEquals(
                    full,
                    assertThrows(FailureException.class, bench.log::settle).failure());
        }
        bench.store.fail(null);
        Bench.get(bench.settled(), "the store to follow again");
        assertEquals(2, bench.store.highWater());
    }

    @Test
    void an_error_in_the_store_does_not_end_the_projector() throws Exception {
        RunAddress run = bench.begin(1);
        bench.log.settle();
        bench.store.failWith(new StackOverflowError());
        bench.log.append(run, List.of(new RunEvent.Progress("on", 0, 0)));
        assertEquals(
                "engine.store-behind",
                assertThrows(FailureException.class, bench.log::settle)
                        .failure()
                        .code());
        bench.store.fail(null);
        Bench.get(bench.settled(), "the store to follow again");
        assertEquals(2, bench.store.highWater());
    }
}
