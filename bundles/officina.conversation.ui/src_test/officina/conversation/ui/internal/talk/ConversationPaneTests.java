// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import officina.api.content.ContentPart;
import officina.api.document.Place;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.id.ToolId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonObject;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.api.record.SettingScope;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.internal.welcome.WelcomeCard;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import officina.engine.ModelChoice;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.OpenedDocument.Opened;
import officina.ui.base.PaneHost;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The view in a window, worked on by the keyboard. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class ConversationPaneTests {

    private final FakeTalk talk = new FakeTalk();
    private final List<Opened> cited = new ArrayList<>();
    private Stage stage;
    private PaneHost host;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-18T14:30:00Z"), 800, 700);
        host = new PaneHost(stage.kit(), "Conversation", (site, _) -> new ConversationPane(site, cited::add));
        host.create(stage.parent());
        stage.engine().become(new EngineState.Ready(talk.engine()));
        stage.open();
        host.focus();
        stage.pump(Duration.ofMillis(100));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void enter_sends_and_shift_enter_starts_a_line() {
        stage.type("one");
        stage.press(SWT.SHIFT, SWT.CR);
        stage.type("two");
        stage.press(SWT.CR);
        did("start PLAN one\ntwo");
        shows("one\ntwo");
        stage.await("an empty field", () -> field().getCharCount() == 0);
        assertEquals(talk.script.state().session(), stage.kit().current().session());
    }

    @Test
    void an_answer_appears_while_it_is_written_and_escape_stops_it() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.writes("Hello ").writes("**world**");
        shows("Hello world");
        stage.press(SWT.ESC);
        did("start PLAN x", "cancel");
    }

    @Test
    void the_details_of_a_tool_are_shown_and_hidden_by_the_keyboard() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        CallId call = CallId.parse("00000000-0000-0000-0000-000000000007");
        talk.script.happens(new RunEvent.ToolAsked(
                call, new ToolId("agent.knowledge", "search"), JsonObject.EMPTY.with("query", "the rent")));
        talk.script.happens(new RunEvent.ToolStarted(call));
        talk.script.happens(
                new RunEvent.ToolFinished(call, true, List.of(new ContentPart.Text("On the first.")), null, null));
        talk.script.answers("The rent is due on the first.").ends();
        shows("The rent is due on the first.");
        canvas().setFocus();
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        stage.await("the details", () -> tells("query: the rent\nOn the first."));
        stage.press(SWT.CR);
        stage.await("no details", () -> !tells("query:"));
    }

    @Test
    void a_new_conversation_begins_with_the_model_that_was_chosen_by_the_keyboard() {
        addServer();
        stage.await("no model yet", () -> answers("No model"));
        pane().chooseModel();
        searches();
        stage.await("the models of the server", () -> offers("qwen3:8b"));
        stage.type("qwen3:8");
        stage.press(SWT.CR);
        stage.await("it is said", () -> answers("qwen3:8b"));
        assertTrue(field().isFocusControl(), "the field has the keyboard again");
        stage.type("x");
        stage.press(SWT.CR);
        did("start PLAN by ollama/qwen3:8b: x");
    }

    @Test
    void a_conversation_goes_over_to_another_model_to_none_and_back_to_what_holds_for_all() {
        addServer();
        talk.models.use("ollama", "llama3.2:3b", null);
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        did("start PLAN x");
        SessionId here = talk.script.state().session();
        stage.await("what holds for all", () -> answers("llama3.2:3b"));

        pick("30b");
        stage.await("another", () -> answers("qwen3:30b"));
        assertEquals(
                Optional.of(new ModelChoice("ollama", "qwen3:30b", SettingScope.CONVERSATION)),
                talk.models.choiceIn(here));
        pick("rules");
        stage.await("none", () -> answers("No model"));
        assertEquals(Optional.empty(), talk.models.choiceIn(here));
        pick("for all");
        stage.await("what holds for all again", () -> answers("llama3.2:3b"));
        assertEquals(
                Optional.of(new ModelChoice("ollama", "llama3.2:3b", SettingScope.GLOBAL)), talk.models.choiceIn(here));
    }

    @Test
    void without_a_server_the_way_to_one_is_open() {
        pane().chooseModel();
        searches();
        assertTrue(offers("Add a Server with Models \u2026"));
        stage.type("add");
        stage.press(SWT.CR);
        assertEquals(List.of(Views.MODELS), stage.shown());
    }

    @Test
    void a_server_that_cannot_be_reached_is_named_and_escape_changes_nothing() {
        addServer();
        talk.models.offline = true;
        stage.await("no model yet", () -> answers("No model"));
        pane().chooseModel();
        searches();
        stage.await("why", () -> offers("ollama does not say its models"));
        stage.press(SWT.ESC);
        stage.await("it is gone", () -> stage.shells() == 1);
        assertTrue(answers("No model"));
        stage.await("the field has the keyboard again", () -> field().isFocusControl());
    }

    private void addServer() {
        talk.models.add(new ProviderAccount(
                "ollama",
                new PluginId("provider.openai"),
                URI.create("http://127.0.0.1:11434/v1"),
                null,
                null,
                ModelPatience.STANDARD,
                null));
        turn();
    }

    /** Away from the conversation and back, so that what was put there behind its back is seen. */
    private void turn() {
        stage.kit().current().open(new SessionId(new UUID(7, 7)));
        stage.kit().current().open(null);
    }

    private ConversationPane pane() {
        return (ConversationPane) Objects.requireNonNull(host.pane());
    }

    private void pick(String letters) {
        pane().chooseModel();
        searches();
        stage.await("the models of the server", () -> offers("qwen3:30b"));
        stage.type(letters);
        stage.press(SWT.CR);
    }

    private void searches() {
        stage.await("the search has the keyboard", () -> stage.popup(Text.class, Text::isFocusControl));
    }

    /** Whether a line of the popup begins so. */
    private boolean offers(String title) {
        return stage.popup(
                Table.class,
                table -> Arrays.stream(table.getItems())
                        .anyMatch(item -> item.getText(0).equals(title)));
    }

    /** Whether the composer says that this answers. */
    private boolean answers(String model) {
        return stage.has(
                FlatButton.class, button -> button.isVisible() && button.text().equals(model));
    }

    @Test
    void files_that_are_dropped_go_with_the_message_and_are_taken_away_by_pressing_them(@TempDir Path folder)
            throws Exception {
        Path lease = Files.writeString(folder.resolve("lease.md"), "Cats may be kept.");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Milk");
        drop(lease, notes);
        stage.await("both files", () -> attached().equals(List.of("lease.md", "notes.txt")));
        stage.find(FlatButton.class, button -> button.text().equals("lease.md")).setFocus();
        stage.press(SWT.DEL);
        assertEquals(List.of("notes.txt"), attached());
        stage.press(' ');
        assertEquals(List.of(), attached());
        assertTrue(field().isFocusControl(), "the field has the keyboard again");

        drop(lease);
        stage.await("the file", () -> attached().equals(List.of("lease.md")));
        stage.type("Cats?");
        stage.press(SWT.CR);
        did("start PLAN Cats? with lease.md");
        stage.await("no file", () -> attached().isEmpty());
    }

    @Test
    void a_file_goes_alone_and_comes_back_with_what_could_not_be_sent(@TempDir Path folder) throws Exception {
        talk.failing = Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", "Free some space.");
        drop(Files.writeString(folder.resolve("lease.md"), "Cats may be kept."), folder);
        stage.await(
                "why the folder was not taken",
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible()
                                && label.getText().contains("a folder is added to Knowledge instead")));
        stage.await("the file", () -> attached().equals(List.of("lease.md")));
        stage.press(SWT.CR);
        stage.await(
                "the reason",
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals("The disk is full. Free some space.")));
        assertEquals(List.of("lease.md"), attached());
    }

    /** As the system does it when somebody lets go of files over the field. */
    private void drop(Path... files) {
        Event event = new Event();
        event.data = Arrays.stream(files).map(Path::toString).toArray(String[]::new);
        ((DropTarget) field().getData(DND.DROP_TARGET_KEY)).notifyListeners(DND.Drop, event);
    }

    private List<String> attached() {
        List<String> names = new ArrayList<>();
        stage.has(FlatButton.class, button -> {
            if (button.text().contains(".")) {
                names.add(button.text());
            }
            return false;
        });
        return names;
    }

    @Test
    void a_citation_opens_the_document_at_its_place_with_what_was_quoted() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.writes(
                "Your documents say:\n\n[the lease.pdf, page 2](<file:///home/ada/the%20lease.pdf#page=2>)\n\n"
                        + "> Pets are allowed.\n>\n> Except crocodiles.\n\n[a.txt, line 7](<file:///home/ada/a.txt#line=7>)\n\n> Seven.");
        shows("Your documents say:");
        canvas().setFocus();
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        assertEquals(
                List.of(
                        new Opened(
                                Path.of("/home/ada/the lease.pdf"),
                                Optional.of(new Place.Page(2)),
                                "Pets are allowed.\nExcept crocodiles."),
                        new Opened(Path.of("/home/ada/a.txt"), Optional.of(new Place.Lines(7, 7)), "Seven.")),
                cited);
    }

    @Test
    void what_could_not_be_sent_comes_back_with_the_reason() {
        talk.failing = Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", "Free some space.");
        stage.type("keep me");
        stage.press(SWT.CR);
        stage.await(
                "the reason",
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals("The disk is full. Free some space.")));
        assertEquals("keep me", field().getText());
    }

    @Test
    void who_has_been_here_goes_on_where_they_left_off() {
        SessionId done = new SessionId(new UUID(0, 7));
        talk.listed = List.of(
                summary(done, "Later", RunPhase.DONE),
                summary(talk.script.state().session(), "Passport", RunPhase.INTERRUPTED));
        stage.kit().current().open(done);
        stage.kit().current().open(null);
        stage.await(
                "what was interrupted comes first",
                () -> cards().size() == 2
                        && "Passport".equals(cards().getFirst().getToolTipText()));
        cards().getFirst().setFocus();
        stage.press(SWT.CR);
        stage.await("it was resumed", () -> talk.did.contains("resume"));
        assertEquals(talk.script.state().session(), stage.kit().current().session());
        stage.await("the next thing that is typed is a message", field()::isFocusControl);
    }

    @Test
    void a_newcomer_is_shown_around_and_a_card_sends_its_message_in_the_sample() {
        stage.await("three cards", () -> cards().size() == 3);
        stage.await("what was found", () -> says("Ollama answers on this machine: 2 models (llama3.2:3b, qwen3:8b)"));
        assertTrue(says("Keys in the environment, not read: OPENAI_API_KEY"));
        assertTrue(says("No bubblewrap; install that package to limit programs"));
        assertFalse(talk.did.contains("add the sample"), "it was made before anybody asked for it");

        cards().get(1).setFocus();
        stage.press(SWT.CR);

        shows("Help me plan my week");
        assertTrue(talk.did.containsAll(List.of("add the sample", "start PLAN in the sample: Help me plan my week")));
    }

    @Test
    void what_is_shown_to_newcomers_can_be_skipped_and_brought_back() {
        stage.await("three cards", () -> cards().size() == 3);
        press("Skip This");
        stage.await("no cards", () -> cards().isEmpty());
        assertTrue(talk.did.contains("set window.welcome " + new JsonBoolean(false)));

        ((ConversationPane) host.pane()).tour();
        stage.await("three cards again", () -> cards().size() == 3);
        cards().getFirst().setFocus();
        stage.press(' ');
        shows("What does the handbook say about the main stopcock?");
        ((ConversationPane) host.pane()).tour();
        stage.await(
                "the sample can be removed",
                () -> stage.has(
                        FlatButton.class,
                        button -> button.isVisible() && button.text().equals("Remove the Sample")));
        press("Remove the Sample");
        stage.await("it was", () -> talk.did.contains("remove the sample"));
    }

    private boolean says(String text) {
        return stage.has(
                Label.class, label -> label.isVisible() && label.getText().equals(text));
    }

    private void press(String word) {
        FlatButton button = stage.find(
                FlatButton.class, each -> each.isVisible() && each.text().equals(word));
        button.setFocus();
        stage.press(SWT.CR);
    }

    private List<WelcomeCard> cards() {
        List<WelcomeCard> found = new ArrayList<>();
        stage.has(WelcomeCard.class, card -> card.isVisible() && found.add(card) && false);
        return found;
    }

    private static SessionSummary summary(SessionId id, String title, RunPhase phase) {
        RecordId project = new RecordId(new UUID(0, 1));
        return new SessionSummary(
                id, new SessionInfo(title, project, SessionKind.CONVERSATION), phase, 1, Instant.EPOCH);
    }

    @Test
    void the_project_is_named() {
        stage.await(
                "the project",
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals("Home")));
    }

    @Test
    void the_arrow_up_brings_the_last_message_back() {
        stage.type("first");
        stage.press(SWT.CR);
        shows("first");
        talk.script.ends();
        stage.await("the history", () -> {
            stage.press(SWT.ARROW_UP);
            return field().getText().equals("first");
        });
    }

    @Test
    void a_question_is_answered_by_what_is_typed() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.asksPerson("How many?");
        shows("How many?\nType your answer below.");
        stage.type("three");
        stage.press(SWT.CR);
        did("start PLAN x", "answer three");
    }

    @Test
    void offers_are_reached_with_tab_and_taken_with_enter() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.proposes("Two", "A", "B").asksApproval();
        shows("Plan: Two\nA\nB");
        canvas().setFocus();
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        did("start PLAN x", "approve 1 [step-1, step-2]");
    }

    @Test
    void the_plan_opens_in_its_own_view() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.proposes("Two", "A", "B").asksApproval();
        shows("Plan: Two\nA\nB");
        canvas().setFocus();
        stage.press(SWT.TAB);
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        stage.await("the plan", () -> stage.shown().equals(List.of(Views.PLAN)));
        assertEquals(talk.script.run(), stage.kit().current().run());
    }

    @Test
    void words_are_found_and_counted() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.answers("A cat, a *cat* and a dog");
        shows("A cat, a cat and a dog");
        ((ConversationPane) host.pane()).find();
        stage.find(Text.class, text -> text.isVisible()).setText("cat");
        stage.await(
                "the count",
                () -> stage.has(Label.class, label -> label.getText().equals("1 of 2")));
        stage.press(SWT.CR);
        stage.await(
                "the next",
                () -> stage.has(Label.class, label -> label.getText().equals("2 of 2")));
    }

    @Test
    void everything_can_be_selected_and_copied() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.answers("- *one*\n- two");
        shows("two");
        canvas().setFocus();
        stage.press(SWT.MOD1, 'a');
        stage.press(SWT.MOD1, 'c');
        Clipboard clipboard = new Clipboard(canvas().getDisplay());
        try {
            assertEquals("x\n\none\ntwo\n\nWorking \u2026", clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void turning_to_another_session_leaves_nothing_of_the_last() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        stage.kit().current().open(null);
        stage.await("an empty conversation", () -> !canvas().isVisible());
        talk.script.answers("too late");
        stage.pump(Duration.ofMillis(200));
        assertEquals(0, canvas().transcript().size());
        assertTrue(field().isFocusControl());
    }

    @Test
    void another_engine_takes_nothing_from_what_is_typed_and_read() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.answers("A line.\n\n".repeat(80));
        stage.await("many rows", () -> canvas().transcript().size() > 60);
        canvas().go(canvas().place(20, 7));
        stage.type("not sent");
        stage.engine().become(new EngineState.Starting());
        stage.type(" yet");
        ((ConversationPane) host.pane()).switchMode();
        TranscriptCanvas.Place place = canvas().place();

        stage.engine().become(new EngineState.Ready(talk.engine()));
        stage.await("the text", () -> field().getText().equals("not sent yet"));
        stage.await("the place", () -> canvas().place().equals(place));
        assertTrue(field().isFocusControl());
        stage.press(SWT.END);
        stage.type(" but now");
        talk.script.ends();
        stage.await("nothing is at work", () -> {
            stage.press(SWT.CR);
            return talk.did.contains("start DIRECT not sent yet but now");
        });
    }

    @Test
    void a_message_that_may_be_lost_with_the_engine_is_given_back_until_it_is_seen() {
        stage.type("hello");
        talk.arriving = new CountDownLatch(1);
        stage.press(SWT.CR);
        stage.await("the message is gone", () -> field().getCharCount() == 0);
        takeOver();
        stage.await("the text", () -> field().getText().equals("hello"));
        talk.arriving.countDown();
    }

    @Test
    void enter_keeps_the_message_while_another_engine_takes_over() {
        stage.type("hello");
        stage.engine().become(new EngineState.Starting());
        stage.press(SWT.CR);
        assertEquals("hello", field().getText());
        assertTrue(stage.has(Label.class, label -> label.getText().equals(Words.ENGINE_CHANGES.text())));
        stage.engine().become(new EngineState.Ready(talk.engine()));
        assertEquals("hello", field().getText());
        stage.press(SWT.CR);
        did("start PLAN hello");
    }

    @Test
    void a_second_message_stays_and_the_composer_says_why() {
        talk.arriving = new CountDownLatch(1);
        stage.type("first");
        stage.press(SWT.CR);
        stage.type("second");
        stage.press(SWT.CR);
        says(Words.KEPT_SENDING);
        assertEquals("second", field().getText());
        talk.arriving.countDown();
        shows("first");
        stage.type("!");
        saysNot(Words.KEPT_SENDING);
        stage.press(SWT.CR);
        says(Words.KEPT_WORKING);
        talk.script.ends();
        stage.await("it may be sent", () -> !isSaid(Words.KEPT_WORKING));
        assertEquals("second!", field().getText());
        stage.press(SWT.CR);
        did("start PLAN first", "start PLAN second!");
        stage.await("an empty field", () -> field().getCharCount() == 0);
    }

    private void says(Words words) {
        stage.await(words.text(), () -> isSaid(words));
    }

    private void saysNot(Words words) {
        assertFalse(isSaid(words), words.text());
    }

    private boolean isSaid(Words words) {
        return stage.has(
                Label.class, label -> label.isVisible() && label.getText().equals(words.text()));
    }

    @Test
    void another_engine_leaves_the_find_bar_and_the_place_in_it() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.answers("A line with a cat.\n\n".repeat(40));
        stage.await("many rows", () -> canvas().transcript().size() > 30);
        ((ConversationPane) host.pane()).find();
        stage.find(Text.class, text -> text.isVisible()).setText("cat");
        counts("");
        stage.press(SWT.CR);
        String before = counted();
        canvas().go(canvas().place(3, 0));
        TranscriptCanvas.Place place = canvas().place();
        takeOver();
        stage.await("the place", () -> canvas().place().equals(place));
        counts(before);
        Text field = stage.find(Text.class, text -> text.isVisible());
        assertEquals("cat", field.getText());
        assertTrue(field.isFocusControl());
        assertEquals(place, canvas().place());
    }

    private void counts(String wanted) {
        stage.await("the count " + wanted, () -> {
            String now = counted();
            return wanted.isEmpty() ? !now.isEmpty() : now.equals(wanted);
        });
    }

    private String counted() {
        String[] count = {""};
        stage.has(Label.class, label -> {
            if (label.isVisible() && label.getText().matches("\\d+ of \\d+")) {
                count[0] = label.getText();
            }
            return false;
        });
        return count[0];
    }

    @Test
    void what_is_typed_behind_a_message_that_may_be_lost_stays_behind_it() {
        stage.type("hello");
        talk.arriving = new CountDownLatch(1);
        stage.press(SWT.CR);
        stage.type("and more");
        takeOver();
        assertEquals("hello\n\nand more", field().getText());
        takeOver();
        assertEquals("hello\n\nand more", field().getText());
        talk.arriving.countDown();
    }

    @Test
    void of_a_message_that_arrived_only_what_was_typed_behind_it_comes_back() {
        stage.type("x");
        stage.press(SWT.CR);
        shows("x");
        talk.script.ends();
        talk.arriving = new CountDownLatch(1);
        stage.await("nothing is at work", () -> {
            stage.type("y");
            stage.press(SWT.CR);
            return field().getCharCount() == 0;
        });
        stage.type("more");
        stage.engine().become(new EngineState.Starting());
        talk.arriving.countDown();
        stage.await("it arrived", () -> talk.did.stream().anyMatch(each -> each.startsWith("start PLAN y")));
        stage.engine().become(new EngineState.Ready(talk.engine()));
        stage.await("the rest", () -> field().getText().equals("more"));
    }

    @Test
    void what_could_not_be_sent_stands_before_what_was_typed_since() {
        talk.failing = Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", "Free some space.");
        talk.arriving = new CountDownLatch(1);
        stage.type("keep me");
        stage.press(SWT.CR);
        stage.type("too");
        talk.arriving.countDown();
        stage.await("both", () -> field().getText().equals("keep me\n\ntoo"));
    }

    private void takeOver() {
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(talk.engine()));
    }

    private void shows(String row) {
        stage.await("a row: " + row, () -> canvas().isVisible() && hasRow(row));
    }

    private boolean tells(String words) {
        return IntStream.range(0, canvas().transcript().size())
                .anyMatch(row -> canvas().transcript().row(row).plain().contains(words));
    }

    private boolean hasRow(String row) {
        for (int i = 0; i < canvas().transcript().size(); i++) {
            if (canvas().transcript().row(i).plain().equals(row)) {
                return true;
            }
        }
        return false;
    }

    private void did(String... wanted) {
        stage.await(
                "what was done: " + List.of(wanted),
                () -> talk.did.stream()
                        .filter(each -> !each.startsWith("list"))
                        .toList()
                        .equals(List.of(wanted)));
    }

    private StyledText field() {
        return stage.find(StyledText.class, _ -> true);
    }

    private TranscriptCanvas canvas() {
        return stage.find(TranscriptCanvas.class, _ -> true);
    }
}
