// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.ActivityPlace;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.Shade;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The page in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class PluginsPaneTests {

    private final FakePlugins plugins = new FakePlugins();
    private final FakeLog log = new FakeLog();
    private final Stage stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 680, 760);
    private Optional<Path> folder = Optional.of(Path.of("/home/me/Documents"));

    private void open() {
        PaneHost host =
                new PaneHost(stage.kit(), "Plug-ins", (site, engine) -> new PluginsPane(site, engine, choices()));
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(plugins, plugins.projects(), log)));
        host.focus();
    }

    private Choices choices() {
        return new Choices() {
            @Override
            public Optional<Path> folder(Shell over) {
                return folder;
            }

            @Override
            public Optional<Path> bundle(Shell over) {
                return Optional.of(Path.of("/home/me/Downloads/files.jar"));
            }
        };
    }

    private void openAll() {
        plugins.with(FakePlugins.tasks(), FakePlugins.files(), FakePlugins.broken(), FakePlugins.gone());
        open();
        stage.await("the list has the keyboard", () -> stage.has(Table.class, Table::isFocusControl));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void where_there_is_none_it_says_so() {
        open();
        says("There are no plug-ins");
    }

    @Test
    void what_a_plugin_may_is_taken_back_and_undo_brings_it_again() {
        openAll();
        assertEquals(
                List.of("Task agent", "Files agent", "Weather tool", "Mail batch"),
                rows().stream()
                        .map(each -> each.substring(0, each.indexOf('|')))
                        .toList());
        says("Change your to-dos");
        says("Why, in the words of its author: To add, change, complete and delete to-dos as you ask.");
        go("Take Back", 1);
        stage.press(SWT.CR);
        says("Task agent may not do this any more: Change your to-dos.");
        assertEquals(List.of("revoke store.write todo"), plugins.done);
        stage.await("the list says it", () -> rows().getFirst().endsWith("Lacks a permission"));
        says("It needs this permission, which it does not have: Change your to-dos. Allow it below.");

        undo();
        says("Task agent may do this now: Change your to-dos.");
        assertEquals("grant store.write todo ALWAYS", plugins.done.getLast());
        stage.await("the list says it", () -> rows().getFirst().endsWith("At work"));
    }

    @Test
    void where_any_folder_is_asked_for_the_person_names_one_each_time() {
        openAll();
        stage.press(SWT.ARROW_DOWN);
        says("It can read private data and connect to any server, so it could send that data anywhere.");
        says("It cannot work without this.", "To look for files you speak of.");
        folder = Optional.empty();
        go("Choose a Folder", 0);
        stage.press(SWT.CR);
        assertEquals(List.of(), plugins.done);
        folder = Optional.of(Path.of("/home/me/Documents"));
        stage.press(SWT.CR);
        says("Files agent may do this now: Read files in /home/me/Documents.");
        go("Choose Another Folder", 0);
        folder = Optional.of(Path.of("/home/me/Music"));
        stage.press(SWT.CR);
        go("Take Back Music", 0);
        stage.press(SWT.CR);
        says("Files agent may not do this any more: Read files in /home/me/Music.");
        assertEquals(
                List.of(
                        "grant fs.read /home/me/Documents ALWAYS",
                        "grant fs.read /home/me/Music ALWAYS",
                        "revoke fs.read /home/me/Music"),
                plugins.done);
    }

    @Test
    void a_permission_is_allowed_for_one_use_or_in_a_project() {
        openAll();
        stage.press(SWT.ARROW_DOWN);
        go("Allow Once", 0);
        stage.press(SWT.CR);
        says("Allowed for one use, since Friday, 20 November 2026");
        undo();
        says("Files agent may not do this any more: Connect to any server.");
        go("Allow in a Project", 0);
        stage.press(SWT.CR);
        stage.await("the projects", () -> stage.has(Combo.class, Combo::isFocusControl));
        stage.press(SWT.ARROW_DOWN);
        go("Allow in This Project", 0);
        stage.press(SWT.CR);
        says("Allowed in the project Garden, since Friday, 20 November 2026");
        assertEquals("grant net.connect * PROJECT " + FakePlugins.GARDEN, plugins.done.getLast());
        go("Allow Always", 0);
        stage.press(SWT.CR);
        says("Allowed always, since Friday, 20 November 2026");
        undo();
        says("It may do what it could before.");
        assertEquals("grant net.connect * PROJECT " + FakePlugins.GARDEN, plugins.done.getLast());
        says("Allowed in the project Garden, since Friday, 20 November 2026");
    }

    @Test
    void what_others_allow_is_seen_at_once_and_the_keyboard_stays_where_it_is() {
        openAll();
        go("Take Back", 2);
        plugins.revoke(FakePlugins.TASKS, FakePlugins.WRITE);
        says("Not allowed.");
        assertTrue(stage.has(FlatButton.class, it -> it.text().equals("Take Back") && it.isFocusControl()));
        plugins.grant(FakePlugins.TASKS, FakePlugins.WRITE, GrantScope.ALWAYS, null);
        stage.await(
                "it is allowed again",
                () -> !stage.has(Label.class, it -> it.getText().equals("Not allowed.")));
    }

    @Test
    void where_the_last_thing_that_a_plugin_holds_is_taken_back_the_list_has_the_keyboard() {
        openAll();
        stage.press(SWT.ARROW_DOWN, SWT.ARROW_DOWN, SWT.ARROW_DOWN);
        says("It does not ask for this any more.");
        go("Take Back", 0);
        stage.press(SWT.CR);
        says("Mail batch may not do this any more: Read the mail of me@home.example.");
        assertFalse(stage.has(Link.class, it -> it.isVisible() && it.getText().contains("Undo")));
        stage.await("the list", () -> stage.has(Table.class, Table::isFocusControl) && rows().size() == 3);
    }

    @Test
    void what_was_refused_before_is_counted_for_each_permission_and_leads_to_the_log() {
        Permission connect = new Permission(PermissionType.NET_CONNECT, "lookup.example:443");
        log.refused(FakePlugins.FILES, connect, FakePlugins.EARLIER, Instant.parse("2026-11-21T17:00:00Z"));
        openAll();
        assertFalse(stage.has(Label.class, it -> it.isVisible() && it.getText().equals("What was refused before")));
        stage.press(SWT.ARROW_DOWN);
        says("Connect to any server: Refused 2 times before, the last time Saturday, 21 November 2026");
        go("Show in Activity", 0);
        stage.press(SWT.CR);
        assertEquals(List.of(Views.ACTIVITY + " " + ActivityPlace.refusedTo(FakePlugins.FILES)), stage.shown());
        stage.focus(stage.find(Table.class, _ -> true));
        stage.press(SWT.ARROW_UP);
        stage.await(
                "nothing was refused to the other one",
                () -> !stage.has(
                        FlatButton.class, it -> it.isVisible() && it.text().equals("Show in Activity")));
    }

    @Test
    void it_is_searched_by_name_and_by_permission() {
        openAll();
        Text filter = stage.find(Text.class, _ -> true);
        stage.focus(filter);
        stage.type("bookmarks");
        says("No plug-in has that in its name, or asks for it.");
        assertFalse(stage.has(FlatButton.class, it -> it.text().equals("Take Back")));
        stage.press(SWT.ESC);
        stage.type("weather");
        stage.await("one is left", () -> rows().size() == 1);
        says("Its service tool.weather did not start within ten seconds.");
        stage.press(SWT.ESC);
        stage.type("mail");
        stage.await("one is left", () -> rows().size() == 1);
        says("It does not ask for this any more.");
        stage.press(SWT.ARROW_DOWN);
        assertTrue(stage.has(Table.class, Table::isFocusControl));
    }

    @Test
    void what_is_refused_is_said_where_it_was_asked_and_nothing_is_undone() {
        openAll();
        plugins.refuse(Failure.of("store.full", ErrorKind.RESOURCE, "The disk is full.", "Free some space."));
        go("Take Back", 0);
        stage.press(SWT.CR);
        says("The disk is full. Free some space.");
        stage.dark(true);
        Label notice = stage.find(Label.class, it -> it.getText().equals("The disk is full. Free some space."));
        assertEquals(stage.kit().theme().color(Shade.DANGER), notice.getForeground(), "in the dark as well");
    }

    @Test
    void what_cannot_be_read_is_tried_again() {
        plugins.with(FakePlugins.tasks());
        plugins.hide(Failure.of("store.busy", ErrorKind.RESOURCE, "The store does not answer.", null));
        open();
        says("The store does not answer.");
        plugins.hide(null);
        stage.await(
                "a way to try again",
                () -> stage.has(FlatButton.class, it -> it.text().equals("Try Again")));
        stage.pressButton("Try Again");
        says("Change your to-dos");
    }

    private List<String> rows() {
        Table table = stage.find(Table.class, _ -> true);
        return Arrays.stream(table.getItems())
                .map(row -> row.getText(0) + "|" + row.getText(1) + "|" + row.getText(2))
                .toList();
    }

    private void undo() {
        Link undo = stage.find(Link.class, it -> it.isVisible() && it.getText().equals("<a>Undo</a>"));
        undo.notifyListeners(SWT.Selection, new Event());
    }

    /** Tab until a button of that text has the keyboard: the one after so many others of it. */
    private void go(String button, int others) {
        stage.await(button, () -> stage.has(FlatButton.class, it -> it.text().equals(button)));
        int passed = 0;
        FlatButton before = null;
        for (int i = 0; i < 40; i++) {
            if (stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl())) {
                FlatButton now = stage.find(FlatButton.class, FlatButton::isFocusControl);
                if (now != before && passed++ == others) {
                    return;
                }
                before = now;
            }
            stage.press(SWT.TAB);
        }
        throw new AssertionError("Tab does not reach " + button);
    }

    /** One label that has all of these in it. */
    private void says(String... texts) {
        stage.await(
                String.join(" ... ", texts),
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && List.of(texts).stream().allMatch(label.getText()::contains)));
    }
}
