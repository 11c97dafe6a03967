// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import officina.api.chat.ExecutionMode;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.api.record.Priority;
import officina.api.record.TodoStatus;
import officina.core.run.ActivityQuery;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.engine.RunRef;
import officina.engine.TodoItem;
import officina.engine.Todos.TodoQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person asks, an agent proposes, the person decides, and it is so: through every layer, without a model. */
class MainJobOsgiTests {

    private static final String PASSPORT = "Remind me to renew the passport by 12 December, high priority";

    @TempDir
    Path folder;

    private TestEngine test;

    @BeforeEach
    void open() {
        test = TestEngine.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_plan_waits_is_approved_and_stands_after_a_restart() throws InterruptedException {
        RunState proposed = test.say(PASSPORT, ExecutionMode.PLAN);
        assertEquals(RunPhase.AWAITING_APPROVAL, proposed.phase());
        assertEquals(List.of(), todos());

        RunState done = test.approveAll(proposed);
        assertEquals(RunPhase.DONE, done.phase());
        assertPassport();

        test.close();
        test = TestEngine.open(folder.resolve("data"));
        assertPassport();
        assertEquals(done, test.engine().runs().state(done.head().run()));
        assertTrue(test.engine().activity().list(ActivityQuery.NEWEST).stream()
                .anyMatch(entry -> entry.type().equals("record.changed")
                        && entry.origin().actor().value().equals("agent.task")
                        && entry.text().contains("Renew the passport")));
    }

    @Test
    void a_plan_that_waits_still_waits_after_a_restart() throws InterruptedException {
        RunState proposed = test.say(PASSPORT, ExecutionMode.PLAN);
        test.close();
        test = TestEngine.open(folder.resolve("data"));
        RunState again = test.engine().runs().state(proposed.head().run());
        assertEquals(proposed, again);
        test.approveAll(again);
        assertPassport();
    }

    @Test
    void a_conversation_belongs_to_the_default_project() throws InterruptedException {
        RunState done = test.say(PASSPORT, ExecutionMode.DIRECT);
        var projects = test.engine().projects().list();
        assertEquals(
                List.of("Home"),
                projects.stream().map(each -> each.project().name()).toList());
        assertEquals(
                projects.getFirst().id(),
                test.engine()
                        .sessions()
                        .find(done.head().session())
                        .orElseThrow()
                        .info()
                        .project());
    }

    @Test
    void direct_mode_does_it_at_once() throws InterruptedException {
        RunState done = test.say(PASSPORT, ExecutionMode.DIRECT);
        assertEquals(RunPhase.DONE, done.phase());
        assertTrue(done.outcome().success());
        assertPassport();
    }

    @Test
    void a_refused_plan_changes_nothing() throws InterruptedException {
        RunState proposed = test.say(PASSPORT, ExecutionMode.PLAN);
        test.engine()
                .runs()
                .refuse(
                        proposed.head().run(),
                        Objects.requireNonNull(
                                Objects.requireNonNull(proposed.plan()).approval()),
                        "not now");
        RunState ended = test.engine().runs().await(proposed.head().run());
        assertTrue(ended.phase().ended());
        assertEquals(List.of(), todos());
    }

    @Test
    void an_edited_plan_runs_as_edited_and_the_old_revision_cannot_be_approved() throws InterruptedException {
        RunState proposed = test.say(PASSPORT, ExecutionMode.PLAN);
        PlanState plan = Objects.requireNonNull(proposed.plan());
        PlanStep.Action step = (PlanStep.Action) plan.plan().steps().getFirst();
        JsonObject params =
                step.params().with("fields", step.params().object("fields").with("due", "2026-12-10"));
        ExecutionPlan edited = new ExecutionPlan(
                plan.plan().id(),
                2,
                plan.plan().title(),
                plan.plan().author(),
                List.of(new PlanStep.Action(step.id(), step.title(), step.action(), params)));
        test.engine().runs().revise(proposed.head().run(), edited);

        FailureException stale = assertThrows(FailureException.class, () -> test.approveAll(proposed));
        assertEquals("plan.stale", stale.failure().code());
        test.approveAll(test.engine().runs().state(proposed.head().run()));
        assertEquals(LocalDate.of(2026, 12, 10), todos().getFirst().todo().due());
    }

    @Test
    void what_no_agent_can_do_is_answered_honestly() throws InterruptedException {
        RunState answered = test.say("What is the capital of France?", ExecutionMode.DIRECT);
        assertEquals(RunPhase.DONE, answered.phase());
        assertNull(answered.agent());
        assertEquals(List.of(), todos());
        assertFalse(answered.parts().isEmpty());
    }

    @Test
    void an_ambiguous_wish_is_asked_back_and_the_answer_is_used() throws InterruptedException {
        test.say("Remind me to renew the passport", ExecutionMode.DIRECT);
        test.say("Remind me to copy the passport", ExecutionMode.DIRECT);
        RunState asked = test.say("Mark passport as done", ExecutionMode.DIRECT);
        assertEquals(RunPhase.AWAITING_ANSWER, asked.phase());
        QuestionState question = Objects.requireNonNull(asked.openQuestion());
        test.engine()
                .runs()
                .answer(asked.head().run(), question.id(), question.options().getFirst());
        RunState done = test.engine().runs().await(asked.head().run());
        assertEquals(RunPhase.DONE, done.phase());
        assertEquals(
                1,
                todos().stream()
                        .filter(item -> item.todo().status() == TodoStatus.DONE)
                        .count());
    }

    @Test
    void a_run_is_taken_back_and_the_taking_back_too() throws InterruptedException {
        RunState done = test.say(PASSPORT, ExecutionMode.DIRECT);
        RunRef undo = test.engine().runs().undo(done.head().run());
        assertEquals(List.of(), todos());
        test.engine().runs().undo(undo.run());
        assertPassport();
    }

    @Test
    void what_was_changed_since_is_left_alone_by_undo() throws InterruptedException {
        RunState done = test.say(PASSPORT, ExecutionMode.DIRECT);
        TodoItem item = todos().getFirst();
        test.engine().todos().update(item.id(), JsonObject.EMPTY.with("title", "Renew both passports"));
        FailureException refused = assertThrows(
                FailureException.class,
                () -> test.engine().runs().undo(done.head().run()));
        assertEquals("undo.nothing", refused.failure().code());
        assertEquals("Renew both passports", todos().getFirst().todo().title());
    }

    @Test
    void a_waiting_run_is_cancelled_and_stays_so() throws InterruptedException {
        RunState proposed = test.say(PASSPORT, ExecutionMode.PLAN);
        test.engine().runs().cancel(proposed.head().run());
        assertEquals(
                RunPhase.CANCELLED,
                test.engine().runs().state(proposed.head().run()).phase());
        FailureException late = assertThrows(FailureException.class, () -> test.approveAll(proposed));
        assertEquals("run.not-waiting", late.failure().code());
    }

    @Test
    void the_events_of_a_session_give_its_state() throws InterruptedException {
        RunState done = test.say(PASSPORT, ExecutionMode.DIRECT);
        SessionState live = test.engine().sessions().state(done.head().session());
        SessionState replayed = SessionState.empty(done.head().session());
        List<EventEnvelope> events =
                new ArrayList<>(test.engine().runs().events(done.head().run()));
        for (EventEnvelope envelope : events) {
            replayed = replayed.after(envelope);
        }
        assertEquals(live, replayed);
    }

    @Test
    void a_conversation_is_found_by_what_was_said_in_it() throws InterruptedException {
        RunState done = test.say(PASSPORT, ExecutionMode.DIRECT);
        test.say("Remind me to call Anna", ExecutionMode.DIRECT);
        assertEquals(
                List.of(done.head().session()),
                test.engine().sessions().list(new SessionQuery(null, "passport", 10)).stream()
                        .map(session -> session.id())
                        .toList());
    }

    @Test
    void an_agent_leaves_a_trace_of_what_it_read_and_changed() throws InterruptedException {
        RunState done = test.say(PASSPORT, ExecutionMode.DIRECT);
        assertTrue(done.totals().accesses() > 0);
        assertEquals(0, done.totals().denials());
        assertNotNull(done.agent());
    }

    private List<TodoItem> todos() {
        return test.engine().todos().list(TodoQuery.ALL);
    }

    private void assertPassport() {
        List<TodoItem> todos = todos();
        assertEquals(1, todos.size());
        assertEquals("Renew the passport", todos.getFirst().todo().title());
        assertEquals(LocalDate.of(2026, 12, 12), todos.getFirst().todo().due());
        assertEquals(Priority.HIGH, todos.getFirst().todo().priority());
        assertEquals(TodoStatus.OPEN, todos.getFirst().todo().status());
    }
}
