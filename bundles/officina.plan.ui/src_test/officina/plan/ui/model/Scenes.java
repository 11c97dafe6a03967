// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.plan.ui.PlanPane;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.Stage;
import officina.ui.base.FlatButton;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** Paints the view in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private static final RunId FIRST = Story.run(1);
    private static final RunId SECOND = Story.run(2);
    private static final ExecutionPlan ONE = Story.plan(Story.CREATE);
    private static final ExecutionPlan TRIP = new ExecutionPlan(
            new PlanId(new UUID(3, 5)),
            1,
            "Prepare the trip to Lisbon & back",
            new PluginId("agent.task"),
            List.of(
                    Story.CREATE,
                    Story.UPDATE,
                    new PlanStep.Action(
                            new StepId("step-5"),
                            "Create “Ask Anna and Bo whether they can water the plants and feed the cat while we are away”, due tomorrow",
                            PlanAction.CREATE_RECORD,
                            JsonObject.EMPTY
                                    .with("kind", "todo")
                                    .with(
                                            "fields",
                                            JsonObject.EMPTY
                                                    .with("title", "Ask Anna and Bo")
                                                    .with("due", "2026-11-22")
                                                    .with("people", List.of("Anna", "Bo"))
                                                    .with("description", "Keys are at the neighbours'."))),
                    Story.NOTIFY));

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("plan-empty", 420, 560, stage -> show(stage, story -> story.starts(FIRST)));
        gallery.paint("plan-normal", 420, 560, stage -> {
            show(stage, story -> story.proposes(FIRST, TRIP));
            stage.press(SWT.CR);
            stage.press(SWT.ARROW_DOWN);
            stage.press(' ');
        });
        gallery.paint("plan-failing", 420, 560, stage -> show(stage, Scenes::failed));
        gallery.paint("plan-short", 420, 560, stage -> show(stage, story -> story.proposes(FIRST, ONE)));
        gallery.paint("plan-editing", 420, 640, stage -> {
            show(stage, story -> story.proposes(FIRST, TRIP));
            stage.press(SWT.F2);
            stage.press(SWT.TAB);
            Text due = stage.find(Text.class, text -> text.getText().contains("2026"));
            due.setText("soonish");
            due.setFocus();
            stage.press(SWT.CR);
        });
        gallery.paint("plan-rejecting", 420, 500, stage -> {
            show(stage, story -> story.proposes(FIRST, TRIP));
            stage.press(SWT.SHIFT, SWT.TAB);
            stage.find(FlatButton.class, Scenes::isReject).notifyListeners(SWT.Selection, new Event());
            stage.pump(Duration.ofMillis(200));
        });
        gallery.paint("plan-running", 420, 560, stage -> show(stage, story -> running(story.proposes(FIRST, TRIP))));
        gallery.paint(
                "plan-done",
                420,
                560,
                stage -> show(stage, story -> story.proposes(FIRST, ONE).runs(FIRST, ONE)));
        gallery.paint(
                "plan-undone",
                420,
                560,
                stage -> show(
                        stage,
                        story -> story.proposes(FIRST, ONE).runs(FIRST, ONE).undoes(SECOND, FIRST)));
        gallery.paint(
                "plan-interrupted",
                420,
                560,
                stage -> show(
                        stage,
                        story -> running(story.proposes(FIRST, TRIP)).happens(FIRST, new RunEvent.RunInterrupted())));
        gallery.paint(
                "plan-several",
                420,
                500,
                stage -> show(
                        stage,
                        story -> story.proposes(FIRST, ONE).runs(FIRST, ONE).proposes(SECOND, TRIP)));
        gallery.paint("plan-full", 420, 640, stage -> show(stage, story -> story.proposes(FIRST, many())));
        gallery.paint("plan-narrow", 260, 640, stage -> {
            show(stage, story -> story.proposes(FIRST, TRIP));
            stage.press(SWT.CR);
        });
    }

    private static void show(Stage stage, Consumer<Story> tell) {
        Story story = new Story(1);
        tell.accept(story);
        stage.kit().current().open(story.session);
        stage.show("Plan", new FakeServices(story).engine(), (site, engine) -> new PlanPane(site, engine, null));
    }

    private static void failed(Story story) {
        running(story.proposes(FIRST, TRIP))
                .happens(
                        FIRST,
                        new RunEvent.StepFailed(
                                TRIP.id(),
                                Story.UPDATE.id(),
                                Failure.of(
                                        "record.missing",
                                        ErrorKind.USER,
                                        "The to-do does not exist any more: somebody has deleted it.",
                                        "Ask again, or reject this step.")))
                .happens(FIRST, new RunEvent.RunFinished(false, "1 of 4 steps was done; 3 were not."));
    }

    private static boolean isReject(FlatButton button) {
        return button.getParent().getChildren().length == 8
                && button.getParent().getChildren()[3] == button;
    }

    private static Story running(Story story) {
        return story.happens(
                        FIRST,
                        new RunEvent.ApprovalGiven(
                                Story.APPROVAL, 1, PlanDraft.of(TRIP).included()))
                .happens(FIRST, new RunEvent.StepStarted(TRIP.id(), Story.CREATE.id()))
                .happens(FIRST, Story.changed())
                .happens(
                        FIRST,
                        new RunEvent.StepFinished(
                                TRIP.id(), Story.CREATE.id(), JsonObject.EMPTY.with("id", Story.PASSPORT)))
                .happens(FIRST, new RunEvent.StepStarted(TRIP.id(), Story.UPDATE.id()));
    }

    static ExecutionPlan many() {
        List<PlanStep> steps = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            steps.add(new PlanStep.Action(
                    new StepId("step-" + i),
                    "Create “To-do number " + i + "”, due 12 Dec 2026",
                    PlanAction.CREATE_RECORD,
                    JsonObject.EMPTY
                            .with("kind", "todo")
                            .with("fields", JsonObject.EMPTY.with("title", "To-do number " + i))));
        }
        return Story.plan(steps.toArray(PlanStep[]::new));
    }
}
