// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import officina.api.batch.Automation.Ending;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.engine.AutomationItem;
import officina.engine.AutomationItem.State;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.ActivityPlace;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class AutomationsPaneTests {

    private final FakeAutomations automations = new FakeAutomations();
    private final FakeRuns runs = new FakeRuns(automations);
    private final Stage stage = new Stage(false, () -> FakeAutomations.NOW, 760, 640);

    private void open(AutomationItem... items) {
        automations.with(items);
        PaneHost host = new PaneHost(stage.kit(), "Automations", AutomationsPane::new);
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(automations, runs.runs(), runs.plugins())));
        host.focus();
        if (items.length > 0) {
            stage.await("the list has the keyboard", () -> stage.has(Table.class, Table::isFocusControl));
        }
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void where_nothing_works_by_itself_it_says_what_that_is_and_how_to_get_it() {
        open();
        says("Nothing works by itself yet");
        stage.pressButton("Open Plug-ins");
        assertEquals(List.of(Views.PLUGINS), stage.shown());
    }

    @Test
    void each_is_shown_with_when_it_works_and_how_its_last_run_ended() {
        open(FakeAutomations.mail(), FakeAutomations.calendar(), FakeAutomations.report());
        assertEquals(
                List.of(
                        "Mail scanner|Waiting|Monday to Friday at 07:30|Monday 07:30|Done · 07:30",
                        "Calendar sync|Failing|Every hour|Today 18:04|Failed · 07:30",
                        "Weekly report|Waiting|When you ask|–|–"),
                rows());
        says("Waiting. It begins next: Monday 07:30.");
        says("2 of 14 mails were to-dos.", "mails: 14, to-dos: 2", "It took 12 s. Cost of models: 0.0312.");
        stage.press(SWT.ARROW_DOWN);
        says("Failing. It failed 3 times in a row and is tried again: Today 18:04.");
        says("The server calendar.example:443 does not answer.", "It has not done its work yet.");
        stage.press(SWT.ARROW_DOWN);
        says("Waiting. It works when you ask.");
        assertFalse(
                stage.has(FlatButton.class, it -> it.isVisible() && it.text().equals("Pause")));
    }

    @Test
    void it_is_run_now_followed_while_it_works_and_stopped() {
        open(FakeAutomations.mail());
        stage.press(SWT.CR);
        focused("Run Now");
        stage.press(SWT.CR);
        says("Mail scanner is at work.");
        says("It has been at work for 2 s.", "Reading the inbox: 3 of 14");
        runs.progress = "Reading the inbox: 9 of 14";
        says("Reading the inbox: 9 of 14");
        focused("Cancel");
        stage.press(SWT.CR);
        says("Mail scanner was stopped.");
        says("You stopped it.");
        assertEquals(List.of("run batch.mail", "cancel"), automations.done);
        focused("Run Now");
    }

    @Test
    void it_is_paused_and_goes_on() {
        open(FakeAutomations.mail());
        go("Pause");
        stage.press(SWT.CR);
        says("Paused. It is paused: it begins nothing by itself until you let it go on.");
        says("Mail scanner is paused.");
        Link on = stage.find(Link.class, it -> it.isVisible() && it.getText().equals("<a>Go On</a>"));
        on.notifyListeners(SWT.Selection, new Event());
        says("Mail scanner goes on.");
        says("Waiting. It begins next: Today 19:00.");
        assertEquals(List.of("pause batch.mail", "resume batch.mail"), automations.done);
    }

    @Test
    void what_is_in_its_way_leads_to_its_plugin_and_its_last_run_to_the_log() {
        open(FakeAutomations.browser(), FakeAutomations.mail());
        says("It needs the permission browser.history firefox, which it does not have.");
        go("Open Its Plug-in");
        stage.press(SWT.CR);
        stage.focus(stage.find(Table.class, _ -> true));
        stage.press(SWT.ARROW_DOWN);
        says("Waiting. It begins next: Monday 07:30.");
        assertFalse(
                stage.has(FlatButton.class, it -> it.isVisible() && it.text().equals("Open Its Plug-in")));
        go("Show Last Run");
        stage.press(SWT.CR);
        assertEquals(
                List.of(Views.PLUGINS + " batch.browser", Views.ACTIVITY + " " + ActivityPlace.of(FakeAutomations.RUN)),
                stage.shown());
    }

    @Test
    void what_comes_about_elsewhere_is_seen_at_once_and_the_keyboard_stays_where_it_is() {
        open(FakeAutomations.mail(), FakeAutomations.calendar());
        stage.press(SWT.ARROW_DOWN);
        says("Failing. It failed 3 times");
        automations.become(
                FakeAutomations.MAIL,
                item -> FakeAutomations.now(
                        item, State.WAITING, item.next(), FakeAutomations.ended(Ending.FAILED, "No answer.")));
        stage.await("the list says it", () -> rows().getFirst().endsWith("Failed · 07:30"));
        assertEquals(1, stage.find(Table.class, Table::isFocusControl).getSelectionIndex());
        automations.become(FakeAutomations.MAIL, item -> FakeAutomations.now(item, State.PAUSED, null, item.last()));
        stage.await("the list says it", () -> rows().getFirst().contains("|Paused|"));
    }

    @Test
    void what_was_allowed_takes_the_problem_away() {
        open(FakeAutomations.browser());
        says("Cannot run");
        stage.await("somebody listens", () -> !runs.listeners.isEmpty());
        AutomationItem granted = FakeAutomations.report();
        // nothing of the batch agent itself has changed, so only its plug-in tells
        automations.replaceQuietly(granted);
        runs.listeners.forEach(each -> each.accept(granted.plugin()));
        says("Waiting. It works when you ask.");
    }

    @Test
    void what_is_refused_is_said_and_nothing_is_done() {
        open(FakeAutomations.mail());
        automations.refuse(Failure.of("batch.busy", ErrorKind.USER, "It is at work.", "Wait for its end."));
        go("Run Now");
        stage.press(SWT.CR);
        says("It is at work. Wait for its end.");
    }

    @Test
    void what_cannot_be_read_is_tried_again() {
        automations.hide(Failure.of("store.busy", ErrorKind.RESOURCE, "The store does not answer.", null));
        open();
        says("The store does not answer.");
        automations.with(FakeAutomations.mail());
        automations.hide(null);
        stage.pressButton("Try Again");
        says("Waiting. It begins next: Monday 07:30.");
    }

    @Test
    void a_narrow_view_keeps_what_matters() {
        open(FakeAutomations.mail());
        stage.parent().setSize(400, 600);
        Table table = stage.find(Table.class, _ -> true);
        stage.await(
                "schedule and last run make room",
                () -> table.getColumn(2).getWidth() == 0 && table.getColumn(4).getWidth() == 0);
    }

    private List<String> rows() {
        Table table = stage.find(Table.class, _ -> true);
        return Arrays.stream(table.getItems())
                .map(row -> String.join(
                        "|", row.getText(0), row.getText(1), row.getText(2), row.getText(3), row.getText(4)))
                .toList();
    }

    private void focused(String button) {
        stage.await(
                button + " has the keyboard",
                () -> stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl()));
    }

    /** Tab until a button of that text has the keyboard. */
    private void go(String button) {
        stage.await(
                button,
                () -> stage.has(
                        FlatButton.class, it -> it.isVisible() && it.text().equals(button)));
        for (int i = 0; i < 20; i++) {
            if (stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl())) {
                return;
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
