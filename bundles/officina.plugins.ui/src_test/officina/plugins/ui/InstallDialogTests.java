// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Installation;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.FlatButton;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Installing and what can be done with what was installed, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class InstallDialogTests implements Choices {

    private static final String KEY = "ed25519:" + "AbC4".repeat(10) + "xyz";

    private final FakePlugins plugins = new FakePlugins();
    private final FakeLog log = new FakeLog();
    private final Stage stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 680, 760);
    private Optional<Path> folder = Optional.of(Path.of("/home/me/Documents"));

    @Override
    public Optional<Path> folder(Shell over) {
        return folder;
    }

    @Override
    public Optional<Path> bundle(Shell over) {
        return Optional.of(Path.of("/home/me/Downloads/notes.jar"));
    }

    private void open(PluginItem... there) {
        plugins.with(there);
        stage.show(
                "Plug-ins",
                PartialEngine.of(plugins, plugins.projects(), log),
                (site, engine) -> new PluginsPane(site, engine, this));
    }

    /** Presses what begins it; the dialog has the keyboard then. */
    private void begin() {
        stage.pressButton("Install a Plug-in");
        stage.await(
                "the dialog",
                () -> stage.popup(Button.class, each -> each.getText().equals("Install")));
    }

    private boolean canInstall() {
        return stage.popup(Button.class, each -> each.getText().equals("Install") && each.isEnabled());
    }

    private void dialogSays(String text) {
        stage.await(
                text,
                () -> stage.popup(
                        Label.class, each -> each.isVisible() && each.getText().contains(text)));
    }

    private void says(String text) {
        stage.await(
                text,
                () -> stage.has(
                                Label.class,
                                each -> each.isVisible() && each.getText().contains(text))
                        || stage.has(
                                Link.class,
                                each -> each.isVisible() && each.getText().contains(text)));
    }

    private void closed() {
        stage.await("no dialog", () -> stage.shells() == 1);
    }

    private static Installation by(List<String> keys, String signer) {
        return new Installation(keys, signer, true, "", null);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_key_is_trusted_by_name_and_only_what_is_ticked_is_allowed() {
        plugins.offering(FakePlugins.notes(by(List.of(KEY), "")));
        open(FakePlugins.tasks());
        begin();
        dialogSays("It is signed with a key that you do not trust:\n" + KEY);
        dialogSays("It cannot work without this.");
        assertFalse(canInstall());
        stage.press(' ');
        assertFalse(canInstall(), "a key belongs to somebody");
        stage.press(SWT.TAB);
        stage.type("Anna");
        stage.await("a name", this::canInstall);
        assertEquals(List.of(), plugins.done);
        stage.press(SWT.CR);
        closed();
        says("Notes agent is installed.");
        assertEquals(
                List.of("trust " + KEY + " as Anna", "install notes.jar []", "grant store.read todo ALWAYS"),
                plugins.done);
        stage.await(
                "it is selected",
                () -> stage.has(Label.class, each -> each.getText().equals("Notes agent")));
    }

    @Test
    void what_was_refused_before_is_said_of_the_permission_that_is_asked_for() {
        Permission see = new Permission(PermissionType.STORE_READ, "todo");
        log.refused(new PluginId("agent.notes"), see, FakePlugins.EARLIER);
        plugins.offering(FakePlugins.notes(by(List.of(KEY), "The Example Company")));
        open(FakePlugins.tasks());
        begin();
        dialogSays("Refused once before, the last time Friday, 20 November 2026");
    }

    @Test
    void what_is_signed_by_somebody_who_is_trusted_asks_only_what_it_may() {
        plugins.offering(FakePlugins.notes(by(List.of(KEY), "The Example Company")));
        open(FakePlugins.tasks());
        begin();
        dialogSays("It is signed by The Example Company, whose key you trust.");
        assertTrue(canInstall());
        // the box of what it cannot work without has the keyboard
        stage.press(' ');
        stage.press(SWT.TAB);
        stage.press(' ');
        stage.press(SWT.TAB);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.CR);
        closed();
        assertEquals(
                List.of("install notes.jar []", "grant notify PROJECT " + FakePlugins.GARDEN),
                plugins.done.stream()
                        .map(each -> each.replace("notify *", "notify"))
                        .toList());
    }

    @Test
    void a_folder_is_named_where_any_is_asked_for() {
        plugins.offering(FakePlugins.installed(FakePlugins.files(), by(List.of(KEY), "The Example Company")));
        open(FakePlugins.tasks());
        begin();
        dialogSays("It can read private data and connect to any server");
        dialogSays("No folder chosen yet.");
        folder = Optional.empty();
        stage.press(SWT.CR);
        dialogSays("No folder chosen yet.");
        folder = Optional.of(Path.of("/home/me/Documents"));
        stage.press(SWT.CR);
        dialogSays("/home/me/Documents");
        stage.press(SWT.CR);
        closed();
        assertEquals(List.of("install notes.jar []", "grant fs.read /home/me/Documents ALWAYS"), plugins.done);
    }

    @Test
    void what_goes_wrong_is_said_and_nothing_is_lost() {
        plugins.offering(FakePlugins.notes(by(List.of(), "")));
        plugins.refuse(
                Failure.of("plugin.older", ErrorKind.PERMISSION, "The version 1.0 is older than 2.0.", "Say so."));
        open(FakePlugins.tasks());
        begin();
        dialogSays("It is not signed.");
        assertFalse(canInstall());
        stage.press(' ');
        stage.press(SWT.CR);
        dialogSays("The version 1.0 is older than 2.0.");
        stage.press(SWT.CR);
        stage.await("asked twice", () -> plugins.done.size() == 2);
        assertEquals(List.of("install notes.jar [UNSIGNED]", "install notes.jar [UNSIGNED, OLDER]"), plugins.done);
        stage.press(SWT.ESC);
        closed();
        assertEquals(1, stage.find(Table.class, _ -> true).getItemCount());
    }

    @Test
    void who_cannot_be_installed_from_is_not_trusted_either() {
        plugins.offering(FakePlugins.notes(by(List.of(KEY), "")));
        plugins.refuse(Failure.of("plugin.disk", ErrorKind.RESOURCE, "The disk is full.", "Free some space."));
        open(FakePlugins.tasks());
        begin();
        stage.press(' ');
        stage.press(SWT.TAB);
        stage.type("Anna");
        stage.await("a name", this::canInstall);
        stage.press(SWT.CR);
        dialogSays("The disk is full.");
        assertEquals(List.of("trust " + KEY + " as Anna", "install notes.jar []", "forget " + KEY), plugins.done);
    }

    @Test
    void a_file_that_is_no_plug_in_opens_no_dialog() {
        plugins.find(Failure.of("plugin.damaged", ErrorKind.USER, "That is no jar.", "Copy it again."));
        open(FakePlugins.tasks());
        stage.pressButton("Install a Plug-in");
        says("That is no jar.");
        assertEquals(1, stage.shells());
    }

    @Test
    void what_was_installed_is_switched_off_goes_back_and_is_removed() {
        open(FakePlugins.notes(new Installation(List.of(KEY), "Anna", true, "0.9", null)));
        says("It is signed by Anna, whose key you trust.");
        stage.pressButton("Switch Off");
        says("Notes agent is switched off.");
        says("Switched off");
        stage.pressButton("Switch On");
        says("Notes agent is switched on.");
        stage.pressButton("Go Back to 0.9");
        says("Notes agent is 0.9 again.");
        stage.pressButton("Remove");
        stage.pressButton("Cancel");
        assertFalse(plugins.done.contains("remove agent.notes"));
        stage.pressButton("Remove");
        stage.pressButton("Remove It");
        says("There are no plug-ins");
        assertEquals(
                List.of(
                        "enable agent.notes false",
                        "enable agent.notes true",
                        "rollback agent.notes",
                        "remove agent.notes"),
                plugins.done);
        assertTrue(stage.has(FlatButton.class, each -> each.text().equals("Install a Plug-in")));
    }
}
