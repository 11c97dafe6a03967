// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import officina.api.batch.Automation;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchResult.Count;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.RunRef;
import officina.engine.internal.log.RunAddress;
import org.junit.jupiter.api.Test;

/** What runs by itself, and when. */
class SchedulerTests extends SchedulerTestCase {

    @Test
    void what_is_due_runs_once_and_tells_what_it_has_done() throws Exception {
        at(Duration.ofMinutes(59));
        assertNull(known().last());
        at(Duration.ofMinutes(61));

        assertEquals(new BatchTrigger(Cause.SCHEDULE, NOON.plus(Duration.ofHours(1)), null, JsonObject.EMPTY), begun());
        Automation after = settled();
        assertEquals(Ending.DONE, last().ending());
        assertEquals("2 of 14 were new", last().text());
        assertEquals(List.of(new Count("new", 2)), last().counts());
        assertEquals(NOON.plus(Duration.ofMinutes(61)), after.lastSuccess());

        RunState run = run(last());
        assertEquals(RunKind.BATCH, run.head().kind());
        assertEquals("Mail", run.head().title());
        assertEquals(MAIL, run.agent());
        assertEquals(RunPhase.DONE, run.phase());
        assertEquals("2 of 14 were new", run.outcome().summary());

        at(Duration.ofMinutes(62));
        assertEquals(0, triggers.size());
        at(Duration.ofMinutes(121));
        assertEquals(NOON.plus(Duration.ofMinutes(61)), begun().lastSuccess());
    }

    @Test
    void what_was_missed_while_the_machine_slept_is_made_up_for_once() throws Exception {
        at(Duration.ofDays(3));
        assertEquals(Cause.CATCH_UP, begun().cause());
        settled();
        at(Duration.ofDays(3).plusMinutes(1));
        assertEquals(0, triggers.size());
    }

    @Test
    void what_was_missed_while_the_program_was_closed_is_made_up_for_once() throws Exception {
        scheduler.close();
        clock.advance(Duration.ofDays(3));
        scheduler = scheduler();
        scheduler.look();
        assertEquals(Cause.CATCH_UP, begun().cause());
        settled();
        assertEquals(0, triggers.size());
    }

    @Test
    void what_ran_when_the_clock_was_years_ahead_runs_again_once_it_is_set_right() throws Exception {
        at(Duration.ofDays(4_000));
        begun();
        settled();
        at(Duration.ofMinutes(30));
        at(Duration.ofMinutes(61));
        assertEquals(NOON.plus(Duration.ofHours(1)), begun().due());
        settled();
    }

    @Test
    void one_that_cannot_be_begun_keeps_no_other_from_its_time() throws Exception {
        PluginId damaged = new PluginId("batch.damaged");
        plugins.add(damaged, "0 * * * *", false, List.of(), (trigger, context) -> BatchResult.of("done"));
        scheduler.look();
        RunRef before = scheduler.run(plugins.info(damaged), JsonObject.EMPTY);
        awaitIdle();
        bench.unreadable(new RunAddress(before.session(), before.run(), Origin.USER));
        bench.log.release(before.session());
        at(Duration.ofMinutes(61));
        begun();
        settled();
    }

    @Test
    void one_of_which_the_record_cannot_be_read_begins_anew_and_keeps_no_other_from_its_time() throws Exception {
        PluginId damaged = new PluginId("batch.damaged");
        RunAddress address = new RunAddress(
                new SessionId(new UUID(8, 8)), new RunId(new UUID(8, 9)), new Origin(List.of(PluginId.OFFICINA)));
        RunEvent written = new RunEvent.RecordChanged(
                RecordKind.AUTOMATION,
                Automation.idOf(damaged),
                RecordChange.CREATED,
                1,
                null,
                JsonObject.EMPTY.with("plugin", damaged).with("since", "yesterday"));
        bench.log.append(
                address,
                List.of(
                        new RunEvent.RunStarted(RunKind.SYSTEM, "Written by another version", null, null),
                        written,
                        new RunEvent.RunFinished(true, "")));
        bench.log.settle();
        plugins.add(damaged, "0 * * * *", false, List.of(), (trigger, context) -> BatchResult.of("done"));
        at(Duration.ofMinutes(61));
        begun();
        settled();
        assertEquals(
                NOON.plus(Duration.ofMinutes(61)), scheduler.standing(damaged).since());
    }

