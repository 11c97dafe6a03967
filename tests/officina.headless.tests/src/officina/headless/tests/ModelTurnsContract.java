// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.record.SettingScope;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.ToolCallState;
import officina.engine.Diagnostics;
import officina.engine.ModelChoice;
import officina.engine.Models;
import officina.engine.Todos.TodoQuery;
import officina.engine.TurnRequest;
import officina.testkit.model.LocalModelServer;
import officina.testkit.model.ModelScript;
import org.junit.jupiter.api.Test;

/** Turns that a model answers, with the agents' tools and a server on a real socket. */
interface ModelTurnsContract extends EngineFixture {

    @Test
    default void a_model_reads_by_a_tool_and_answers_in_pieces() throws InterruptedException {
        add("Buy candles");
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(
                    ModelScript.start().call("c1", "list_tasks", "{}").finish("tool_calls"),
                    ModelScript.saying("You have ", "one: ", "candles.").cut(ModelScript.Cutting.BYTES));

            RunState run = say("What is on my list?", ExecutionMode.DIRECT);

            assertEquals(RunPhase.DONE, run.phase(), run.outcome().toString());
            assertEquals(List.of(new ContentPart.Text("You have one: candles.")), run.parts());
            assertEquals(
                    List.of(ToolCallState.Phase.SUCCEEDED),
                    run.tools().stream().map(ToolCallState::phase).toList());
            List<RunEvent> events = events(run);
            assertTrue(events.stream().anyMatch(RunEvent.TextDelta.class::isInstance), "it came in one piece");
            assertTrue(events.stream().anyMatch(RunEvent.UsageReported.class::isInstance), "what it took is lost");
            assertTrue(server.requests().getLast().body().toString().contains("Buy candles"), "the tool told nothing");
        }
    }

    @Test
    default void a_change_that_a_model_wants_waits_for_approval_or_is_made_as_an_agents_is()
            throws InterruptedException {
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(adding("Milk"), ModelScript.saying("I would add milk."));
            RunState waiting = say("We need milk", ExecutionMode.PLAN);
            assertEquals(
                    RunPhase.AWAITING_APPROVAL,
                    waiting.phase(),
                    waiting.outcome().toString());
            assertEquals(List.of(), titles());

            approve(waiting);
            RunState done = engine().runs().await(waiting.head().run());

            assertEquals(RunPhase.DONE, done.phase(), done.outcome().toString());
            assertEquals(List.of("Milk"), titles());
            server.answer(adding("Eggs"), ModelScript.saying("I add eggs."));
            RunState direct = say("And eggs", ExecutionMode.DIRECT);
            assertEquals(RunPhase.DONE, direct.phase(), direct.outcome().toString());
            assertEquals(2, titles().size());
            assertEquals(
                    new PluginId("agent.task"),
                    engine().runs().events(direct.head().run()).stream()
                            .filter(each -> each.event() instanceof RunEvent.RecordChanged changed
                                    && changed.kind().name().equals("todo"))
                            .findFirst()
                            .orElseThrow()
                            .origin()
                            .actor());
        }
    }

    @Test
    default void what_a_server_said_before_it_died_is_kept_and_asked_again_when_resumed() throws InterruptedException {
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(ModelScript.start().say("I was about").reset());

            RunState stopped = say("Tell me something", ExecutionMode.DIRECT);

            assertEquals(
                    RunPhase.INTERRUPTED, stopped.phase(), stopped.outcome().toString());
            assertEquals(List.of(new ContentPart.Text("I was about")), stopped.parts());
            assertEquals("provider.offline", failureOf(stopped));
            reopen();
            server.answer(ModelScript.saying("Here is ", "all of it."));
            engine().runs().resume(stopped.head().run());
            RunState again = engine().runs().await(stopped.head().run());
            assertEquals(RunPhase.DONE, again.phase(), again.outcome().toString());
            assertEquals(List.of(new ContentPart.Text("Here is all of it.")), again.parts());
        }
    }

    private static String failureOf(RunState run) {
        return Objects.requireNonNull(run.outcome().failure()).code();
    }

    @Test
    default void cancelling_closes_the_request_and_keeps_what_was_said() throws InterruptedException {
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(ModelScript.start().say("It begins").hang());
            RunId run = begin(null, "Tell me a long story", ExecutionMode.DIRECT);
            LinkedBlockingQueue<RunEvent> heard = new LinkedBlockingQueue<>();
            CountDownLatch said = new CountDownLatch(1);
            try (var _ = engine().sessions()
                    .subscribe(engine().runs().state(run).head().session(), 1, envelope -> {
                        heard.add(envelope.event());
                        if (envelope.event() instanceof RunEvent.TextDelta) {
                            said.countDown();
                        }
                    })) {
                assertTrue(said.await(LIMIT_SECONDS, TimeUnit.SECONDS), () -> "nothing was said: " + heard);
            }

            engine().runs().cancel(run);

            assertTrue(server.awaitClientLeft(), "the request is still open");
            RunState state = engine().runs().await(run);
            assertEquals(RunPhase.CANCELLED, state.phase());
            assertEquals(List.of(new ContentPart.Text("It begins")), state.parts());
        }
    }

    @Test
    default void a_model_whose_account_is_gone_is_no_agent_in_disguise() throws InterruptedException {
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            engine().models().remove("kit");

            RunState failed = say(PASSPORT, ExecutionMode.DIRECT);

            assertEquals("model.no-account", failureOf(failed));
            engine().models().use(null, null, null);
            assertEquals(RunPhase.DONE, say(PASSPORT, ExecutionMode.DIRECT).phase());
        }
    }

    @Test
    default void one_conversation_may_have_another_model_and_its_choice_goes_with_it() throws InterruptedException {
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            RunState first = say("Hello", ExecutionMode.DIRECT);
            SessionId session = first.head().session();

            engine().models().useIn(session, "kit", "large");

            engine().runs().await(begin(session, "Hello again", ExecutionMode.DIRECT));
            say("Hello elsewhere", ExecutionMode.DIRECT);
            assertEquals(
                    List.of("tiny", "large", "tiny"),
                    server.requests().stream()
                            .filter(each -> each.method().equals("POST"))
                            .map(each -> each.body().requireText("model"))
                            .toList());
            assertEquals(
                    Optional.of(new ModelChoice("kit", "large", SettingScope.CONVERSATION)),
                    engine().models().choiceIn(session));
            Diagnostics.Status here = engine().diagnostics().status(session);
            assertEquals("kit/large", here.model());
            assertTrue(here.cost().endsWith(" tokens"), here.cost());
            assertEquals("kit/tiny", engine().diagnostics().status(null).model());
            assertEquals("record.missing", codeOf(() -> engine().models().useIn(NO_SESSION, "kit", "large")));
            assertEquals(Optional.empty(), engine().models().useIn(session, Models.NONE, null));
            long asked = questions(server);
            engine().runs().await(begin(session, "Hello without you", ExecutionMode.DIRECT));
            assertEquals(asked, questions(server), "the server was asked");
            engine().sessions().delete(session);
            assertEquals(
                    Optional.of(new ModelChoice("kit", "tiny", SettingScope.GLOBAL)),
                    engine().models().choiceIn(session));
        }
    }

    @Test
    default void a_new_conversation_begins_with_the_model_it_is_given_or_with_none() throws InterruptedException {
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            RunState large = beginWith("kit/large");
            assertEquals(RunPhase.DONE, large.phase(), large.outcome().toString());
            assertEquals(List.of(), large.undoable());
            assertEquals(
                    Optional.of(new ModelChoice("kit", "large", SettingScope.CONVERSATION)),
                    engine().models().choiceIn(large.head().session()));
            assertEquals(
                    List.of("large"),
                    server.requests().stream()
                            .filter(each -> each.method().equals("POST"))
                            .map(each -> each.body().requireText("model"))
                            .toList());
            long asked = questions(server);
            RunState none = beginWith(Models.NONE);
            assertEquals(asked, questions(server), "the server was asked");
            assertEquals(
                    Optional.empty(), engine().models().choiceIn(none.head().session()));
        }
    }

    private RunState beginWith(String model) throws InterruptedException {
        TurnRequest request = new TurnRequest(
                null, null, ExecutionMode.DIRECT, null, Message.text(MessageRole.USER, "Hello there"), model);
        return engine().runs().await(engine().runs().start(request).run());
    }

    @Test
    default void a_step_that_asks_a_model_waits_for_one_and_for_its_server_and_what_it_says_is_used()
            throws InterruptedException {
        RunState proposed = say("Add \"Renew the passport\" to my list", ExecutionMode.PLAN);
        RunId run = proposed.head().run();
        ExecutionPlan plan = Objects.requireNonNull(proposed.plan()).plan();
        engine().runs().revise(run, summarised(plan));
        approve(engine().runs().state(run));
        RunState waiting = engine().runs().await(run);
        assertEquals(RunPhase.INTERRUPTED, waiting.phase(), waiting.outcome().toString());
        assertEquals("plan.model-missing", failureOf(waiting));
        assertEquals(List.of("Renew the passport"), titles());

        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(ModelScript.start().say("A pass").reset());
            engine().runs().resume(run);
            RunState stopped = engine().runs().await(run);
            assertEquals("provider.offline", failureOf(stopped));
            server.answer(ModelScript.saying("A passport ", "is renewed.").cut(ModelScript.Cutting.BYTES));
            engine().runs().resume(run);
            RunState done = engine().runs().await(run);

            assertEquals(RunPhase.DONE, done.phase(), done.outcome().toString());
            assertEquals(Set.of("Renew the passport", "A passport is renewed."), Set.copyOf(titles()));
            assertEquals(
                    new ContentPart.Text("A passport is renewed."), done.parts().get(1));
            List<RunEvent> events = events(done);
            assertTrue(events.stream().anyMatch(RunEvent.TextDelta.class::isInstance), "it came in one piece");
            assertTrue(events.stream().anyMatch(RunEvent.UsageReported.class::isInstance), "what it took is lost");
            assertTrue(
                    server.requests().getLast().body().toString().contains("Renew the passport"),
                    "it was not told what the first step gave");
        }
    }

    /** The plan with a summary of its first to-do, and a to-do that is called so. */
    private static ExecutionPlan summarised(ExecutionPlan plan) {
        PlanStep.Action first = (PlanStep.Action) plan.steps().getFirst();
        StepId summary = new StepId("summary");
        JsonObject fields = first.params().object("fields").with("title", "${summary.text}");
        return new ExecutionPlan(
                plan.id(),
                plan.revision() + 1,
                plan.title(),
                plan.author(),
                List.of(
                        first,
                        new PlanStep.Llm(summary, "Sum it up", "summary", Map.of("of", "${" + first.id() + ".title}")),
                        new PlanStep.Action(
                                new StepId("called-so"),
                                "Add the summary",
                                first.action(),
                                first.params().with("fields", fields))));
    }

    @Test
    default void cancelling_a_step_that_asks_a_model_closes_the_request() throws InterruptedException {
        RunState proposed = say("Add \"Renew the passport\" to my list", ExecutionMode.PLAN);
        RunId run = proposed.head().run();
        engine().runs()
                .revise(run, summarised(Objects.requireNonNull(proposed.plan()).plan()));
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(ModelScript.start().say("It begins").hang());
            CountDownLatch said = new CountDownLatch(1);
            try (var _ = engine().sessions().subscribe(proposed.head().session(), 1, envelope -> {
                if (envelope.event() instanceof RunEvent.TextDelta) {
                    said.countDown();
                }
            })) {
                approve(engine().runs().state(run));
                assertTrue(said.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the model said nothing");
            }

            engine().runs().cancel(run);

            assertTrue(server.awaitClientLeft(), "the request is still open");
            assertEquals(RunPhase.CANCELLED, engine().runs().await(run).phase());
            assertEquals(List.of("Renew the passport"), titles());
        }
    }

    private static long questions(LocalModelServer server) {
        return server.requests().stream()
                .filter(each -> each.method().equals("POST"))
                .count();
    }

    private void use(LocalModelServer server) {
        URI address = server.address();
        engine().models()
                .add(new ProviderAccount(
                        "kit", new PluginId("provider.openai"), address, "tiny", null, ModelPatience.STANDARD, null));
        engine().models().use("kit", "tiny", null);
    }

    private static ModelScript adding(String title) {
        return ModelScript.start()
                .call("c1", "create_task", "{\"title\":\"" + title + "\"}")
                .finish("tool_calls");
    }

    private List<String> titles() {
        return engine().todos().list(TodoQuery.ALL).stream()
                .map(item -> item.todo().title())
                .toList();
    }

    private List<RunEvent> events(RunState run) {
        return engine().runs().events(run.head().run()).stream()
                .map(envelope -> envelope.event())
                .toList();
    }
}
