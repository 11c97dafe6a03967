// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
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
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** Paints the view in all its states into a folder, to be looked at: {@code Gallery FOLDER [scene]}. */
public final class Gallery {

    private static final RunId FIRST = Story.run(1);
    private static final RunId SECOND = Story.run(2);
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

    private final Path folder;
    private final String wanted;

    private Gallery(Path folder, String wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        Gallery gallery = new Gallery(Files.createDirectories(Path.of(args[0])), args.length > 1 ? args[1] : "");
        for (boolean dark : new boolean[] {false, true}) {
            String theme = dark ? "dark" : "light";
            gallery.paint(
                    "short-" + theme,
                    dark,
                    420,
                    560,
                    story -> story.proposes(FIRST, Story.plan(Story.CREATE)),
                    _ -> {});
            gallery.paint("waiting-" + theme, dark, 420, 640, story -> story.proposes(FIRST, TRIP), stage -> {
                stage.press(SWT.CR);
                stage.press(SWT.ARROW_DOWN);
                stage.press(' ');
            });
            gallery.paint("editing-" + theme, dark, 420, 640, story -> story.proposes(FIRST, TRIP), stage -> {
                stage.press(SWT.F2);
                stage.press(SWT.TAB);
                Text due = stage.find(Text.class, text -> text.getText().contains("2026"));
                due.setText("soonish");
                due.setFocus();
                stage.press(SWT.CR);
            });
            gallery.paint("rejecting-" + theme, dark, 420, 500, story -> story.proposes(FIRST, TRIP), stage -> {
                stage.press(SWT.SHIFT, SWT.TAB);
                stage.find(FlatButton.class, Gallery::isReject).notifyListeners(SWT.Selection, new Event());
                stage.pump(Duration.ofMillis(200));
            });
            gallery.paint("running-" + theme, dark, 420, 560, story -> running(story.proposes(FIRST, TRIP)), _ -> {});
            gallery.paint(
                    "failed-" + theme,
                    dark,
                    420,
                    640,
                    story -> running(story.proposes(FIRST, TRIP))
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
                            .happens(FIRST, new RunEvent.RunFinished(false, "1 of 4 steps was done; 3 were not.")),
                    _ -> {});
            gallery.paint(
                    "done-" + theme,
                    dark,
                    420,
                    560,
                    story -> story.proposes(FIRST, Story.plan(Story.CREATE)).runs(FIRST, Story.plan(Story.CREATE)),
                    _ -> {});
            gallery.paint(
                    "undone-" + theme,
                    dark,
                    420,
                    560,
                    story -> story.proposes(FIRST, Story.plan(Story.CREATE))
                            .runs(FIRST, Story.plan(Story.CREATE))
                            .undoes(SECOND, FIRST),
                    _ -> {});
            gallery.paint(
                    "interrupted-" + theme,
                    dark,
                    420,
                    560,
                    story -> running(story.proposes(FIRST, TRIP)).happens(FIRST, new RunEvent.RunInterrupted()),
                    _ -> {});
            gallery.paint(
                    "several-" + theme,
                    dark,
                    420,
                    500,
                    story -> story.proposes(FIRST, Story.plan(Story.CREATE))
                            .runs(FIRST, Story.plan(Story.CREATE))
                            .proposes(SECOND, TRIP),
                    _ -> {});
            gallery.paint("full-" + theme, dark, 420, 640, story -> story.proposes(FIRST, many()), _ -> {});
            gallery.paint("empty-" + theme, dark, 420, 500, story -> story.starts(FIRST), _ -> {});
            gallery.paint(
                    "narrow-" + theme,
                    dark,
                    260,
                    640,
                    story -> story.proposes(FIRST, TRIP),
                    stage -> stage.press(SWT.CR));
        }
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

    private void paint(String name, boolean dark, int width, int height, Consumer<Story> tell, Consumer<Stage> act) {
        if (!name.startsWith(wanted)) {
            return;
        }
        Story story = new Story(1);
        tell.accept(story);
        try (Stage stage = new Stage(dark, () -> Story.NOON, width, height)) {
            PaneHost host = new PaneHost(stage.kit(), "Plan", (site, engine) -> new PlanPane(site, engine, null));
            stage.kit().current().open(story.session);
            host.create(stage.parent());
            long start = System.nanoTime();
            stage.engine().become(new EngineState.Ready(new FakeServices(story).engine()));
            stage.open();
            stage.pump(Duration.ofMillis(300));
            host.focus();
            stage.pump(Duration.ofMillis(300));
            act.accept(stage);
            stage.shot(folder.resolve(name + ".png"));
            System.out.println(name + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }
}
