// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import officina.api.agent.AgentReply;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelReply;
import officina.api.provider.StopReason;
import officina.api.record.RecordKind;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.ToolEntry;
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.orchestrator.RunModel;
import org.junit.jupiter.api.Test;

/** A turn that a model answers, with a model that says what a test has it say; over a socket it is in ModelTurnsContract. */
class ModelTurnTests {

    private static final PluginId KIT = new PluginId("agent.kit");
    private static final ToolId ADD = new ToolId("agent.kit", "add");

    private final FakeRegistry plugins = new FakeRegistry();
    private final LocalOrchestrator orchestrator = new LocalOrchestrator(plugins);
    private final List<List<Message>> asked = new ArrayList<>();

    @Test
    void what_the_model_says_is_one_part_and_the_end() throws Exception {
        FakeRun run = run(ExecutionMode.DIRECT, (_, listener) -> say(listener, "Two ", "things."));

        advance(run);

        assertNull(run.state().agent());
        assertEquals(List.of(new ContentPart.Text("Two things.")), run.state().parts());
        assertEquals(
                new RunEvent.RunFinished(true, "Answered by kit/tiny"),
                run.events().getLast());
        assertEquals(
                List.of(MessageRole.SYSTEM, MessageRole.USER),
                asked.getFirst().stream().map(Message::role).toList());
    }

    @Test
    void the_first_piece_is_in_the_journal_before_the_model_says_more() throws Exception {
        List<Object> seen = new ArrayList<>();
        FakeRun run = FakeRun.of("What is there?", ExecutionMode.DIRECT);
        run.model = model((_, listener) -> {
            listener.onText("First.");
            seen.addAll(run.state().parts());
            return reply(StopReason.FINISHED);
        });

        advance(run);

        assertEquals(List.of(new ContentPart.Text("First.")), seen);
    }

    @Test
    void a_model_that_says_nothing_is_told_as_such() throws Exception {
        FakeRun run = run(ExecutionMode.DIRECT, (_, _) -> reply(StopReason.FINISHED));

        advance(run);

        assertEquals(
                List.of(new ContentPart.Text("The model had nothing to say to that.")),
                run.state().parts());
        assertEquals(
                new RunEvent.RunFinished(false, "Answered by kit/tiny"),
                run.events().getLast());
    }

    @Test
    void an_answer_that_was_cut_off_says_so() throws Exception {
        FakeRun run = run(ExecutionMode.DIRECT, (_, listener) -> {
            listener.onText("And then");
            return reply(StopReason.LENGTH);
        });

        advance(run);

        assertTrue(run.state().parts().getFirst().toString().contains("ends here"), "nobody would know");
    }

    @Test
    void in_plan_mode_a_change_waits_for_the_person_and_is_made_once() throws Exception {
        plugins.tools.add(tool());
        FakeRun run = run(ExecutionMode.PLAN, adding("Milk"));
        advance(run);

        assertEquals(RunPhase.AWAITING_APPROVAL, run.state().phase());
        assertEquals(List.of(), run.titles());
        PlanState plan = run.state().plan();
        assertEquals(KIT, plan.plan().author());
        assertEquals("Add a thing: Milk", plan.plan().steps().getFirst().title());

        ApprovalId approval = plan.approval();
        run.emit(List.of(new RunEvent.ApprovalGiven(approval, 1, List.of(new StepId("step-1")))));
        advance(run);

        assertEquals(List.of("Milk"), run.titles());
        assertEquals(RunPhase.DONE, run.state().phase());
        assertEquals(2, run.state().parts().size());
        for (int events = 2; events < run.events().size(); events++) {
            FakeRun survivor = run.survivor(events);
            survivor.model = model(adding("Milk"));
            if (survivor.state().phase() == RunPhase.RUNNING) {
                advance(survivor);
            }
            if (survivor.state().phase() == RunPhase.DONE) {
                assertEquals(List.of("Milk"), survivor.titles(), "cut after " + events);
                assertEquals(2, survivor.state().parts().size(), "cut after " + events);
            }
        }
    }

