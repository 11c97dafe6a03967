// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentDescriptor;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.chat.Intent;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.PluginInfo;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message that asks for several things of several agents. */
class SeveralTests {

    private static final PluginId ADDER = new PluginId("agent.adder");
    private static final PluginId OTHER = new PluginId("agent.other");
    private static final PluginId TELLER = new PluginId("agent.teller");

    private final List<ChatRequest> asked = new ArrayList<>();
    private final FakeRegistry plugins = new FakeRegistry();
    private final LocalOrchestrator orchestrator = new LocalOrchestrator(plugins);

    SeveralTests() {
        for (PluginId adder : List.of(ADDER, OTHER)) {
            register(adder, (request, context) -> {
                String title = request.message().plainText();
                PlanStep add = FakeAgent.told("add", title);
                PlanStep note = FakeAgent.step(
                        "note",
                        "Note " + title,
                        PlanAction.UPDATE_RECORD,
                        JsonObject.EMPTY
                                .with("kind", RecordKind.TODO)
                                .with("id", "${add.id}")
                                .with("changes", JsonObject.EMPTY.with("description", "noted")));
                return AgentReply.act("Added and noted " + title + ".", List.of(add, note));
            });
        }
        register(
                TELLER,
                (request, context) ->
                        AgentReply.answer("Told " + request.message().plainText() + "."));
    }

    @Test
    void in_direct_mode_each_is_done_in_order() throws Exception {
        FakeRun run = run(ExecutionMode.DIRECT, of("milk", ADDER), of("the time", TELLER), of("tent", OTHER));

        drive(run);

        assertEquals(
                List.of(text("Added and noted milk."), text("Told the time."), text("Added and noted tent.")),
                run.state().parts());
        assertEquals(List.of("milk", "tent"), run.titles());
        assertEquals(
                new RunEvent.RunFinished(true, "2 to-dos added, 2 changed"),
                run.events().getLast());
        assertEquals(
                List.of(ADDER, TELLER, OTHER),
                run.envelopes.stream()
                        .filter(each -> each.event() instanceof RunEvent.PlanProposed
                                || each.event() instanceof RunEvent.PartWritten(int part, var _) && part == 1)
                        .map(each -> each.origin().actor())
                        .toList());
    }

