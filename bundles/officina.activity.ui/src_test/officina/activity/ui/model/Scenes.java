// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import officina.activity.ui.ActivityPane;
import officina.api.event.RunEvent;
import officina.core.run.ActivityEntry.Status;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.FlatButton;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** Paints the view in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("activity-empty", 720, 380, stage -> show(stage, _ -> {}));
        gallery.paint("activity-normal", 720, 380, stage -> show(stage, Scenes::usual));
        gallery.paint("activity-failing", 720, 380, stage -> show(stage, log -> log.failing = true));
        for (int width : new int[] {1100, 1400, 1900}) {
            gallery.paint("activity-" + width, width, 330, stage -> show(stage, log -> log.fill(3_000)));
        }
        gallery.paint("activity-details", 1100, 330, stage -> {
            show(stage, Scenes::usual);
            select(stage, 3);
        });
        gallery.paint("activity-tall", 460, 700, stage -> {
            show(stage, Scenes::usual);
            select(stage, 2);
        });
        gallery.paint("activity-no-match", 800, 300, stage -> {
            show(stage, Scenes::usual);
            stage.find(Text.class, text -> text.getMessage().equals("Filter")).setText("zzz");
            stage.pump(Duration.ofMillis(500));
        });
        gallery.paint("activity-full", 1100, 500, stage -> {
            show(stage, log -> log.fill(10_000));
            Table table = stage.find(Table.class, _ -> true);
            for (int i = 0; i < 12; i++) {
                table.setTopIndex(table.getItemCount() - 1);
                stage.pump(Duration.ofMillis(60));
            }
        });
        gallery.paint("activity-more", 900, 360, stage -> {
            show(stage, Scenes::usual);
            stage.find(FlatButton.class, each -> Words.FILTER_MORE.text().equals(each.getToolTipText()))
                    .notifyListeners(SWT.Selection, new Event());
            stage.pump(Duration.ofMillis(300));
        });
        gallery.paint("activity-between", 1100, 330, stage -> {
            show(stage, Scenes::usual);
            Combo periods = stage.find(Combo.class, combo -> combo.getItemCount() == 6);
            periods.select(5);
            periods.notifyListeners(SWT.Selection, new Event());
            stage.pump(Duration.ofMillis(300));
        });
    }

    private static void show(Stage stage, Consumer<FakeActivity> fill) {
        FakeActivity log = new FakeActivity();
        fill.accept(log);
        stage.show(
                "Activity",
                PartialEngine.of(log),
                (site, engine) -> new ActivityPane(site, engine, _ -> Optional.empty()));
    }

    private static void select(Stage stage, int row) {
        Table table = stage.find(Table.class, _ -> true);
        table.setFocus();
        for (int i = 0; i <= row; i++) {
            stage.press(SWT.ARROW_DOWN);
        }
        stage.pump(Duration.ofMillis(400));
    }

    private static void usual(FakeActivity log) {
        log.add(
                "user",
                "run.started",
                "start turn",
                "",
                Status.OK,
                "Started: Remind me to renew the passport by 12 December, high priority");
        log.add("agent.task", "access.used", "list", "todo", Status.OK, "Read records of kind todo");
        log.add(
                "user",
                "approval.given",
                "approve plan",
                "Renew the passport",
                Status.OK,
                "Approved 1 step of \"Renew the passport\"");
        log.add(
                "agent.task",
                "record.changed",
                "create todo",
                "Renew the passport",
                Status.OK,
                "Created the to-do \"Renew the passport\"");
        log.add(
                "agent.task",
                "access.denied",
                "connect",
                "api.example.com:443",
                Status.DENIED,
                "Was not allowed to connect to api.example.com:443: no grant for it");
        log.add(
                "agent.task",
                "tool.finished",
                "use tool",
                "agent.task:create_task",
                Status.FAILED,
                "Tool agent.task:create_task failed. The disk is full.");
        log.add("officina", "run.finished", "end run", "", Status.OK, "Ended: done. 1 to-do created & planned");
        log.tell(new RunEvent.NotificationSent("a", "b"));
    }
}
