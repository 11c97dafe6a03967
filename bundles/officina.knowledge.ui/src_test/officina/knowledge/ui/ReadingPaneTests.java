// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonText;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The page in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class ReadingPaneTests {

    private final FakeKnowledge knowledge = new FakeKnowledge();
    private final FakeSettings settings = new FakeSettings();
    private final FakeEvents events = new FakeEvents();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 640, 560);
        PaneHost host = new PaneHost(stage.kit(), "Knowledge", ReadingPane::new);
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(knowledge, settings, events.sessions())));
        host.focus();
        stage.await("the first setting has the keyboard", () -> stage.has(Button.class, Button::isFocusControl));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void folders_are_read_when_the_person_says_so_and_not_by_themselves() {
        stage.press(' ');
        stage.await(
                "it is kept",
                () -> settings.kept().equals(Map.of(SettingsCatalog.SYNC_AT_START, new JsonBoolean(false))));
    }

    @Test
    void folders_that_somebody_adds_and_pauses_are_counted() {
        says("No folder is read.");
        stage.await("the events are heard", events::isHeard);
        knowledge.add(Path.of("/home/ada/Notes"), null);
        var second = knowledge.add(Path.of("/home/ada/Letters"), null);
        events.folderChanged();
        says("2 folders are read.");
        says("None of them is paused.");
        knowledge.pause(second.id());
        events.folderChanged();
        says("One of them is paused.");
    }

    @Test
    void names_are_passed_over_once_that_is_confirmed_and_until_it_is_taken_back() {
        says("Nothing else is passed over.");
        go("Change");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("*.log, drafts/");
        assertEquals(Map.of(), settings.kept());
        stage.press(SWT.CR);
        says("Passed over as well: *.log, drafts/");
        assertEquals(Map.of(SettingsCatalog.IGNORED_NAMES, new JsonText("*.log, drafts/")), settings.kept());
        go("Nothing Else");
        stage.press(SWT.CR);
        says("Nothing else is passed over.");
        assertEquals(Map.of(), settings.kept());
    }

    @Test
    void names_that_somebody_else_says_are_shown_and_never_overwritten_by_those_that_were_there() {
        set(new JsonText("*.log"));
        says("Passed over as well: *.log");
        go("Change");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        assertTrue(stage.has(Text.class, it -> it.getText().equals("*.log")), "the form shows what holds");

        set(new JsonText("drafts/"));
        says("Passed over as well: drafts/");
        stage.press(SWT.CR);
        stage.await("the form is closed", () -> !stage.has(Text.class, _ -> true));
        assertEquals(Map.of(SettingsCatalog.IGNORED_NAMES, new JsonText("drafts/")), settings.kept());
    }

    /** As somebody else does, in a terminal. */
    private void set(JsonText names) {
        settings.set(SettingsCatalog.IGNORED_NAMES, SettingScope.GLOBAL, null, names);
    }

    /** Tab until the button has the keyboard. */
    private void go(String button) {
        stage.await(button, () -> stage.has(FlatButton.class, it -> it.text().equals(button)));
        for (int i = 0; i < 20; i++) {
            if (stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl())) {
                return;
            }
            stage.press(SWT.TAB);
        }
        throw new AssertionError("Tab does not reach " + button);
    }

    @Test
    void the_way_to_the_folders_is_open() {
        says("No folder is read.");
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        assertEquals(List.of(Views.KNOWLEDGE), stage.shown());
    }

    private void says(String text) {
        stage.await(
                text,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals(text)));
    }
}
