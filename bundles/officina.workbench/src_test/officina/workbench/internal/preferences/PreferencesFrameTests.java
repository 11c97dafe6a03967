// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonText;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Pane;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Preferences in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class PreferencesFrameTests {

    private final FakeSettings settings = new FakeSettings();
    private final List<String> made = new ArrayList<>();
    private final List<String> turned = new ArrayList<>();
    private Stage stage;
    private PreferencesFrame frame;
    private boolean broken;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 760, 640);
        stage.parent().setLayout(new FillLayout());
        frame = new PreferencesFrame(
                stage.parent(),
                stage.kit(),
                List.of(
                        PreferencesPage.of(stage.kit(), "general", "General", Icon.SETTINGS, (site, engine) -> {
                            made.add("general");
                            return new GeneralPane(site, engine);
                        }),
                        PreferencesPage.of(stage.kit(), "other", "Other", Icon.INFO, (site, engine) -> {
                            made.add("other");
                            return new GeneralPane(site, engine);
                        }),
                        new PreferencesPage("moody", "Moody", Icon.INFO, this::moody)),
                turned::add);
        frame.turn("general");
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(settings)));
    }

    private PreferencesPage.Made moody(Composite place) {
        Text text = new Text(place, SWT.NONE);
        if (broken) {
            throw new IllegalStateException("not today");
        }
        made.add("moody");
        return new PreferencesPage.Made() {
            @Override
            public void focus() {
                text.setFocus();
            }

            @Override
            public @Nullable Pane pane() {
                return null;
            }
        };
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void pages_are_gone_through_with_the_arrows_and_made_when_they_are_looked_at() {
        frame.focus();
        stage.await("the list has the keyboard", () -> stage.has(Table.class, Table::isFocusControl));
        assertEquals(List.of("general"), made);
        stage.press(SWT.ARROW_DOWN);
        stage.await("the other page", () -> made.contains("other"));
        stage.press(SWT.ARROW_UP);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.CR);
        stage.await("the page has the keyboard", () -> stage.has(Button.class, Button::isFocusControl));
        assertEquals(List.of("general", "other"), made);
        assertEquals(List.of("general", "other", "general", "other"), turned);
    }

    @Test
    void a_page_nobody_knows_any_more_is_the_first() {
        frame.turn("other");
        frame.turn("gone");
        assertEquals("general", turned.getLast());
    }

    @Test
    void a_page_that_cannot_be_made_leaves_the_one_before_it_and_is_made_when_it_is_turned_to_again() {
        stage.await("the first page", () -> made.contains("general"));
        broken = true;
        assertThrows(IllegalStateException.class, () -> frame.turn("moody"));
        assertEquals(List.of("general"), turned);
        assertEquals(0, stage.find(Table.class, _ -> true).getSelectionIndex());
        assertFalse(stage.has(Text.class, _ -> true), "half a page is left behind");
        enter();

        broken = false;
        frame.turn("moody");
        assertEquals(List.of("general", "moody"), made);
        assertEquals(List.of("general", "moody"), turned);
        assertEquals(2, stage.find(Table.class, _ -> true).getSelectionIndex());
        frame.enter();
        stage.await("the page has the keyboard", () -> stage.has(Text.class, Text::isFocusControl));
    }

    @Test
    void what_is_chosen_holds_at_once_and_can_be_taken_back() {
        enter();
        stage.await("the desktop's theme", () -> chosen("As the desktop"));
        assertFalse(restorable());
        stage.press(SWT.ARROW_RIGHT);
        stage.press(SWT.ARROW_RIGHT);
        stage.press(' ');
        stage.await("dark is kept", () -> settings.kept().equals(Map.of(SettingsCatalog.THEME, new JsonText("dark"))));
        go("Show notifications on the desktop");
        stage.press(' ');
        stage.await(
                "no notifications",
                () -> new JsonBoolean(false).equals(settings.kept().get(SettingsCatalog.NOTIFICATIONS)));
        stage.await("there is something to take back", this::restorable);
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        stage.await("nothing is chosen any more", () -> settings.kept().isEmpty());
        stage.await("and it is shown", () -> chosen("As the desktop") && chosen("Show notifications on the desktop"));
        stage.await("nothing is left to take back", () -> !restorable());
    }

    @Test
    void what_somebody_else_changes_is_shown() {
        enter();
        settings.set(SettingsCatalog.THEME, SettingScope.GLOBAL, null, new JsonText("light"));
        stage.await("light", () -> chosen("Light") && !chosen("As the desktop"));
    }

    @Test
    void what_cannot_be_kept_is_said_and_not_shown() {
        enter();
        settings.refuse(Failure.of("store.full", ErrorKind.RESOURCE, "The disk is full.", "Make some room."));
        go("Show newcomers around");
        stage.press(' ');
        stage.await(
                "the reason",
                () -> stage.has(
                        Label.class, it -> it.isVisible() && it.getText().equals("The disk is full. Make some room.")));
        stage.await("what holds", () -> chosen("Show newcomers around"));
        settings.refuse(null);
        stage.press(' ');
        stage.await("it is kept", () -> settings.kept().containsKey(SettingsCatalog.WELCOME));
        stage.await(
                "the reason is gone",
                () -> !stage.has(
                        Label.class, it -> it.isVisible() && it.getText().startsWith("The disk")));
    }

    @Test
    void the_list_makes_room_where_there_is_little() {
        stage.parent().setSize(420, 640);
        Table list = stage.find(Table.class, _ -> true);
        stage.await("the list stands above", () -> list.getSize().x > 400);
        stage.parent().setSize(760, 640);
        stage.await("the list stands beside", () -> list.getSize().x < 200);
        assertFalse(stage.has(Text.class, _ -> true));
    }

    /** Waits until the page shows what holds, and has the keyboard. */
    private void enter() {
        frame.enter();
        stage.await("the first setting has the keyboard", () -> stage.has(Button.class, Button::isFocusControl));
    }

    private boolean chosen(String word) {
        return stage.has(Button.class, it -> it.getText().equals(word) && it.getSelection());
    }

    private boolean restorable() {
        return stage.has(FlatButton.class, it -> it.text().equals("Restore Defaults") && it.isEnabled());
    }

    /** Tab until the box has the keyboard. */
    private void go(String box) {
        for (int i = 0; i < 20; i++) {
            if (stage.has(Button.class, it -> it.getText().equals(box) && it.isFocusControl())) {
                return;
            }
            stage.press(SWT.TAB);
        }
        throw new AssertionError("Tab does not reach " + box);
    }
}