    @Test
    void in_direct_mode_a_change_is_made_after_the_answer_and_told_then() throws Exception {
        plugins.tools.add(tool());
        FakeRun run = run(ExecutionMode.DIRECT, adding("Milk"));

        advance(run);

        assertEquals(List.of("Milk"), run.titles());
        assertEquals(
                List.of(new ContentPart.Text("I add it."), new ContentPart.Text("Done: Add a thing: Milk")),
                run.state().parts());
        assertTrue(run.events().getLast() instanceof RunEvent.RunFinished(boolean success, String _) && success);
    }

    @Test
    void what_a_model_writes_is_no_reference_to_another_step() throws Exception {
        plugins.tools.add(tool());
        FakeRun run = run(ExecutionMode.DIRECT, adding("${step-7.id}"));

        advance(run);

        assertEquals(List.of("${step-7.id}"), run.titles());
    }

    @Test
    void a_model_that_wants_ever_more_is_told_that_it_is_enough() throws Exception {
        plugins.tools.add(tool());
        List<ToolResult> answers = new ArrayList<>();
        FakeRun run = run(ExecutionMode.PLAN, (tools, listener) -> {
            for (int i = 0; i < 51; i++) {
                answers.add(tools.call(call("Thing " + i)));
            }
            return say(listener, "Much.");
        });

        advance(run);

        assertEquals(50, run.state().plan().plan().steps().size());
        assertEquals("model.too-many-changes", answers.getLast().failure().code());
    }

    @Test
    void what_was_said_before_the_server_failed_is_kept_and_the_run_can_be_resumed() throws Exception {
        Failure offline = Failure.of("provider.offline", ErrorKind.PROVIDER, "The server is gone.", null);
        FakeRun run = run(ExecutionMode.DIRECT, (_, listener) -> {
            listener.onText("I was just");
            throw new FailureException(offline);
        });

        advance(run);

        assertEquals(RunPhase.INTERRUPTED, run.state().phase());
        assertEquals(offline, run.state().outcome().failure());
        assertEquals(List.of(new ContentPart.Text("I was just")), run.state().parts());

        run.emit(List.of(new RunEvent.RunResumed()));
        run.model = model((_, listener) -> say(listener, "All of it."));
        advance(run);

        assertEquals(RunPhase.DONE, run.state().phase());
        assertEquals(List.of(new ContentPart.Text("All of it.")), run.state().parts());
    }

    @Test
    void trouble_with_our_own_storage_is_no_trouble_of_the_model() {
        Failure full = Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", null);
        FakeRun run = run(ExecutionMode.DIRECT, (_, _) -> {
            throw new FailureException(full);
        });

        assertThrows(FailureException.class, () -> advance(run));
    }

    @Test
    void what_was_said_before_the_person_cancelled_is_kept() {
        FakeRun run = run(ExecutionMode.DIRECT, (_, listener) -> {
            listener.onText("It is ");
            listener.onText("long.");
            throw new InterruptedException("cancelled");
        });

        assertThrows(InterruptedException.class, () -> advance(run));

        assertEquals(List.of(new ContentPart.Text("It is long.")), run.state().parts());
    }

    @Test
    void what_a_model_says_to_a_step_is_a_part_of_its_own_and_given_to_later_steps() throws Exception {
        FakeRun run = planned(ExecutionMode.PLAN);
        run.model = model((_, listener) -> say(listener, "${add-1}", " is the gist."));
        run.emit(List.of(new RunEvent.ApprovalGiven(
                run.state().plan().approval(),
                1,
                run.state().plan().plan().steps().stream().map(PlanStep::id).toList())));

        advance(run);

        assertEquals(RunPhase.DONE, run.state().phase());
        assertEquals(List.of("one", "${add-1} is the gist."), run.titles());
        assertEquals(
                List.of(
                        new ContentPart.Text("Nothing changes without your approval."),
                        new ContentPart.Text("${add-1} is the gist."),
                        new ContentPart.Text("- Done: Add one\n- Done: Sum it up\n- Done: Add the gist")),
                run.state().parts());
        assertEquals(
                List.of(MessageRole.SYSTEM, MessageRole.USER),
                asked.getFirst().stream().map(Message::role).toList());
        assertTrue(
                asked.getFirst().getLast().plainText().contains("<material name=\"of\">\none\n</material>"),
                "it was not told what the first step gave");
    }

