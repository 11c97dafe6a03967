// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import officina.api.batch.Automation;
import officina.api.batch.Automation.Ending;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.RunRef;
import org.junit.jupiter.api.Test;

/** What the person runs, pauses, stops and allows, and what they are told. */
class ScheduledByPersonTests extends SchedulerTestCase {

    @Test
    void what_the_person_stops_leaves_alone_what_is_due_by_itself() throws Exception {
        agent = (trigger, context) -> {
            triggers.add(trigger);
            new CountDownLatch(1).await();
            return BatchResult.of("never");
        };
        Instant since = known().since();
        scheduler.run(plugins.info(MAIL), JsonObject.EMPTY);
        begun();
        clock.advance(Duration.ofMinutes(90));
        assertTrue(scheduler.cancel(last().run()));
        assertEquals(since, settled().since());
        assertEquals(Ending.STOPPED, last().ending());
    }

    @Test
    void without_a_permission_that_it_needs_nothing_runs_and_the_journal_says_so() throws Exception {
        grants.drop(new RecordId(new UUID(5, 5)));
        at(Duration.ofMinutes(61));

        assertEquals(Ending.SKIPPED, last().ending());
        assertEquals("Not run: it may not read records of kind \"todo\".", last().text());
        RunState run = run(last());
        assertEquals(RunPhase.DONE, run.phase());
        assertFalse(run.outcome().success());
        assertEquals(1, run.totals().denials());
        assertEquals(0, triggers.size());

        grants.hold(new RecordId(new UUID(5, 6)), new Grant(MAIL, READ, GrantScope.ALWAYS, null, NOON));
        scheduler.look();
        assertEquals(0, known().failures());
        at(Duration.ofMinutes(121));
        begun();
    }

    @Test
    void a_permission_that_it_can_do_without_or_that_holds_once_decides_nothing() throws Exception {
        grants.drop(new RecordId(new UUID(5, 5)));
        grants.hold(new RecordId(new UUID(5, 6)), new Grant(MAIL, READ, GrantScope.ONCE, null, NOON));
        at(Duration.ofMinutes(61));
        assertEquals(Ending.SKIPPED, last().ending());
    }

    @Test
    void one_that_is_switched_off_does_not_fail_all_day_and_makes_up_for_it_once_it_is_on() throws Exception {
        off.add(plugins.info(MAIL).bundle());
        plugins.remove(MAIL);
        at(Duration.ofHours(9));
        assertNull(known().last());
        assertEquals(Optional.empty(), scheduler.due(plugins.info(MAIL)));
        off.clear();
        plugins.add(MAIL, "0 * * * *", false, List.of(), agent);
        scheduler.look();
        assertEquals(Cause.CATCH_UP, begun().cause());
        settled();
    }

    @Test
    void the_person_may_run_it_at_any_time_with_what_it_is_told() throws Exception {
        RunRef ref = scheduler.run(plugins.info(MAIL), JsonObject.EMPTY.with("folder", "inbox"));
        BatchTrigger trigger = begun();
        assertEquals(Cause.PERSON, trigger.cause());
        assertEquals("inbox", trigger.given().text("folder"));
        settled();
        assertEquals(ref, new RunRef(last().session(), last().run()));
    }

    @Test
    void what_the_person_asked_for_and_fails_is_not_tried_again_by_itself() throws Exception {
        agent = (trigger, context) -> {
            throw new FailureException(
                    new Failure("mail.offline", ErrorKind.RESOURCE, "The server is away.", null, true, null));
        };
        Instant since = known().since();
        scheduler.run(plugins.info(MAIL), JsonObject.EMPTY);
        Automation after = settled();
        assertEquals(Ending.FAILED, last().ending());
        assertNull(after.retryAt());
        assertEquals(since, after.since());
    }

    @Test
    void a_paused_one_waits_for_the_person_and_makes_up_for_nothing() throws Exception {
        scheduler.change(MAIL, true);
        at(Duration.ofHours(5));
        assertEquals(0, triggers.size());
        scheduler.run(plugins.info(MAIL), JsonObject.EMPTY);
        begun();
        assertTrue(settled().paused());
        scheduler.change(MAIL, false);
        scheduler.look();
        assertEquals(0, triggers.size());
        at(Duration.ofHours(6).plusMinutes(1));
        begun();
    }

    @Test
    void a_pause_holds_after_a_restart() {
        scheduler.change(MAIL, true);
        scheduler.close();
        scheduler = scheduler();
        at(Duration.ofHours(5));
        assertTrue(known().paused());
        assertNull(known().last());
    }

    @Test
    void a_run_that_is_cancelled_stops_and_waits_for_its_next_point() throws Exception {
        agent = (trigger, context) -> {
            triggers.add(trigger);
            new CountDownLatch(1).await();
            return BatchResult.of("never");
        };
        at(Duration.ofMinutes(61));
        begun();
        assertTrue(scheduler.cancel(last().run()));
        Automation after = settled();
        assertEquals(RunPhase.CANCELLED, run(last()).phase());
        assertEquals(Ending.STOPPED, last().ending());
        assertNull(after.retryAt());
        assertFalse(scheduler.cancel(last().run()));
        assertFalse(scheduler.cancel(new RunId(new UUID(9, 9))));
    }

    @Test
    void what_the_person_asked_for_is_not_said_to_be_tried_again() throws Exception {
        agent = (trigger, context) -> {
            triggers.add(trigger);
            new CountDownLatch(1).await();
            return BatchResult.of("never");
        };
        scheduler.run(plugins.info(MAIL), JsonObject.EMPTY);
        begun();
        scheduler.close();
        assertNull(known().retryAt());
        assertEquals(
                "Officina was closed while this was at work. It is tried again by itself, unless you had asked for it.",
                last().text());
    }

    @Test
    void what_it_uses_is_guarded_and_written_in_its_run() throws Exception {
        agent = (trigger, context) -> {
            context.progress("reading");
            int todos = context.records().list(RecordQuery.all(RecordKind.TODO)).size();
            assertEquals(PROJECT, context.project());
            triggers.add(trigger);
            return BatchResult.of(todos + " to-dos");
        };
        at(Duration.ofMinutes(61));
        begun();
        settled();
        assertEquals("0 to-dos", last().text());
        assertEquals(1, run(last()).totals().accesses());
    }

    @Test
    void what_an_agent_says_is_one_plain_line_of_bounded_length() throws Exception {
        agent = (trigger, context) -> BatchResult.of("two\nlines " + "x".repeat(2_000));
        at(Duration.ofMinutes(61));
        settled();
        assertEquals(BatchResult.LONGEST_SUMMARY, last().text().length());
        assertFalse(last().text().contains("\n"));
    }

    @Test
    void one_without_a_schedule_waits_for_the_person() throws Exception {
        PluginId asked = new PluginId("batch.asked");
        plugins.add(asked, null, false, List.of(), (trigger, context) -> {
            triggers.add(trigger);
            return BatchResult.of("done");
        });
        scheduler.change(MAIL, true);
        at(Duration.ofDays(9));
        assertEquals(0, triggers.size());
        scheduler.run(plugins.info(asked), JsonObject.EMPTY);
        assertEquals(Cause.PERSON, begun().cause());
    }
}