    @Test
    void nothing_begins_again_while_it_is_at_work_and_its_points_are_passed_over() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        agent = (trigger, context) -> {
            triggers.add(trigger);
            goOn.await();
            return BatchResult.of("done");
        };
        at(Duration.ofMinutes(61));
        begun();
        at(Duration.ofMinutes(150));
        assertEquals(
                "batch.busy",
                assertThrows(FailureException.class, () -> scheduler.run(plugins.info(MAIL), JsonObject.EMPTY))
                        .failure()
                        .code());
        goOn.countDown();
        settled();
        at(Duration.ofMinutes(151));
        assertEquals(0, triggers.size());
    }

    @Test
    void one_that_says_so_may_overlap() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        plugins.add(new PluginId("batch.two"), "0 * * * *", true, List.of(), (trigger, context) -> {
            triggers.add(trigger);
            goOn.await();
            return BatchResult.of("done");
        });
        agent = (trigger, context) -> BatchResult.of("done");
        scheduler.look();
        at(Duration.ofMinutes(61));
        begun();
        settled();
        at(Duration.ofMinutes(121));
        settled();
        scheduler.look();
        begun();
        goOn.countDown();
    }

    @Test
    void no_more_than_two_work_by_themselves_at_a_time() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        BatchAgent waiting = (trigger, context) -> {
            triggers.add(trigger);
            goOn.await();
            return BatchResult.of("done");
        };
        agent = waiting;
        plugins.add(new PluginId("batch.one"), "0 * * * *", false, List.of(), waiting);
        plugins.add(new PluginId("batch.two"), "0 * * * *", false, List.of(), waiting);
        scheduler.look();
        at(Duration.ofMinutes(61));
        begun();
        begun();
        scheduler.look();
        assertEquals(0, triggers.size());
        goOn.countDown();
        awaitIdle();
        scheduler.look();
        begun();
    }

    @Test
    void a_failure_is_told_and_tried_again_after_pauses_that_double() throws Exception {
        agent = (trigger, context) -> {
            triggers.add(trigger);
            throw new FailureException(
                    new Failure("mail.offline", ErrorKind.RESOURCE, "The server is away.", null, true, null));
        };
        at(Duration.ofMinutes(61));
        begun();
        Automation after = settled();
        assertEquals(Ending.FAILED, last().ending());
        assertEquals("The server is away.", last().text());
        assertEquals(RunPhase.FAILED, run(last()).phase());
        assertEquals(NOON.plus(Duration.ofMinutes(62)), after.retryAt());
        at(Duration.ofMinutes(62));
        assertEquals(Cause.RETRY, begun().cause());
        assertEquals(NOON.plus(Duration.ofMinutes(64)), settled().retryAt());

        agent = (trigger, context) -> BatchResult.of("done");
        at(Duration.ofMinutes(64));
        after = settled();
        assertEquals(0, after.failures());
        assertNull(after.retryAt());
    }

    @Test
    void a_defect_of_an_agent_is_told_without_its_words() throws Exception {
        agent = (trigger, context) -> {
            throw new StackOverflowError("the secret");
        };
        at(Duration.ofMinutes(61));
        Automation after = settled();
        assertEquals(Ending.FAILED, last().ending());
        assertFalse(last().text().contains("secret"), last().text());
        assertEquals(1, after.failures());
    }

    @Test
    void one_whose_service_is_gone_is_tried_again() {
        plugins.remove(MAIL);
        at(Duration.ofMinutes(61));
        assertEquals(Ending.FAILED, last().ending());
        assertEquals(NOON.plus(Duration.ofMinutes(62)), known().retryAt());
    }

    @Test
    void closing_stops_what_is_at_work_and_the_next_start_tries_it_again() throws Exception {
        agent = (trigger, context) -> {
            triggers.add(trigger);
            new CountDownLatch(1).await();
            return BatchResult.of("never");
        };
        at(Duration.ofMinutes(61));
        begun();
        scheduler.close();
        assertEquals(Ending.STOPPED, last().ending());
        assertEquals(RunPhase.FAILED, run(last()).phase());

        agent = (trigger, context) -> {
            triggers.add(trigger);
            return BatchResult.of("done");
        };
        scheduler = scheduler();
        at(Duration.ofMinutes(63));
        assertEquals(Cause.RETRY, begun().cause());
    }

    @Test
    void once_it_is_closed_nothing_is_begun_or_written() {
        scheduler.close();
        clock.advance(Duration.ofHours(5));
        assertNull(scheduler.look());
        assertEquals(
                "engine.closed",
                assertThrows(FailureException.class, () -> scheduler.run(plugins.info(MAIL), JsonObject.EMPTY))
                        .failure()
                        .code());
        assertNull(known().last());
    }

    @Test
    void one_that_was_at_work_when_the_program_was_killed_is_tried_again() throws Exception {
        List<RunState> left = new ArrayList<>();
        CountDownLatch held = new CountDownLatch(1);
        agent = (trigger, context) -> {
            triggers.add(trigger);
            held.await();
            return BatchResult.of("late");
        };
        at(Duration.ofMinutes(61));
        begun();
        left.add(run(last()));
        assertEquals(RunPhase.RUNNING, left.getFirst().phase());

        try (Scheduler next = scheduler()) {
            next.look();
            assertEquals(Ending.STOPPED, last().ending());
            assertEquals(NOON.plus(Duration.ofMinutes(62)), known().retryAt());
        }
        held.countDown();
    }

    @Test
    void a_new_one_is_remembered_so_that_the_program_may_be_closed_when_it_is_due() {
        assertEquals(NOON, known().since());
        assertEquals(1, bench.store.list(RecordQuery.all(RecordKind.AUTOMATION)).size());
        clock.advance(Duration.ofMinutes(1));
        scheduler.look();
        assertEquals(NOON, known().since());
    }

    @Test
    void a_session_is_made_for_each_month() throws Exception {
        at(Duration.ofMinutes(61));
        begun();
        settled();
        LastRun november = last();
        at(Duration.ofDays(30));
        begun();
        settled();
        assertFalse(november.session().equals(last().session()));
        assertEquals(2, bench.store.list(RecordQuery.all(RecordKind.SESSION)).size());
        assertEquals(
                List.of(RunEvent.RunStarted.class),
                bench.disk.read(november.session(), 1, 1).stream()
                        .map(each -> each.event().getClass())
                        .toList());
    }
}
