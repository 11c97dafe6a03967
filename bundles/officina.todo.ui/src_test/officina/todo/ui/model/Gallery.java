// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.todo.ui.TodosPane;
import officina.ui.base.EngineState;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** Paints the view in all its states into a folder, to be looked at: {@code Gallery FOLDER [scene]}. */
public final class Gallery {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

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
            gallery.paint("usual-" + theme, dark, 520, 640, Gallery::usual, Gallery::selectSecond);
            gallery.paint("narrow-" + theme, dark, 330, 560, Gallery::usual, stage -> {});
            gallery.paint("empty-" + theme, dark, 520, 500, _ -> {}, stage -> {});
            gallery.paint("no-match-" + theme, dark, 520, 500, Gallery::usual, stage -> {
                Text filter = stage.find(Text.class, text -> text.getMessage().equals("Filter"));
                filter.setText("zzz");
                stage.pump(Duration.ofMillis(500));
            });
            gallery.paint("full-" + theme, dark, 720, 700, Gallery::many, stage -> {});
            gallery.paint(
                    "failing-" + theme, dark, 520, 500, todos -> todos.failing = FakeTodos.failure(), stage -> {});
            gallery.paint("editing-" + theme, dark, 520, 500, Gallery::usual, Gallery::editDue);
            gallery.paint("adding-" + theme, dark, 520, 500, Gallery::usual, stage -> {
                stage.find(Text.class, text -> text.getMessage().startsWith("Add"))
                        .setFocus();
                stage.type("Lunch with Anna tomorrow at 9, high priority");
            });
            gallery.paint("deleted-" + theme, dark, 520, 500, Gallery::usual, stage -> {
                Table table = stage.find(Table.class, _ -> true);
                table.setFocus();
                table.setSelection(0);
                stage.press(SWT.DEL);
                stage.pump(Duration.ofMillis(300));
            });
        }
    }

    private void paint(
            String name, boolean dark, int width, int height, Consumer<FakeTodos> fill, Consumer<Stage> act) {
        if (!name.startsWith(wanted)) {
            return;
        }
        FakeTodos todos = new FakeTodos();
        fill.accept(todos);
        try (Stage stage = new Stage(dark, () -> NOW, width, height)) {
            PaneHost host = new PaneHost(
                    stage.kit(), "To-dos", (site, engine) -> new TodosPane(site, engine, new FakeExtractor()));
            host.create(stage.parent());
            long start = System.nanoTime();
            stage.engine().become(new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos))));
            stage.open();
            host.focus();
            stage.pump(Duration.ofMillis(500));
            act.accept(stage);
            stage.shot(folder.resolve(name + ".png"));
            System.out.println(name + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }

    private static void usual(FakeTodos todos) {
        LocalDate today = LocalDate.ofInstant(NOW, java.time.ZoneOffset.UTC);
        todos.given(
                1,
                "Renew the passport",
                "due",
                today.plusDays(21),
                "priority",
                "high",
                "description",
                "Bring two photographs and the old passport.\nThe office opens at nine; ask for the express service.");
        todos.given(
                2,
                "Call Anna about the contract",
                "due",
                today,
                "dueTime",
                "09:00",
                "priority",
                "urgent",
                "people",
                List.of("Anna"));
        todos.given(3, "Water the plants", "due", today.plusDays(1));
        todos.given(
                4,
                "Send the quarterly figures to Bo & Zoë",
                "due",
                today.minusDays(3),
                "priority",
                "high",
                "people",
                List.of("Bo", "Zoë"));
        todos.given(5, "Read the paper on journals", "priority", "low");
        todos.given(
                6,
                "Book a table for six at the restaurant by the river for the whole family and friends",
                "due",
                today.plusDays(3),
                "dueTime",
                "19:30");
        todos.given(
                7, "Pay the rent", "due", today.minusDays(1), "status", "done", "completedAt", "2026-11-20T10:00:00Z");
    }

    private static void many(FakeTodos todos) {
        LocalDate today = LocalDate.ofInstant(NOW, java.time.ZoneOffset.UTC);
        String[] priorities = {"low", "medium", "high", "urgent"};
        for (int i = 0; i < 10_000; i++) {
            todos.given(
                    1_000 + i, "To-do number " + i, "due", today.plusDays(i % 400 - 20), "priority", priorities[i % 4]);
        }
    }

    private static void selectSecond(Stage stage) {
        Table table = stage.find(Table.class, _ -> true);
        stage.click(table, 120, 60);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.ARROW_DOWN);
    }

    private static void editDue(Stage stage) {
        Table table = stage.find(Table.class, _ -> true);
        table.setFocus();
        table.setSelection(1);
        stage.press(SWT.F2);
        stage.press(SWT.TAB);
        stage.type("soonish");
        stage.press(SWT.CR);
    }
}
