// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import officina.api.agent.AgentReply;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.ApprovalId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.api.record.RoutingCorrection;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.orchestrator.OrchestratorStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalOrchestratorTests {

    private static final String QUERY = "Add a fake for tomorrow";

    private final FakeRegistry plugins = new FakeRegistry();
    private final LocalOrchestrator orchestrator = new LocalOrchestrator(plugins);

    @Test
    void it_says_where_it_runs_and_that_no_model_answers() {
        assertEquals(new OrchestratorStatus("local", "this machine", "no model", true), orchestrator.status());
    }

    @Test
    void a_run_that_waits_is_not_worked_on() {
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);
        run.emit(List.of(new RunEvent.QuestionAsked(new QuestionId(new UUID(9, 9)), "When?", List.of())));

        assertThrows(IllegalStateException.class, () -> advance(run));
    }

    @Test
    void an_answer_is_written_in_the_name_of_the_agent_and_ends_the_run() throws Exception {
        register(AgentReply.answer("Two fakes."));
        FakeRun run = FakeRun.of("Show my fakes", ExecutionMode.DIRECT);

        advance(run);

        assertEquals(FakeAgent.ID, run.state().agent());
        assertEquals(List.of(new ContentPart.Text("Two fakes.")), run.state().parts());
        assertEquals(
                new RunEvent.RunFinished(true, "Answered by Fakes"),
                run.events().getLast());
        assertEquals(
                List.of("officina", "agent.fake", "officina"),
                run.envelopes.stream()
                        .skip(1)
                        .map(each -> each.origin().actor().value())
                        .toList());
    }

    @Test
    void a_plug_in_that_takes_no_part_in_the_project_is_not_asked() throws Exception {
        register(AgentReply.answer("never asked"));
        FakeRun run = FakeRun.of("Show my fakes", ExecutionMode.DIRECT);
        run.leftOut = Set.of(FakeAgent.ID);

        advance(run);

        assertNull(run.state().agent());
        assertEquals(
                new RunEvent.RunFinished(true, "No agent can do this"),
                run.events().getLast());
    }

    @Test
    void what_is_for_no_agent_is_answered_honestly_with_what_can_be_done() throws Exception {
        register(AgentReply.answer("never asked"));
        FakeRun run = FakeRun.of("what is the capital of France", ExecutionMode.DIRECT);

        advance(run);

        assertNull(run.state().agent());
        assertEquals(List.of(new ContentPart.Text("""
            I cannot help with that. Without a language model I understand plain English, and only about this:

            - **Fakes**: Keeps fakes and shows them.
              - "Add a fake for tomorrow"
              - "Add a fake to my fakes"
              - "Show my fakes"
            """)), run.state().parts());
        assertEquals(
                new RunEvent.RunFinished(true, "No agent can do this"),
                run.events().getLast());
    }

    @Test
    void without_agents_it_says_that_there_are_none() throws Exception {
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);

        advance(run);

        assertEquals(
                List.of(new ContentPart.Text("I cannot do anything yet: no language model is set up, and no agent is"
                        + " available. \"officina doctor\" says why.")),
                run.state().parts());
    }

    @Test
    void in_direct_mode_actions_run_at_once_and_then_the_agent_speaks() throws Exception {
        register(FakeAgent.adds("one", "two"));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);

        advance(run);

        assertEquals(
                List.of(
                        "RunStarted",
                        "AgentChosen",
                        "PlanProposed",
                        "StepStarted",
                        "RecordChanged",
                        "StepFinished",
                        "StepStarted",
                        "RecordChanged",
                        "StepFinished",
                        "PartWritten",
                        "RunFinished"),
                run.events().stream()
                        .map(each -> each.getClass().getSimpleName())
                        .toList());
        assertEquals(List.of("one", "two"), run.titles());
        assertEquals(
                List.of(new ContentPart.Text("Added one, two.")), run.state().parts());
        assertEquals(
                new RunEvent.RunFinished(true, "2 to-dos added"), run.events().getLast());
        assertEquals("Add 2 to-dos", plan(run).plan().title());
    }

    @Test
    void in_plan_mode_nothing_happens_before_approval() throws Exception {
        register(FakeAgent.adds("one"));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.PLAN);

        advance(run);

        assertEquals(RunPhase.AWAITING_APPROVAL, run.state().phase());
        assertEquals(List.of(), run.titles());
        assertEquals(
                List.of(new ContentPart.Text("Nothing changes without your approval.")),
                run.state().parts());
        assertEquals("Add 1 to-do", plan(run).plan().title());
    }

    @Test
    void after_approval_the_plan_runs_and_the_answer_says_what_was_done() throws Exception {
        FakeAgent agent = register(FakeAgent.adds("one", "two"));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.PLAN);
        advance(run);
        approve(run, "add-2");

        advance(run);

        assertEquals(List.of("two"), run.titles());
        assertEquals(
                new ContentPart.Text("Done: Add two\n\nLeft out:\n\n- Add one"),
                run.state().parts().get(1));
        assertEquals(
                new RunEvent.RunFinished(true, "1 to-do added"), run.events().getLast());
        assertEquals(1, agent.calls);
    }

    @Test
    void what_the_agent_said_of_its_steps_is_said_once_they_are_done_and_not_before() throws Exception {
        List<PlanStep> steps =
                List.of(FakeAgent.told("a", "one"), FakeAgent.told("b", "two"), FakeAgent.add("c", "three"));
        register(AgentReply.act("Added all.", steps).remarking("Two comes back, but **not** by itself."));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.PLAN);

        advance(run);
        approve(run, "a", "b", "c");
        advance(run);

        assertEquals(
                List.of(
                        new ContentPart.Text("Two comes back, but **not** by itself.\n\n"
                                + "Nothing changes without your approval."),
                        new ContentPart.Text("- There is **one**.\n- There is **two**.\n- Done: Add three")),
                run.state().parts());
    }

    @ParameterizedTest
    @CsvSource({
        "Hello!, Hello!",
        "how are you?, 'Fine, thank you.'",
        "Thank you, You are welcome.",
        "bye, Goodbye!",
        "What can you do?, 'I am Officina, a program on this machine.'",
        "ok, There is no open question. Nothing was changed.",
        "🎉, There are no words in that."
    })
    void small_talk_is_answered_kindly_and_says_what_can_be_done(String said, String answer) throws Exception {
        register(AgentReply.answer("never asked"));
        FakeRun run = FakeRun.of(said, ExecutionMode.DIRECT);

        advance(run);

        ContentPart.Text text =
                assertInstanceOf(ContentPart.Text.class, run.state().parts().getFirst());
        assertTrue(text.text().startsWith(answer), text::text);
        assertEquals(
                new RunEvent.RunFinished(true, "Answered by Officina"),
                run.events().getLast());
    }

    @Test
    void the_title_of_a_plan_says_what_it_comes_to() throws Exception {
        JsonObject todo = JsonObject.EMPTY.with("kind", RecordKind.TODO).with("id", new UUID(404, 404));
        register(AgentReply.act(
                "",
                List.of(
                        FakeAgent.add("a", "one"),
                        FakeAgent.add("b", "two"),
                        FakeAgent.step("c", "Delete it", PlanAction.DELETE_RECORD, todo),
                        FakeAgent.step(
                                "d",
                                "Tell",
                                PlanAction.SEND_NOTIFICATION,
                                JsonObject.EMPTY.with("title", "x").with("text", "y")))));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.PLAN);

        advance(run);

        assertEquals(
                "Add 2 to-dos, delete 1, show 1 notification", plan(run).plan().title());
    }

    @Test
    void an_approval_of_no_step_changes_nothing() throws Exception {
        register(FakeAgent.adds("one"));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.PLAN);
        advance(run);
        approve(run);

        advance(run);

        assertEquals(
                new ContentPart.Text("Nothing was changed."),
                run.state().parts().get(1));
        assertEquals(
                new RunEvent.RunFinished(false, "Nothing was changed"),
                run.events().getLast());
    }

    @Test
    void a_refused_plan_changes_nothing_and_says_so() throws Exception {
        register(FakeAgent.adds("one"));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.PLAN);
        advance(run);
        run.emit(List.of(new RunEvent.ApprovalRefused(approval(run), "no")));

        advance(run);

        assertEquals(List.of(), run.titles());
        assertEquals(
                new ContentPart.Text("Nothing was changed."),
                run.state().parts().get(1));
        assertEquals(
                new RunEvent.RunFinished(false, "Nothing was changed"),
                run.events().getLast());
    }

    @Test
    void a_question_waits_for_the_person_and_the_agent_gets_the_answer() throws Exception {
        FakeAgent agent = register(AgentReply.answer(""));
        agent.reply = answers -> answers.isEmpty()
                ? AgentReply.ask("Which one?", List.of("one", "two"))
                : FakeAgent.adds(answers.getFirst());
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);

        advance(run);
        assertEquals(RunPhase.AWAITING_ANSWER, run.state().phase());
        QuestionState question = run.state().questions().get(0);
        assertEquals(new QuestionState(question.id(), "Which one?", List.of("one", "two"), null), question);
        run.emit(List.of(new RunEvent.QuestionAnswered(question.id(), "two")));
        advance(run);

        assertEquals(List.of("two"), run.titles());
    }

    @Test
    void an_agent_that_asks_on_and_on_is_stopped() throws Exception {
        register(AgentReply.ask("And now?", List.of()));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);
        for (int i = 0; i < 10; i++) {
            advance(run);
            run.emit(List.of(
                    new RunEvent.QuestionAnswered(run.state().questions().get(i).id(), "this")));
        }

        FailureException stopped = assertThrows(FailureException.class, () -> advance(run));

        assertEquals("agent.too-many-questions", stopped.failure().code());
    }

    @Test
    void a_failed_step_ends_the_run_and_the_answer_says_what_was_done_and_what_was_not() throws Exception {
        JsonObject gone = JsonObject.EMPTY
                .with("kind", RecordKind.TODO)
                .with("id", new UUID(404, 404))
                .with("changes", JsonObject.EMPTY);
        List<PlanStep> steps = List.of(
                FakeAgent.add("a", "one"),
                FakeAgent.step("b", "Change *it*", PlanAction.UPDATE_RECORD, gone),
                FakeAgent.add("c", "three"));
        register(AgentReply.act("All done.", steps));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);

        advance(run);

        assertEquals(List.of(new ContentPart.Text("""
            This step failed: Change \\*it\\*

            Before that:

            - Done: Add one

            Not done:

            - Add three""")), run.state().parts());
        assertEquals(
                new RunEvent.RunFailed(
                        Failure.of("record.missing", ErrorKind.USER, "The to-do is gone.", "Look at the list again.")),
                run.events().getLast());
    }

    @Test
    void what_the_person_said_about_a_message_goes_before_what_the_router_finds() throws Exception {
        register(AgentReply.answer("Paris, says my list of fakes."));
        FakeRun run = FakeRun.of("what is the capital of France", ExecutionMode.DIRECT);
        run.corrections = List.of(new RoutingCorrection("What is the capital of France?", FakeAgent.ID));

        advance(run);

        assertEquals(FakeAgent.ID, run.state().agent());
    }

    @Test
    void a_step_that_needs_a_model_waits_for_one_and_says_what_to_do() throws Exception {
        register(AgentReply.act(
                "Summarised.",
                List.of(new PlanStep.Llm(new StepId("ask"), "Summarise", "summary", Map.of("of", "it")))));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);

        advance(run);

        assertEquals(RunPhase.INTERRUPTED, run.state().phase());
        assertEquals(
                "plan.model-missing",
                Objects.requireNonNull(run.state().outcome().failure()).code());
    }

    @Test
    void an_agent_that_breaks_fails_the_run_without_its_words() {
        FakeAgent agent = register(AgentReply.answer(""));
        agent.reply = answers -> {
            throw new IllegalStateException("the person wrote this");
        };
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);

        FailureException failed = assertThrows(FailureException.class, () -> advance(run));

        assertEquals(
                Failure.of(
                        "agent.failed",
                        ErrorKind.INTERNAL,
                        "The agent \"Fakes\" failed because of a defect; the log has the details.",
                        null),
                failed.failure());
    }

    @Test
    void a_failure_of_an_agent_goes_through_as_it_is() {
        Failure denied = Failure.of("permission.denied", ErrorKind.PERMISSION, "No.", "Allow it.");
        FakeAgent agent = register(AgentReply.answer(""));
        agent.reply = answers -> {
            throw new FailureException(denied);
        };

        FailureException failed =
                assertThrows(FailureException.class, () -> advance(FakeRun.of(QUERY, ExecutionMode.DIRECT)));

        assertEquals(denied, failed.failure());
    }

    @Test
    void an_agent_that_proposes_what_cannot_run_fails_the_run() {
        register(AgentReply.act(
                "Done.", List.of(FakeAgent.step("a", "Launch", new PlanAction("launch_rocket"), JsonObject.EMPTY))));

        FailureException failed =
                assertThrows(FailureException.class, () -> advance(FakeRun.of(QUERY, ExecutionMode.DIRECT)));

        assertEquals(
                Failure.of(
                        "agent.invalid-plan",
                        ErrorKind.INTERNAL,
                        "The agent \"Fakes\" proposed what cannot be carried out. Step a: there is no action"
                                + " launch_rocket.",
                        null),
                failed.failure());
    }

    @Test
    void an_agent_without_words_is_no_success() throws Exception {
        register(new AgentReply(List.of(), "", List.of(), null));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);

        advance(run);

        assertEquals(
                List.of(new ContentPart.Text("\"Fakes\" had nothing to say to that.")),
                run.state().parts());
        assertEquals(
                new RunEvent.RunFinished(false, "Answered by Fakes"),
                run.events().getLast());
    }

    @Test
    void an_agent_that_went_away_is_named() {
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);
        run.emit(List.of(new RunEvent.AgentChosen(new PluginId("agent.gone"), 0.9)));

        FailureException failed = assertThrows(FailureException.class, () -> advance(run));

        assertEquals("agent.missing", failed.failure().code());
    }

    @Test
    void a_cancelled_run_stops_before_its_next_piece_of_work() throws Exception {
        register(FakeAgent.adds("one", "two"));
        FakeRun run = FakeRun.of(QUERY, ExecutionMode.DIRECT);
        run.checks = 3;

        assertThrows(InterruptedException.class, () -> advance(run));

        assertEquals(List.of("one"), run.titles());
    }

    @Test
    void a_crash_at_any_event_in_direct_mode_loses_and_doubles_nothing() throws Exception {
        register(FakeAgent.adds("one", "two", "three"));
        assertSurvivesEveryCrash(ExecutionMode.DIRECT);
    }

    @Test
    void a_crash_at_any_event_in_plan_mode_loses_and_doubles_nothing() throws Exception {
        register(FakeAgent.adds("one", "two", "three"));
        assertSurvivesEveryCrash(ExecutionMode.PLAN);
    }

    @Test
    void a_crash_at_any_event_around_a_question_loses_and_doubles_nothing() throws Exception {
        FakeAgent agent = register(AgentReply.answer(""));
        agent.reply =
                answers -> answers.isEmpty() ? AgentReply.ask("Sure?", List.of("yes")) : FakeAgent.adds("one", "two");
        assertSurvivesEveryCrash(ExecutionMode.PLAN);
    }

    @Test
    void a_crash_at_any_event_of_a_failing_plan_ends_in_the_same_failure() throws Exception {
        JsonObject gone = JsonObject.EMPTY
                .with("kind", RecordKind.TODO)
                .with("id", new UUID(404, 404))
                .with("changes", JsonObject.EMPTY);
        register(AgentReply.act(
                "All done.",
                List.of(FakeAgent.add("a", "one"), FakeAgent.step("b", "Change it", PlanAction.UPDATE_RECORD, gone))));
        assertSurvivesEveryCrash(ExecutionMode.DIRECT);
    }

    private void assertSurvivesEveryCrash(ExecutionMode mode) throws InterruptedException {
        FakeRun whole = FakeRun.of(QUERY, mode);
        drive(whole);
        assertTrue(whole.state().phase().ended());

        for (int survived = 1; survived < whole.envelopes.size(); survived++) {
            FakeRun run = whole.survivor(survived);
            if (run.state().phase() == RunPhase.RUNNING) {
                run.emit(List.of(new RunEvent.RunInterrupted(), new RunEvent.RunResumed()));
            }

            drive(run);

            String where = "after event " + survived + ", "
                    + whole.events().get(survived - 1).getClass().getSimpleName();
            assertEquals(whole.state().phase(), run.state().phase(), where);
            assertEquals(whole.state().changes(), run.state().changes(), where);
            assertEquals(whole.state().plan(), run.state().plan(), where);
            assertEquals(whole.state().outcome(), run.state().outcome(), where);
            assertEquals(whole.state().parts().size(), run.state().parts().size(), where);
        }
    }

    /** Works on the run and plays a person who answers and approves, until it has ended. */
    private void drive(FakeRun run) throws InterruptedException {
        while (!run.state().phase().ended()) {
            RunState state = run.state();
            switch (state.phase()) {
                case RUNNING -> advance(run);
                case AWAITING_APPROVAL ->
                    approve(
                            run,
                            plan(run).plan().steps().stream()
                                    .map(step -> step.id().value())
                                    .toArray(String[]::new));
                case AWAITING_ANSWER ->
                    run.emit(List.of(new RunEvent.QuestionAnswered(
                            state.questions().get(0).id(), "yes")));
                case NEW, INTERRUPTED, DONE, FAILED, CANCELLED -> throw new AssertionError(state.phase());
            }
        }
    }

    private FakeAgent register(AgentReply reply) {
        FakeAgent agent = new FakeAgent(reply);
        plugins.agents.add(agent.entry());
        return agent;
    }

    private void advance(FakeRun run) throws InterruptedException {
        orchestrator.advance(run.state(), run);
    }

    private static void approve(FakeRun run, String... steps) {
        List<StepId> allowed = List.of(steps).stream().map(StepId::new).toList();
        run.emit(List.of(
                new RunEvent.ApprovalGiven(approval(run), plan(run).plan().revision(), allowed)));
    }

    private static ApprovalId approval(FakeRun run) {
        ApprovalId approval = plan(run).approval();
        if (approval == null) {
            throw new AssertionError("nobody was asked");
        }
        return approval;
    }

    private static PlanState plan(FakeRun run) {
        PlanState plan = run.state().plan();
        if (plan == null) {
            throw new AssertionError("no plan");
        }
        return plan;
    }
}