    @Test
    void a_step_whose_model_broke_off_is_asked_again_and_nothing_is_done_twice() throws Exception {
        FakeRun run = planned(ExecutionMode.DIRECT);
        run.model = model((_, listener) -> {
            listener.onText("It is half a");
            throw new FailureException(
                    Failure.of("provider.offline", ErrorKind.PROVIDER, "The server is away.", "Start it."));
        });
        advance(run);
        assertEquals(RunPhase.INTERRUPTED, run.state().phase());
        assertEquals(List.of(new ContentPart.Text("It is half a")), run.state().parts());

        run.model = model((_, listener) -> say(listener, "It is whole."));
        run.emit(List.of(new RunEvent.RunResumed()));
        advance(run);

        assertEquals(RunPhase.DONE, run.state().phase());
        assertEquals(List.of("one", "It is whole."), run.titles());
        assertEquals(new ContentPart.Text("It is whole."), run.state().parts().getFirst());
        assertEquals(2, run.state().parts().size());
    }

    @Test
    void a_model_that_says_nothing_to_a_step_gives_later_ones_nothing() throws Exception {
        FakeRun run = planned(ExecutionMode.DIRECT);
        run.model = model((_, _) -> reply(StopReason.FINISHED));

        advance(run);

        assertEquals(
                "plan.model-silent",
                Objects.requireNonNull(run.state().outcome().failure()).code());
        assertEquals(List.of("one"), run.titles());
    }

    /** A run with a plan of an agent: add a to-do, have its title summed up, add one that is called so. */
    private FakeRun planned(ExecutionMode mode) throws InterruptedException {
        JsonObject gist = JsonObject.EMPTY
                .with("kind", RecordKind.TODO)
                .with("fields", JsonObject.EMPTY.with("title", "${sum.text}"));
        FakeAgent agent = new FakeAgent(AgentReply.act(
                "All done.",
                List.of(
                        FakeAgent.add("add-1", "one"),
                        new PlanStep.Llm(new StepId("sum"), "Sum it up", "summary", Map.of("of", "${add-1.title}")),
                        FakeAgent.step("add-2", "Add the gist", PlanAction.CREATE_RECORD, gist))));
        plugins.agents.add(agent.entry());
        FakeRun run = FakeRun.of("Add a fake for tomorrow", mode);
        run.emit(List.of(new RunEvent.AgentChosen(FakeAgent.ID, 1)));
        if (mode == ExecutionMode.PLAN) {
            advance(run);
        }
        return run;
    }

    private void advance(FakeRun run) throws InterruptedException {
        orchestrator.advance(run.state(), run);
    }

    private FakeRun run(ExecutionMode mode, Said said) {
        FakeRun run = FakeRun.of("What is there?", mode);
        run.model = model(said);
        return run;
    }

    /** What a model does when it is asked. */
    private interface Said {
        ModelReply by(RunModel.Tools tools, ModelListener listener) throws InterruptedException;
    }

    private RunModel model(Said said) {
        return new RunModel() {
            @Override
            public String title() {
                return "kit/tiny";
            }

            @Override
            public ModelReply converse(
                    List<Message> messages, List<ToolDescriptor> offered, Tools tools, ModelListener listener)
                    throws InterruptedException {
                asked.add(messages);
                return said.by(tools, listener);
            }
        };
    }

    private static Said adding(String title) {
        return (tools, listener) -> {
            assertTrue(tools.call(call(title)).success(), "a change is noted");
            return say(listener, "I add it.");
        };
    }

    private static ContentPart.ToolCall call(String title) {
        return new ContentPart.ToolCall(
                new CallId(new UUID(7, title.hashCode())), ADD, JsonObject.EMPTY.with("title", title));
    }

    private static ModelReply say(ModelListener listener, String... pieces) {
        for (String piece : pieces) {
            listener.onText(piece);
        }
        return reply(StopReason.FINISHED);
    }

    private static ModelReply reply(StopReason stop) {
        return new ModelReply(List.of(), stop, null);
    }

    private static ToolEntry tool() {
        PluginInfo info = new PluginInfo(KIT, PluginInfo.AGENT, "1.0", "test", "", true, List.of(), List.of());
        return new ToolEntry(info, new Tool() {
            @Override
            public ToolDescriptor descriptor() {
                return new ToolDescriptor(ADD, "Add a thing", "Adds.", JsonObject.EMPTY, ToolEffect.WRITES);
            }

            @Override
            public ToolResult call(JsonObject input, ToolContext context) {
                throw new AssertionError("a change is a step of a plan");
            }
        });
    }
}
