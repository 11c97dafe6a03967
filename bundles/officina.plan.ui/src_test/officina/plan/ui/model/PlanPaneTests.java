// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.plan.ExecutionPlan;
import officina.plan.ui.PlanPane;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a window, worked on by the keyboard. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class PlanPaneTests {

    private static final RunId RUN = Story.run(1);

    private final Story story = new Story(1);
    private final FakeServices services = new FakeServices(story);
    private final ExecutionPlan plan = Story.plan(Story.CREATE, Story.UPDATE, Story.NOTIFY);
    private Stage stage;
    private PaneHost host;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Story.NOON, 420, 700);
        host = new PaneHost(stage.kit(), "Plan", (site, each) -> new PlanPane(site, each, null));
        host.create(stage.parent());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Opens the session and waits until the view says so. */
    private void shows(String words) {
        stage.kit().current().open(story.session);
        stage.engine().become(new EngineState.Ready(services.engine()));
        stage.open();
        says(words);
        host.focus();
        stage.pump(Duration.ofMillis(100));
    }

    private void says(String words) {
        stage.await(
                words,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().contains(words)));
    }

    private void did(String... wanted) {
        stage.await("decisions " + List.of(wanted), () -> services.did.equals(List.of(wanted)));
    }

    private Text field(String holding) {
        return stage.find(Text.class, text -> text.isVisible() && text.getText().equals(holding));
    }

    private void press(String tooltip) {
        stage.find(FlatButton.class, button -> button.isVisible() && tooltip.equals(button.getToolTipText()))
                .notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void control_enter_approves_every_step() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        stage.press(SWT.MOD1, SWT.CR);
        did("approve 1 [step-1, step-2, step-3]");
    }

    @Test
    void space_takes_a_step_out_with_what_builds_on_it() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        stage.press(' ');
        stage.press(SWT.MOD1, SWT.CR);
        did("approve 1 [step-2]");
    }

    @Test
    void a_step_that_was_taken_out_stays_out_when_another_engine_takes_over() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        stage.press(' ');
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(services.engine()));
        says("Waits for you");
        host.focus();
        stage.press(SWT.MOD1, SWT.CR);
        did("approve 1 [step-2]");
    }

    @Test
    void a_reason_that_is_being_typed_stays_when_another_engine_takes_over() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        ((PlanPane) host.pane()).reject();
        Text field = stage.find(Text.class, Text::isVisible);
        stage.focus(field);
        stage.type("too ear");
        stage.await("all that was typed", () -> field.getText().equals("too ear"));
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(services.engine()));
        stage.await(
                "the reason",
                () -> stage.has(
                        Text.class,
                        text -> text.isVisible() && text.getText().equals("too ear") && text.isFocusControl()));
        stage.type("ly");
        stage.press(SWT.CR);
        did("refuse too early");
    }

    @Test
    void arrows_go_from_step_to_step() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        stage.press(SWT.ARROW_DOWN);
        stage.press(' ');
        stage.press(SWT.MOD1, SWT.CR);
        did("approve 1 [step-1, step-3]");
    }

    @Test
    void enter_shows_what_a_step_will_do() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        stage.press(SWT.CR);
        says("Saturday, 12 December 2026");
        stage.press(SWT.CR);
        stage.await(
                "collapsed",
                () -> !stage.has(Label.class, label -> label.getText().contains("December")));
    }

    @Test
    void a_short_plan_is_shown_whole() {
        story.proposes(RUN, Story.plan(Story.CREATE));
        shows("Saturday, 12 December 2026");
    }

    @Test
    void an_edited_step_makes_a_new_revision() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        stage.press(SWT.F2);
        Text due = field("12 Dec 2026");
        due.setText("2026-12-24");
        due.setFocus();
        stage.press(SWT.CR);
        says("revision 2");
        assertEquals(List.of("revise 2"), services.did);
        says("Thursday, 24 December 2026");
    }

    @Test
    void what_cannot_be_understood_is_told_at_its_field() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        stage.press(SWT.F2);
        Text due = field("12 Dec 2026");
        due.setText("soonish");
        due.setFocus();
        stage.press(SWT.CR);
        says("Not a day");
        assertEquals(List.of(), services.did);
        stage.press(SWT.ESC);
        assertFalse(
                stage.has(Text.class, text -> text.isVisible() && text.getText().equals("soonish")));
    }

    @Test
    void an_edit_that_the_engine_refuses_stays_open() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        services.refusing = Failure.of("plan.invalid", ErrorKind.USER, "The plan cannot run.", null);
        stage.press(SWT.F2);
        Text title = field("Renew the passport");
        title.setText("Renew it");
        title.setFocus();
        stage.press(SWT.CR);
        says("The plan cannot run.");
        assertTrue(stage.has(Text.class, text -> text.getText().equals("Renew it")));
    }

    @Test
    void a_plan_is_rejected_with_a_reason() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        press(Words.REJECT_ALL.text());
        stage.type("not now");
        stage.press(SWT.CR);
        did("refuse not now");
    }

    @Test
    void steps_follow_the_events_while_they_run() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        services.happens(
                RUN,
                new RunEvent.ApprovalGiven(Story.APPROVAL, 1, PlanDraft.of(plan).included()));
        says("Running");
        services.happens(RUN, new RunEvent.StepStarted(plan.id(), Story.CREATE.id()));
        services.happens(
                RUN,
                new RunEvent.StepFailed(
                        plan.id(),
                        Story.CREATE.id(),
                        Failure.of("record.invalid", ErrorKind.USER, "The title is too long.", "Shorten it.")));
        says("The title is too long.");
        says("Shorten it.");
    }

    @Test
    void what_was_done_can_be_undone() {
        story.proposes(RUN, plan).runs(RUN, plan);
        shows("Done");
        press(Words.UNDO_WHY.text());
        did("undo " + RUN);
    }

    @Test
    void a_decision_that_came_too_late_is_told() {
        story.proposes(RUN, plan);
        shows("Waits for you");
        services.refusing = Failure.of("plan.stale", ErrorKind.USER, "The plan has changed.", "Look at it again.");
        stage.press(SWT.MOD1, SWT.CR);
        says("The plan has changed. Look at it again.");
    }

    @Test
    void without_a_plan_the_view_says_what_one_is() {
        story.starts(RUN);
        shows("No plan yet");
        stage.find(FlatButton.class, button -> button.text().equals(Words.CONVERSATION.text()))
                .notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of(Views.CONVERSATION), stage.shown());
    }

    @Test
    void what_is_said_without_a_plan_is_not_made_anew_while_a_run_goes_on() {
        story.starts(RUN);
        shows("No plan yet");
        Label said = stage.find(Label.class, label -> label.getText().equals("No plan yet"));
        services.happens(RUN, new RunEvent.PartWritten(0, new ContentPart.Text("I think.")));
        stage.pump(Duration.ofMillis(300));
        assertFalse(said.isDisposed());
    }

    @Test
    void a_thousand_steps_are_shown_a_hundred_at_a_time() {
        story.proposes(RUN, Scenes.many());
        shows("Waits for you");
        press(Words.MORE_WHY.text(900));
        stage.pump(Duration.ofMillis(100));
        stage.press(SWT.MOD1, SWT.CR);
        stage.await("approved", () -> services.did.size() == 1);
        assertTrue(services.did.getFirst().endsWith("step-1000]"));
    }
}
