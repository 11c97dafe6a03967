// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.conversation.ui.internal.talk.FakeTalk;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.PaneHost;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a window, worked on by the keyboard. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class SessionsPaneTests {

    private static final Instant NOW = Instant.parse("2026-11-18T14:30:00Z");

    private final FakeTalk talk = new FakeTalk();
    private Stage stage;
    private PaneHost host;
    private final List<String> asked = new ArrayList<>();
    private boolean agrees = true;
    private final SessionQuestions person = new SessionQuestions() {
        @Override
        public Optional<Path> exportTo(String name) {
            asked.add("export " + name);
            return Optional.of(Path.of("/tmp", name));
        }

        @Override
        public Optional<Path> importFrom() {
            asked.add("import");
            return Optional.of(Path.of("/tmp/brought"));
        }

        @Override
        public boolean delete(String title) {
            asked.add("delete " + title);
            return agrees;
        }

        @Override
        public boolean importCopy() {
            asked.add("copy");
            return agrees;
        }
    };

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> NOW, 320, 600);
        host = new PaneHost(stage.kit(), "Sessions", (site, engine) -> new SessionsPane(site, engine, person));
        host.create(stage.parent());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void the_arrows_go_from_session_to_session_and_enter_leads_into_it() {
        shows(session("done", RunPhase.DONE), session("asks", RunPhase.AWAITING_ANSWER));
        stage.press(SWT.ARROW_DOWN);
        assertEquals(id("asks"), stage.kit().current().session());
        stage.press(SWT.ARROW_DOWN);
        assertEquals(id("done"), stage.kit().current().session());
        stage.press(SWT.CR);
        assertEquals(List.of(Views.CONVERSATION), stage.shown());
    }

    @Test
    void a_session_gets_another_title_in_place() {
        shows(session("old", RunPhase.DONE));
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.F2);
        stage.find(Text.class, text -> text.getText().equals("old")).setText("new");
        stage.press(SWT.CR);
        stage.await("the new title", () -> talk.did.contains("rename new"));
    }

    @Test
    void escape_leaves_the_title_as_it_was() {
        shows(session("old", RunPhase.DONE));
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.F2);
        stage.find(Text.class, text -> text.getText().equals("old")).setText("new");
        stage.press(SWT.ESC);
        stage.pump(Duration.ofMillis(200));
        assertEquals(List.of("list null"), talk.did);
    }

    @Test
    void search_asks_for_the_words() {
        shows(session("one", RunPhase.DONE));
        talk.listed = List.of();
        stage.find(Text.class, _ -> true).setText("passport");
        stage.await("the search", () -> talk.did.contains("list passport"));
        says("Nothing found");
    }

    @Test
    void a_conversation_goes_only_when_the_person_agrees() {
        shows(session("old", RunPhase.DONE));
        stage.press(SWT.ARROW_DOWN);
        agrees = false;
        stage.press(SWT.DEL);
        assertEquals(List.of("delete old"), asked);
        agrees = true;
        stage.press(SWT.DEL);
        says("Deleted \u201cold\u201d: 12 events are out of the files");
        assertEquals(
                List.of("delete " + id("old").value().getLeastSignificantBits()),
                talk.did.stream().filter(each -> each.startsWith("delete")).toList());
        assertEquals(null, stage.kit().current().session());
    }

    @Test
    void a_conversation_is_exported_under_its_name_and_a_failure_is_said() {
        shows(session("a/b: c?", RunPhase.DONE));
        stage.press(SWT.ARROW_DOWN);
        ((SessionsPane) host.pane()).export();
        says("\u201cold\u201d (1 event) is in a b c.officina-session. It is not encrypted.");
        talk.failing = Failure.of("transfer.exists", ErrorKind.USER, "There is a file already.", "Choose another.");
        ((SessionsPane) host.pane()).export();
        says("There is a file already. Choose another.");
    }

    @Test
    void long_work_says_how_far_it_is_and_is_cancelled_on_the_spot() {
        shows(session("old", RunPhase.DONE));
        stage.press(SWT.ARROW_DOWN);
        talk.endless = true;
        ((SessionsPane) host.pane()).export();
        says("Exporting \u201cold\u201d \u2026 45%");
        stage.find(Link.class, link -> link.isVisible() && link.getText().equals("<a>Cancel</a>"))
                .notifyListeners(SWT.Selection, new Event());
        says("The export was cancelled. Nothing was left behind.");
        talk.endless = false;
        ((SessionsPane) host.pane()).export();
        says("\u201cold\u201d (1 event) is in old.officina-session. It is not encrypted.");
    }

    @Test
    void long_work_ends_with_the_view() {
        shows(session("old", RunPhase.DONE));
        stage.press(SWT.ARROW_DOWN);
        talk.endless = true;
        ((SessionsPane) host.pane()).export();
        says("Exporting \u201cold\u201d \u2026 45%");
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(talk.engine()));
        stage.await("the end of the export", () -> talk.did.contains("export ended"));
    }

    @Test
    void what_is_here_already_is_brought_in_as_a_copy_when_the_person_wants_it() {
        shows(session("old", RunPhase.DONE));
        ((SessionsPane) host.pane()).importFile();
        says("Imported \u201cBrought\u201d (2 events)");
        assertEquals(List.of("import", "copy"), asked);
        assertEquals(talk.script.state().session(), stage.kit().current().session());
    }

    @Test
    void another_engine_leaves_search_and_place() {
        shows(IntStream.range(0, 40)
                .mapToObj(each -> session("s" + each, RunPhase.DONE))
                .toArray(SessionSummary[]::new));
        stage.find(Text.class, _ -> true).setText("s");
        stage.await("the search", () -> talk.did.contains("list s"));
        SessionList list = ((SessionsPane) host.pane()).list();
        list.scrollTo(240);
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(talk.engine()));
        assertEquals("s", stage.find(Text.class, _ -> true).getText());
        stage.await("the place", () -> ((SessionsPane) host.pane()).list().scrolled() == 240);
    }

    @Test
    void an_empty_list_says_what_will_be_there() {
        shows();
        says("No conversations yet");
    }

    @Test
    void what_happens_in_a_session_is_seen_in_the_list() {
        shows();
        talk.listed = List.of(session("fresh", RunPhase.RUNNING));
        talk.script.asks("hello");
        stage.await("the list again", () -> talk.did.equals(List.of("list null", "list null")));
    }

    private void shows(SessionSummary... sessions) {
        talk.listed = List.of(sessions);
        stage.engine().become(new EngineState.Ready(talk.engine()));
        stage.open();
        stage.await("the list", () -> talk.did.equals(List.of("list null")));
        stage.pump(Duration.ofMillis(100));
        host.focus();
    }

    private void says(String words) {
        stage.await(
                words,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals(words)));
    }

    private static SessionId id(String title) {
        return new SessionId(UUID.nameUUIDFromBytes(title.getBytes()));
    }

    private static SessionSummary session(String title, RunPhase phase) {
        return new SessionSummary(
                id(title),
                new SessionInfo(title, new RecordId(new UUID(0, 0)), SessionKind.CONVERSATION),
                phase,
                1,
                NOW.minusSeconds(60));
    }
}