    @Test
    void in_plan_mode_what_is_asked_is_answered_and_all_changes_are_one_plan() throws Exception {
        FakeRun run = run(ExecutionMode.PLAN, of("milk", ADDER), of("the time", TELLER), of("tent", OTHER));

        advance(run);

        PlanState plan = Objects.requireNonNull(run.state().plan());
        assertEquals(
                List.of(text("Told the time."), text("Nothing changes without your approval.")),
                run.state().parts());
        assertEquals(
                List.of("step-1 Add milk", "step-2 Note milk", "step-3 Add tent", "step-4 Note tent"),
                plan.plan().steps().stream()
                        .map(step -> step.id() + " " + step.title())
                        .toList());
        assertEquals(
                List.of(ADDER, ADDER, OTHER, OTHER),
                plan.plan().steps().stream()
                        .map(step -> plan.plan().authorOf(step.id()))
                        .toList());

        drive(run);

        assertEquals(RunPhase.DONE, run.state().phase());
        assertEquals(List.of("milk", "tent"), run.titles());
        assertEquals(
                List.of(ADDER, ADDER, OTHER, OTHER),
                run.envelopes.stream()
                        .filter(each -> each.event() instanceof RunEvent.RecordChanged)
                        .map(each -> each.origin().actor())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void what_nobody_can_do_is_said_and_stops_nothing(ExecutionMode mode) throws Exception {
        FakeRun run = run(mode, new Intent("fly to the moon", null, 0.1), of("milk", ADDER));

        drive(run);

        assertEquals(
                text("I cannot help with \u201cfly to the moon\u201d: no agent does that."),
                run.state().parts().getFirst());
        assertEquals(List.of("milk"), run.titles());
        assertEquals(RunPhase.DONE, run.state().phase());
    }

    @Test
    void a_step_that_fails_stops_the_rest_which_is_named() throws Exception {
        register(
                OTHER,
                (request, context) -> AgentReply.act(
                        "Gone.",
                        List.of(FakeAgent.step(
                                "b",
                                "Change it",
                                PlanAction.UPDATE_RECORD,
                                JsonObject.EMPTY
                                        .with("kind", RecordKind.TODO)
                                        .with("id", "00000000-0000-0007-0000-000000000007")
                                        .with("changes", JsonObject.EMPTY)))));
        FakeRun run =
                run(ExecutionMode.DIRECT, of("milk", ADDER), of("it", OTHER), of("the time", TELLER), of("x", ADDER));

        drive(run);

        assertEquals(RunPhase.FAILED, run.state().phase());
        assertEquals(List.of("milk"), run.titles());
        assertEquals(
                text("Not tried any more:\n\n- the time\n- x\n"),
                run.state().parts().getLast());
    }

    @Test
    void an_agent_that_fails_stops_the_rest_which_is_named() throws Exception {
        register(TELLER, (request, context) -> {
            throw new FailureException(Failure.of("agent.broken", ErrorKind.RESOURCE, "It is broken.", null));
        });
        FakeRun run = run(ExecutionMode.DIRECT, of("milk", ADDER), of("the time", TELLER), of("x", ADDER));

        assertThrows(FailureException.class, () -> drive(run));

        assertEquals(
                List.of(text("Added and noted milk."), text("Not tried any more:\n\n- x\n")),
                run.state().parts());
    }

    @Test
    void each_agent_hears_its_own_part_what_was_said_before_and_its_own_answers() throws Exception {
        for (PluginId curious : List.of(ADDER, TELLER)) {
            register(
                    curious,
                    (request, context) -> context.answers().isEmpty()
                            ? AgentReply.ask("Which " + request.message().plainText() + "?", List.of())
                            : AgentReply.answer(request.message().plainText() + " " + context.answers()));
        }
        FakeRun run = run(ExecutionMode.DIRECT, of("milk", ADDER), of("time", TELLER));

        drive(run);

        assertEquals(
                List.of(text("milk [Answer to Which milk?]"), text("time [Answer to Which time?]")),
                run.state().parts());
        assertEquals(
                List.of("milk", "milk [Answer to Which milk?]"),
                asked.getLast().context().conversationHistory().stream()
                        .map(Message::plainText)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void after_a_crash_anywhere_everything_is_done_once(ExecutionMode mode) throws Exception {
        register(
                TELLER,
                (request, context) -> context.answers().isEmpty()
                        ? AgentReply.ask("Which?", List.of("a"))
                        : AgentReply.answer("Told " + request.message().plainText() + "."));
        FakeRun whole = run(
                mode,
                of("the date", OTHER),
                new Intent("fly", null, 0),
                of("milk", ADDER),
                of("the time", TELLER),
                of("tent", OTHER));
        drive(whole);
        assertEquals(RunPhase.DONE, whole.state().phase());

        for (int survived = 2; survived < whole.envelopes.size(); survived++) {
            FakeRun run = whole.survivor(survived);
            if (run.state().phase() == RunPhase.RUNNING) {
                run.emit(List.of(new RunEvent.RunInterrupted(), new RunEvent.RunResumed()));
            }

            drive(run);

            String where = "after event " + survived + ", " + whole.events().get(survived - 1);
            assertEquals(whole.state().phase(), run.state().phase(), where);
            assertEquals(whole.state().changes(), run.state().changes(), where);
            assertEquals(whole.state().plan(), run.state().plan(), where);
            assertEquals(
                    whole.state().outcome().summary(), run.state().outcome().summary(), where);
            assertEquals(whole.state().parts().size(), run.state().parts().size(), where);
        }
    }

    @Test
    void a_cancelled_run_stops_between_two_of_them() {
        FakeRun run = run(ExecutionMode.DIRECT, of("milk", ADDER), of("tent", OTHER));
        run.checks = 4;

        assertThrows(InterruptedException.class, () -> drive(run));

        assertTrue(run.titles().size() < 2, () -> run.titles().toString());
    }

    private interface Reply {
        AgentReply of(ChatRequest request, AgentContext context);
    }

    private void register(PluginId id, Reply reply) {
        plugins.agents.removeIf(entry -> entry.plugin().id().equals(id));
        ChatAgent agent = (request, context) -> {
            asked.add(request);
            return reply.of(request, context);
        };
        plugins.agents.add(new AgentEntry(
                new PluginInfo(id, PluginInfo.AGENT, "1.0", "test", "", true, List.of(), List.of()),
                new AgentDescriptor(id, id.value(), "Does things.", List.of("Do a thing", "Do another thing"), false),
                agent));
    }

    private static Intent of(String text, PluginId agent) {
        return new Intent(text, agent, 0.9);
    }

    private static ContentPart text(String text) {
        return new ContentPart.Text(text);
    }

    private static FakeRun run(ExecutionMode mode, Intent... intents) {
        FakeRun run = FakeRun.of("Do it all", mode);
        run.emit(List.of(new RunEvent.IntentsFound(Stream.of(intents).toList())));
        return run;
    }

    private void advance(FakeRun run) throws InterruptedException {
        orchestrator.advance(run.state(), run);
    }

    /** Works on the run and plays a person who answers and approves, until it has ended. */
    private void drive(FakeRun run) throws InterruptedException {
        while (!run.state().phase().ended()) {
            RunState state = run.state();
            switch (state.phase()) {
                case RUNNING -> advance(run);
                case AWAITING_APPROVAL -> {
                    PlanState plan = Objects.requireNonNull(state.plan());
                    ExecutionPlan proposed = plan.plan();
                    List<StepId> steps =
                            proposed.steps().stream().map(PlanStep::id).toList();
                    run.emit(List.of(new RunEvent.ApprovalGiven(
                            Objects.requireNonNull(plan.approval()), proposed.revision(), steps)));
                }
                case AWAITING_ANSWER -> {
                    QuestionState question = Objects.requireNonNull(state.openQuestion());
                    run.emit(List.of(new RunEvent.QuestionAnswered(question.id(), "Answer to " + question.text())));
                }
                case NEW, INTERRUPTED, DONE, FAILED, CANCELLED ->
                    throw new IllegalStateException("nobody plays a person there: " + state.phase());
            }
        }
    }
}
