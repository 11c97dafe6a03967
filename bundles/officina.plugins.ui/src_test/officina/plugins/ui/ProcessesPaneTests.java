// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class ProcessesPaneTests {

    private static final PluginId MAIL = new PluginId("batch.mail");

    private final FakePlugins plugins = new FakePlugins();
    private final Stage stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 760, 520);

    private void open() {
        PaneHost host = new PaneHost(stage.kit(), "Processes", (site, _) -> new ProcessesPane(site));
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(plugins)));
        host.focus();
    }

    private void openBusy() {
        plugins.running(
                FakePlugins.process(FakePlugins.FILES, 4_711, "bubblewrap", 0),
                FakePlugins.process(MAIL, 4_790, "none", 2));
        open();
        stage.await(
                "the list has the keyboard",
                () -> stage.has(Table.class, it -> it.isFocusControl() && it.getItemCount() == 2));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void where_none_runs_it_says_when_one_does() {
        open();
        says("No plug-in of others runs now");
        stage.pressButton("Open Plug-ins");
        assertEquals(List.of(Views.PLUGINS), stage.shown());
    }

    @Test
    void each_is_shown_with_what_keeps_it_in_and_what_it_takes() {
        openBusy();
        assertEquals(
                List.of(
                        "Files agent|Bubblewrap, verified|None|160.7 s|58 MB|45 min",
                        "Mail batch|none, not verified|2 calls|163.4 s|58 MB|45 min"),
                rows());
        says("Bubblewrap, verified.", "none of its attempts succeeded");
        says("The bundle example.agent.files, in process 4711, since Saturday, 21 November 2026");
        stage.press(SWT.ARROW_DOWN);
        says("none, not verified. Nothing is known to keep it in.");
    }

    @Test
    void one_that_works_on_nothing_is_ended_at_once() {
        openBusy();
        stage.press(SWT.CR);
        focused("End");
        stage.press(SWT.CR);
        says("The process of Files agent was ended. The next call starts another.");
        assertEquals(List.of("end agent.files"), plugins.done);
        stage.await("one is left", () -> rows().size() == 1);
    }

    @Test
    void one_that_is_at_work_is_ended_once_that_is_confirmed() {
        openBusy();
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.DEL);
        says("It works on 2 calls, which fail when it ends.");
        focused("End It");
        stage.press(SWT.ESC);
        assertEquals(List.of(), plugins.done);
        focused("End");
        stage.press(SWT.CR);
        focused("End It");
        // the numbers go on, and the question stays
        int looks = plugins.looks.get();
        stage.await("two more looks", () -> plugins.looks.get() > looks + 1);
        focused("End It");
        stage.press(SWT.CR);
        says("The process of Mail batch was ended.");
        assertEquals(List.of("end batch.mail"), plugins.done);
    }

    @Test
    void the_numbers_follow_and_the_selection_stays() {
        openBusy();
        stage.press(SWT.ARROW_DOWN);
        plugins.running(
                FakePlugins.process(new PluginId("agent.earlier"), 4_000, "lockdown", 0),
                FakePlugins.process(MAIL, 4_790, "bubblewrap", 7));
        stage.await("the numbers", () -> rows().getLast().contains("|7 calls|"));
        assertEquals(1, stage.find(Table.class, _ -> true).getSelectionIndex());
        says("Bubblewrap, verified.");
        assertTrue(rows().getFirst().startsWith("Earlier agent|Lockdown, verified|"));
        plugins.running();
        says("No plug-in of others runs now");
        focused("Open Plug-ins");
    }

    @Test
    void what_nobody_sees_asks_for_nothing() {
        openBusy();
        stage.parent().getChildren()[0].setVisible(false);
        stage.pump(Duration.ofMillis(1_200));
        int looks = plugins.looks.get();
        stage.pump(Duration.ofMillis(2_200));
        assertEquals(looks, plugins.looks.get());
        plugins.running();
        stage.parent().getChildren()[0].setVisible(true);
        says("No plug-in of others runs now");
    }

    @Test
    void what_cannot_be_ended_is_said_and_what_cannot_be_read_is_tried_again() {
        openBusy();
        plugins.refuse(Failure.of("plugin.no-process", ErrorKind.USER, "It runs in no process.", null));
        stage.press(SWT.DEL);
        says("It runs in no process.");
        plugins.hide(Failure.of("engine.closed", ErrorKind.RESOURCE, "The engine is gone.", "Wait."));
        says("The engine is gone.");
        plugins.hide(null);
        stage.pressButton("Try Again");
        stage.await("the list", () -> stage.has(Table.class, Table::isVisible));
    }

    private List<String> rows() {
        Table table = stage.find(Table.class, _ -> true);
        return Arrays.stream(table.getItems())
                .map(row -> String.join(
                        "|",
                        row.getText(0),
                        row.getText(1),
                        row.getText(2),
                        row.getText(3),
                        row.getText(4),
                        row.getText(5)))
                .toList();
    }

    private void focused(String button) {
        stage.await(
                button + " has the keyboard",
                () -> stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl()));
    }

    private void says(String... texts) {
        stage.await(
                String.join(" ... ", texts),
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && List.of(texts).stream().allMatch(label.getText()::contains)));
    }
}
