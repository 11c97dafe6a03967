// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.plugin.Grants;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.RunRef;
import officina.engine.internal.Bench;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.run.RunServices;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is due begins once, by the clock of the test. */
@Timeout(60)
class SchedulerTests {

    private static final RecordId PROJECT = new RecordId(new UUID(7, 7));
    private static final PluginId MAIL = new PluginId("batch.mail");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Permission READ = new Permission(PermissionType.STORE_READ, "todo");

    private final FakeClock clock = new FakeClock(NOON);
    private final Bench bench = new Bench();
    private final Grants grants = new Grants();
    private final BatchPlugins plugins = new BatchPlugins();
    private final BlockingQueue<BatchTrigger> triggers = new LinkedBlockingQueue<>();
    private final Set<String> off = ConcurrentHashMap.newKeySet();
    private Scheduler scheduler;
    private BatchAgent agent = (trigger, context) -> {
        triggers.add(trigger);
        return new BatchResult("2 of 14 were new", List.of(new Count("new", 2)));
    };

    @BeforeEach
    void begin() {
        plugins.add(MAIL, "0 * * * *", false, List.of(READ), (trigger, context) -> agent.run(trigger, context));
        grants.hold(new RecordId(new UUID(5, 5)), new Grant(MAIL, READ, GrantScope.ALWAYS, null, NOON));
        scheduler = scheduler();
        assertNotNull(scheduler.look());
    }

    @AfterEach
    void close() {
        scheduler.close();
        bench.close();
    }

    private Scheduler scheduler() {
        RunServices services = plugins.services(bench, grants, clock);
        return new Scheduler(
                services, grants, new Edits(services.writer(), clock), PROJECT, () -> ZoneOffset.UTC, off::contains);
    }

    /** Returns once nothing is at work. */
    private void awaitIdle() {
        while (plugins.declared().stream().anyMatch(each -> scheduler.isAtWork(each.id()))) {
            Thread.onSpinWait();
        }
    }

    private Automation known() {
        bench.log.settle();
        return scheduler.standing(MAIL);
    }

    /** What is known once no run is at work. */
    private Automation settled() throws InterruptedException {
        LastRun last = last();
        bench.log.await(last.session(), state -> {
            RunState run = state.run(last.run());
            return run != null && run.phase().ended();
        });
        while (scheduler.isAtWork(MAIL)) {
            Thread.onSpinWait();
        }
        return known();
    }

    private LastRun last() {
        LastRun last = known().last();
        assertNotNull(last, "nothing has run");
        return last;
    }

    private void at(Duration later) {
        clock.jumpTo(NOON.plus(later));
        scheduler.look();
    }

    private BatchTrigger begun() throws InterruptedException {
        BatchTrigger trigger = triggers.poll(20, TimeUnit.SECONDS);
        assertNotNull(trigger, "nothing has begun");
        return trigger;
    }

    private RunState run(LastRun last) {
        return bench.log.state(last.session()).run(last.run());
    }

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
    void one_whose_service_is_gone_is_tried_again() {
        plugins.remove(MAIL);
        at(Duration.ofMinutes(61));
        assertEquals(Ending.FAILED, last().ending());
        assertEquals(NOON.plus(Duration.ofMinutes(62)), known().retryAt());
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
    void a_new_one_is_remembered_so_that_the_program_may_be_closed_when_it_is_due() {
        assertEquals(NOON, known().since());
        assertEquals(1, bench.store.list(RecordQuery.all(RecordKind.AUTOMATION)).size());
        clock.advance(Duration.ofMinutes(1));
        scheduler.look();
        assertEquals(NOON, known().since());
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
