// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.todo.ui.TodosPane;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** Paints the view in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("todos-empty", 520, 680, stage -> show(stage, _ -> {}));
        gallery.paint("todos-normal", 520, 680, stage -> {
            show(stage, Scenes::usual);
            selectOne(stage);
        });
        gallery.paint("todos-failing", 520, 680, stage -> show(stage, todos -> todos.failing = FakeTodos.failure()));
        gallery.paint("todos-narrow", 330, 560, stage -> show(stage, Scenes::usual));
        gallery.paint("todos-no-match", 520, 500, stage -> {
            show(stage, Scenes::usual);
            stage.find(Text.class, text -> text.getMessage().equals("Filter")).setText("zzz");
            stage.pump(Duration.ofMillis(500));
        });
        gallery.paint("todos-full", 720, 700, stage -> show(stage, Scenes::many));
        gallery.paint("todos-editing", 520, 500, stage -> {
            show(stage, Scenes::usual);
            editDue(stage);
        });
        gallery.paint("todos-adding", 520, 500, stage -> {
            show(stage, Scenes::usual);
            stage.find(Text.class, text -> text.getMessage().startsWith("Add")).setFocus();
            stage.type("Lunch with Anna tomorrow at 9, high priority");
        });
        gallery.paint("todos-deleted", 520, 500, stage -> {
            show(stage, Scenes::usual);
            Table table = stage.find(Table.class, _ -> true);
            table.setFocus();
            table.setSelection(0);
            stage.press(SWT.DEL);
            stage.pump(Duration.ofMillis(300));
        });
    }

    private static void show(Stage stage, Consumer<FakeTodos> fill) {
        FakeTodos todos = new FakeTodos();
        fill.accept(todos);
        stage.show(
                "To-dos",
                PartialEngine.of(todos, new FakeRuns(todos)),
                (site, engine) -> new TodosPane(site, engine, new FakeExtractor()));
    }

    private static void usual(FakeTodos todos) {
        LocalDate today = LocalDate.ofInstant(Gallery.NOW, ZoneOffset.UTC);
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
        LocalDate today = LocalDate.ofInstant(Gallery.NOW, ZoneOffset.UTC);
        String[] priorities = {"low", "medium", "high", "urgent"};
        for (int i = 0; i < 10_000; i++) {
            todos.given(
                    1_000 + i, "To-do number " + i, "due", today.plusDays(i % 400 - 20), "priority", priorities[i % 4]);
        }
    }

    private static void selectOne(Stage stage) {
        Table table = stage.find(Table.class, _ -> true);
        table.setFocus();
        for (int i = 0; i < 5; i++) {
            stage.press(SWT.ARROW_DOWN);
        }
        stage.pump(Duration.ofMillis(300));
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
