// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.content.ContentPart;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.SessionId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.core.run.ToolCallState;
import officina.engine.Todos.TodoQuery;
import officina.testkit.model.LocalModelServer;
import officina.testkit.model.ModelScript;
import org.eclipse.swt.SWT;

/** What a newcomer does in the first minute, with the sample, without a model and with one. */
final class FirstMinute {

    private static final String CARD = "Ask the sample documents";
    private static final String QUESTION = "What does the handbook say about the main stopcock?";
    private static final String LINE = "The main stopcock is under the kitchen sink";
    private static final String ACCOUNT = "first-minute";

    void is_offered_and_nothing_was_made() {
        Ui.show("officina.conversation.ui.conversation");
        Ui.await("the cards", () -> Ui.offered(CARD));
        Ui.await("what was found around", () -> Ui.shown("bubblewrap"));
        assertFalse(Files.exists(Ui.data().resolve("sample")), "the sample is there before anybody asked for it");
        assertEquals(List.of(), Ui.engine().todos().list(TodoQuery.ALL));
    }

    void asks_the_sample_and_opens_the_line() {
        Ui.take(CARD);
        Ui.await("the conversation", () -> Ui.kit().current().session() != null);
        RunState answered = ended(1, RunPhase.DONE);
        String answer = said(answered);
        assertTrue(answer.contains(LINE), answer);
        // what can be reached in it is complete when nothing can be stopped any more
        Ui.await("the whole answer is in sight", () -> !Ui.offered(CARD) && Ui.offersButton("Send (Enter)"));

        openLink(answer, "handbook.md");
        Ui.await("its lines are marked", () -> Ui.marked(LINE));
        Ui.hide("officina.knowledge.ui.document");
    }

    /** By the keyboard alone: Tab comes to "Not right?" above the answer, and then to its links. */
    private static void openLink(String answer, String file) {
        int before = answer.substring(0, answer.indexOf("[" + file)).split("]\\(<", -1).length;
        Ui.transcript();
        Ui.press(SWT.NONE, SWT.HOME);
        for (int at = 0; at <= before; at++) {
            Ui.press(SWT.NONE, SWT.TAB);
        }
        Ui.pressEnter();
    }

    void asks_a_model_that_uses_a_tool() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(
                    ModelScript.start()
                            .call("c1", "search", "{\"query\":\"main stopcock\"}")
                            .finish("tool_calls"),
                    ModelScript.start()
                            .say("Under the kitchen sink")
                            .hold(gate)
                            .say(", says the handbook.")
                            .finish("stop"));

            say(QUESTION);
            Ui.await("the answer streams", () -> texts().contains("Under the kitchen sink"));
            assertEquals(RunPhase.RUNNING, newest().phase());
            gate.countDown();
            RunState run = ended(2, RunPhase.DONE);

            assertEquals("Under the kitchen sink, says the handbook.", said(run));
            assertEquals(
                    List.of(ToolCallState.Phase.SUCCEEDED),
                    run.tools().stream().map(ToolCallState::phase).toList());
            assertTrue(
                    server.requests().getLast().body().toString().contains("handbook.md"),
                    "the model was not told what the tool found");
            Ui.engine().models().remove(ACCOUNT);
        }
    }

    void keeps_what_a_dying_server_said_and_tries_again() throws Exception {
        try (LocalModelServer server = LocalModelServer.start()) {
            use(server);
            server.answer(ModelScript.start().say("First you").reset());

            say("And which way do I turn it?");
            RunState stopped = ended(3, RunPhase.INTERRUPTED);
            assertEquals("First you", said(stopped));
            assertEquals(
                    "And which way do I turn it?",
                    Objects.requireNonNull(stopped.head().request()).message().plainText());
            Ui.await("it can be tried again", () -> Ui.enabled("officina.conversation.ui.resume"));

            server.answer(ModelScript.saying("Turn it ", "clockwise."));
            tryAgain();
            assertEquals("Turn it clockwise.", said(ended(3, RunPhase.DONE)));
            Ui.engine().models().remove(ACCOUNT);
        }
    }

    /** With the one key that the window has for it. */
    private static void tryAgain() {
        Ui.press(SWT.CTRL, 'r');
    }

    void removes_the_sample() {
        Ui.command("officina.conversation.ui.welcome");
        Ui.await("the sample can be removed", () -> Ui.hasButton("Remove the Sample"));
        Ui.button("Remove the Sample");
        Ui.await("it is gone", () -> Ui.engine().sample().project().isEmpty());
        Ui.await("its folder is gone", () -> Files.notExists(Ui.data().resolve("sample")));
        assertEquals(List.of(), Ui.engine().todos().list(TodoQuery.ALL));
        assertEquals(List.of(), Ui.engine().knowledge().folders());
        assertEquals(0, turns().count());
        Ui.await("it is offered anew", () -> Ui.hasButton("Skip This") && !Ui.hasButton("Remove the Sample"));
    }

    private static void use(LocalModelServer server) {
        Ui.engine()
                .models()
                .add(new ProviderAccount(
                        ACCOUNT,
                        new PluginId("provider.openai"),
                        server.address(),
                        "tiny",
                        null,
                        ModelPatience.STANDARD,
                        null));
        Ui.engine().models().useIn(session(), ACCOUNT, null);
    }

    private static SessionId session() {
        return Objects.requireNonNull(Ui.get(() -> Ui.kit().current().session()));
    }

    private static void say(String message) {
        Ui.type(Ui.composer(), message);
        Ui.pressEnter();
    }

    /** The newest turn of so many, once it stands so. */
    private static RunState ended(int turns, RunPhase phase) {
        Ui.await("turn " + turns + " is " + phase, () -> turns().count() == turns && newest().phase() == phase);
        return newest();
    }

    private static Stream<RunSummary> turns() {
        return Ui.engine().runs().list(RunQuery.ALL).stream().filter(run -> run.kind() == RunKind.TURN);
    }

    private static RunState newest() {
        return Ui.engine()
                .sessions()
                .state(Objects.requireNonNull(Ui.kit().current().session()))
                .runs()
                .stream()
                .filter(run -> run.head().kind() == RunKind.TURN)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static String texts() {
        return said(newest());
    }

    private static String said(RunState run) {
        return run.parts().stream()
                .map(part -> part instanceof ContentPart.Text(String text) ? text : "")
                .collect(Collectors.joining("\n"));
    }
}
