// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import officina.activity.ui.ActivityPane;
import officina.api.event.RunEvent;
import officina.core.run.ActivityEntry.Status;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** Paints the view in all its states into a folder, to be looked at: {@code Gallery FOLDER [scene]}. */
public final class Gallery {

    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

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
            gallery.paint("usual-" + theme, dark, 1100, 330, Gallery::usual, _ -> {});
            for (int width : new int[] {1400, 1900}) {
                gallery.paint("wide-" + width + "-" + theme, dark, width, 330, log -> log.fill(3_000), _ -> {});
            }
            gallery.paint("details-" + theme, dark, 1100, 330, Gallery::usual, stage -> select(stage, 3));
            gallery.paint("tall-" + theme, dark, 460, 700, Gallery::usual, stage -> select(stage, 2));
            gallery.paint("empty-" + theme, dark, 800, 300, _ -> {}, _ -> {});
            gallery.paint("no-match-" + theme, dark, 800, 300, Gallery::usual, stage -> {
                stage.find(Text.class, text -> text.getMessage().equals("Filter"))
                        .setText("zzz");
                stage.pump(Duration.ofMillis(500));
            });
            gallery.paint("failing-" + theme, dark, 800, 300, log -> log.failing = true, _ -> {});
            gallery.paint("full-" + theme, dark, 1100, 500, log -> log.fill(10_000), stage -> {
                Table table = stage.find(Table.class, _ -> true);
                for (int i = 0; i < 12; i++) {
                    table.setTopIndex(table.getItemCount() - 1);
                    stage.pump(Duration.ofMillis(60));
                }
                System.out.println("items " + table.getItemCount());
            });
            gallery.paint("between-" + theme, dark, 1100, 330, Gallery::usual, stage -> {
                Combo periods = stage.find(Combo.class, combo -> combo.getItemCount() == 6);
                periods.select(5);
                periods.notifyListeners(SWT.Selection, new Event());
                stage.pump(Duration.ofMillis(300));
            });
        }
    }

    private void paint(
            String name, boolean dark, int width, int height, Consumer<FakeActivity> fill, Consumer<Stage> act) {
        if (!name.startsWith(wanted)) {
            return;
        }
        FakeActivity log = new FakeActivity();
        fill.accept(log);
        try (Stage stage = new Stage(dark, () -> NOW, width, height)) {
            PaneHost host = new PaneHost(
                    stage.kit(), "Activity", (site, engine) -> new ActivityPane(site, engine, _ -> Optional.empty()));
            host.create(stage.parent());
            stage.engine().become(new EngineState.Ready(PartialEngine.of(log)));
            stage.open();
            host.focus();
            stage.pump(Duration.ofMillis(500));
            act.accept(stage);
            stage.shot(folder.resolve(name + ".png"));
            System.out.println(name);
        }
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
