// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.todo.ui.TodosPane;
import officina.ui.base.EngineState;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a window, worked on by the keyboard. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class TodosPaneTests {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final FakeTodos todos = new FakeTodos();
    private Stage stage;
    private Table table;

    @BeforeEach
    void open() {
        todos.given(1, "Renew the passport", "due", "2026-12-12");
        todos.given(2, "Water the plants", "due", "2026-11-22");
        todos.given(3, "Pay the rent", "due", "2026-11-20", "status", "done");
        stage = new Stage(false, () -> NOW, 640, 500);
        PaneHost host =
                new PaneHost(stage.kit(), "To-dos", (site, engine) -> new TodosPane(site, engine, new FakeExtractor()));
        host.create(stage.parent());
        stage.engine().become(new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos))));
        stage.open();
        table = stage.find(Table.class, _ -> true);
        shows("Water the plants", "Renew the passport");
        stage.focus(table);
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void another_engine_takes_nothing_from_what_is_typed_and_chosen() {
        table.setSelection(1);
        Text line = stage.find(
                Text.class,
                text -> text.getMessage().isEmpty() || text.getText().isEmpty());
        line.setText("Buy mi");
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos))));
        table = stage.find(Table.class, _ -> true);
        shows("Water the plants", "Renew the passport");
        stage.await("the selection", () -> table.getSelectionIndex() == 1);
        assertTrue(stage.has(Text.class, text -> text.getText().equals("Buy mi")));
    }

    @Test
    void enter_keeps_the_line_while_another_engine_takes_over() {
        field("Add").setFocus();
        stage.type("Bread");
        stage.engine().become(new EngineState.Starting());
        stage.press(SWT.CR);
        assertEquals("Bread", field("Add").getText());
        assertTrue(stage.has(Label.class, label -> label.getText().equals(Words.ENGINE_CHANGES.text())));
        stage.engine().become(new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos))));
        assertEquals("Bread", field("Add").getText());
    }

    @Test
    void a_line_that_may_be_lost_with_the_engine_is_given_back_before_what_was_typed_since() {
        todos.arriving = new CountDownLatch(1);
        field("Add").setFocus();
        stage.type("Bread");
        stage.press(SWT.CR);
        stage.type("Butter");
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos))));
        assertEquals("Bread / Butter", field("Add").getText());
        todos.arriving.countDown();
    }

    @Test
    void a_line_that_could_not_be_added_comes_back_and_one_that_was_does_not() {
        todos.failing = Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", null);
        field("Add").setFocus();
        stage.type("Bread");
        stage.press(SWT.CR);
        stage.await("the line", () -> field("Add").getText().equals("Bread"));
        todos.failing = null;
        stage.press(SWT.CR);
        stage.await("the to-do", () -> todos.items.size() == 4);
        stage.await("the row", () -> table.getItemCount() == 3);
        stage.engine().become(new EngineState.Starting());
        stage.engine().become(new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos))));
        assertEquals("", field("Add").getText());
    }

    @Test
    void a_description_that_was_being_typed_is_kept_by_the_next_engine() {
        todos.failing = Failure.of("engine.connection-lost", ErrorKind.RESOURCE, "It went away.", null);
        Text description = stage.find(Text.class, text -> (text.getStyle() & SWT.MULTI) != 0);
        description.setFocus();
        stage.type("Only a ");
        stage.engine().become(new EngineState.Starting());
        stage.type("little");
        todos.failing = null;
        stage.engine().become(new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos))));
        stage.await("the description", () -> todo(2).description().equals("Only a little"));
        assertTrue(stage.has(Text.class, text -> text.getText().equals("Only a little")));
    }

    @Test
    void days_get_the_room_they_take_and_no_more() {
        int due = table.getColumn(1).getWidth();
        assertTrue(due < table.getClientArea().width / 4, () -> "the column is " + due + " wide");
        todos.given(4, "Ask", "due", "2026-11-21", "dueTime", "11:30");
        todos.tell(FakeTodos.id(4));
        stage.await("room for a day with its time", () -> table.getColumn(1).getWidth() > due);
    }

    private void shows(String... titles) {
        stage.await("rows " + Arrays.toString(titles), () -> {
            List<String> rows =
                    Arrays.stream(table.getItems()).map(TableItem::getText).toList();
            return rows.equals(List.of(titles));
        });
    }

    private Todo todo(long number) {
        return Objects.requireNonNull(todos.items.get(FakeTodos.id(number))).todo();
    }

    private Text field(String message) {
        return stage.find(Text.class, text -> text.getMessage().startsWith(message));
    }

    @Test
    void space_completes_and_undo_reopens() {
        stage.press(' ');
        shows("Renew the passport");
        assertEquals(TodoStatus.DONE, todo(2).status());
        stage.press(SWT.MOD1, 'z');
        shows("Water the plants", "Renew the passport");
        assertEquals(TodoStatus.OPEN, todo(2).status());
        stage.press(SWT.MOD1, 'y');
        shows("Renew the passport");
    }

    @Test
    void the_checkbox_completes() {
        Rectangle first = table.getItem(0).getBounds(0);
        stage.click(table, first.x - 10, first.y + first.height / 2);
        shows("Renew the passport");
    }

    @Test
    void delete_deletes_and_undo_brings_back() {
        stage.press(SWT.DEL);
        shows("Renew the passport");
        stage.press(SWT.MOD1, 'z');
        shows("Water the plants", "Renew the passport");
    }

    @Test
    void the_next_row_is_selected_when_one_goes() {
        stage.press(SWT.DEL);
        shows("Renew the passport");
        assertEquals("Renew the passport", table.getSelection()[0].getText());
    }

    @Test
    void f2_renames_in_place() {
        stage.press(SWT.F2);
        stage.type("Water the roses");
        stage.press(SWT.CR);
        shows("Water the roses", "Renew the passport");
    }

    @Test
    void escape_leaves_a_cell_as_it_was() {
        stage.press(SWT.F2);
        stage.type("x");
        stage.press(SWT.ESC);
        shows("Water the plants", "Renew the passport");
        assertEquals("Water the plants", todo(2).title());
    }

    @Test
    void the_due_cell_understands_words() {
        table.setSelection(1);
        stage.press(SWT.F2);
        stage.press(SWT.TAB);
        stage.type("tomorrow at 9");
        stage.press(SWT.CR);
        stage.await("due day", () -> LocalDate.of(2026, 11, 22).equals(todo(1).due()));
    }

    @Test
    void what_is_being_typed_survives_a_change_from_elsewhere() {
        stage.press(SWT.F2);
        stage.type("Roses");
        todos.given(4, "Call home", "due", "2026-11-21");
        todos.tell(FakeTodos.id(4));
        stage.pump(Duration.ofMillis(200));
        stage.press(SWT.CR);
        shows("Call home", "Roses", "Renew the passport");
    }

    @Test
    void a_line_adds_and_the_new_row_is_selected() {
        field("Add").setFocus();
        stage.type("Lunch with Anna tomorrow, high priority");
        stage.press(SWT.CR);
        shows("Lunch with Anna", "Water the plants", "Renew the passport");
        assertEquals("Lunch with Anna", table.getSelection()[0].getText());
        Todo added = todos.items.values().stream()
                .map(item -> item.todo())
                .filter(todo -> todo.title().equals("Lunch with Anna"))
                .findFirst()
                .orElseThrow();
        assertEquals(Priority.HIGH, added.priority());
        assertEquals(LocalDate.of(2026, 11, 22), added.due());
    }

    @Test
    void words_filter_and_the_selection_stays() {
        table.setSelection(1);
        field("Filter").setFocus();
        stage.type("pass");
        shows("Renew the passport");
        assertEquals("Renew the passport", table.getSelection()[0].getText());
        stage.press(SWT.ESC);
        shows("Water the plants", "Renew the passport");
        assertEquals("Renew the passport", table.getSelection()[0].getText());
    }

    @Test
    void a_description_is_kept_when_the_field_is_left() {
        Text description = stage.find(Text.class, text -> (text.getStyle() & SWT.MULTI) != 0);
        description.setFocus();
        stage.type("Only a little");
        table.setFocus();
        stage.await("description", () -> todo(2).description().equals("Only a little"));
    }
}
