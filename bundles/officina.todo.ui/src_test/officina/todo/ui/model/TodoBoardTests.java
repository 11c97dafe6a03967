// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.language.LanguageContext;
import officina.api.record.Priority;
import officina.engine.TodoItem;
import officina.engine.Todos.NewTodo;
import officina.todo.ui.model.TodoBoard.Notice;
import officina.todo.ui.model.TodoFilter.Quick;
import org.junit.jupiter.api.Test;

class TodoBoardTests {

    private static final class Recorder implements TodoBoard.Listener {
        final List<TodoBoard.View> views = new ArrayList<>();
        final List<RecordId> chosen = new ArrayList<>();
        int widened;
        final List<Notice> notices = new ArrayList<>();
        final List<FailureException> failures = new ArrayList<>();

        @Override
        public void shown(TodoBoard.View view) {
            views.add(view);
        }

        @Override
        public void chosen(RecordId todo) {
            chosen.add(todo);
        }

        @Override
        public void widened() {
            widened++;
        }

        @Override
        public void told(Notice notice) {
            notices.add(notice);
        }

        @Override
        public void failed(FailureException failure) {
            failures.add(failure);
        }

        TodoBoard.View view() {
            return views.getLast();
        }

        List<String> titles() {
            return view().table().rows().stream().map(row -> row.todo().title()).toList();
        }
    }

    private final FakeTodos todos = new FakeTodos();
    private final FakeRuns runs = new FakeRuns(todos);
    private final Recorder shown = new Recorder();
    private final TodoItem passport = todos.given(10, "Passport", "due", "2026-12-12");
    private final TodoItem milk = todos.given(11, "Milk", "due", "2026-11-21");
    private final TodoBoard board = new TodoBoard(
            todos,
            runs,
            () -> new LanguageContext(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC, Locale.ENGLISH),
            Runnable::run,
            shown);

    private static NewTodo todo(String title) {
        return new NewTodo(null, title, "", Priority.MEDIUM, null, null, List.of());
    }

    @Test
    void it_shows_open_to_dos_by_due_day_at_first() {
        board.start();
        assertEquals(List.of("Milk", "Passport"), shown.titles());
        assertEquals(
                Map.of(Quick.OPEN, 2, Quick.TODAY, 1, Quick.OVERDUE, 0, Quick.DONE, 0, Quick.ALL, 2),
                shown.view().table().counts());
    }

    @Test
    void it_says_when_to_dos_cannot_be_read_and_loads_again() {
        todos.failing = FakeTodos.failure();
        board.start();
        assertEquals("journal.io", shown.failures.getFirst().failure().code());
        todos.failing = null;
        board.reload();
        assertEquals(2, shown.titles().size());
    }

    @Test
    void a_change_by_somebody_else_is_shown() {
        board.start();
        todos.given(12, "Bread", "due", "2026-11-01");
        todos.tell(FakeTodos.id(12));
        assertEquals(List.of("Bread", "Milk", "Passport"), shown.titles());
        assertEquals(1, todos.lists);
    }

    @Test
    void many_changes_at_once_are_read_in_one_go() {
        List<Runnable> queue = new ArrayList<>();
        TodoBoard busy = new TodoBoard(
                todos,
                runs,
                () -> new LanguageContext(Instant.EPOCH, ZoneOffset.UTC, Locale.ENGLISH),
                queue::add,
                shown);
        busy.start();
        queue.removeFirst().run();
        for (int i = 0; i < 200; i++) {
            todos.given(100 + i, "Imported " + i);
            todos.tell(FakeTodos.id(100 + i));
        }
        assertEquals(1, queue.size());
        queue.removeFirst().run();
        assertEquals(202, shown.titles().size());
        assertEquals(2, todos.lists);
    }

    @Test
    void what_is_added_is_chosen_and_can_be_taken_back() {
        board.start();
        List<Boolean> done = new ArrayList<>();
        board.add(todo("Bread"), done::add);
        assertEquals(List.of(true), done);
        assertEquals(List.of("Milk", "Passport", "Bread"), shown.titles());
        assertEquals(shown.view().table().rows().getLast().id(), shown.chosen.getLast());
        assertEquals(new Notice(Notice.Kind.DONE, "Added “Bread”", true), shown.notices.getLast());
        board.undo();
        assertEquals(List.of("Milk", "Passport"), shown.titles());
        board.redo();
        assertEquals(List.of("Milk", "Passport", "Bread"), shown.titles());
    }

    @Test
    void who_adds_hears_that_it_failed_and_nothing_once_the_view_is_closed() {
        board.start();
        List<Boolean> done = new ArrayList<>();
        todos.failing = Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", null);
        board.add(todo("Bread"), done::add);
        assertEquals(List.of(false), done);
        assertEquals(Notice.Kind.PROBLEM, shown.notices.getLast().kind());
        board.close();
        board.add(todo("Bread"), done::add);
        assertEquals(List.of(false), done);
    }

    @Test
    void what_is_added_never_vanishes_behind_the_filter() {
        board.start();
        board.filter(new TodoFilter(Quick.OVERDUE, "milk"));
        board.add(todo("Bread"), _ -> {});
        assertTrue(shown.titles().contains("Bread"));
        assertEquals(TodoFilter.START, shown.view().table().filter());
        assertEquals(1, shown.widened);
    }

    @Test
    void completing_several_is_one_step_to_take_back() {
        board.start();
        board.complete(List.of(passport, milk));
        assertEquals(List.of(), shown.titles());
        assertEquals("Completed 2 to-dos", shown.notices.getLast().text());
        board.undo();
        assertEquals(List.of("Milk", "Passport"), shown.titles());
        assertEquals("Undone: Completed 2 to-dos", shown.notices.getLast().text());
    }

    @Test
    void fields_change_in_place() {
        board.start();
        board.update(milk, JsonObject.EMPTY.with("title", "Oat milk"));
        assertEquals(List.of("Oat milk", "Passport"), shown.titles());
    }

    @Test
    void a_refused_change_is_told_and_nothing_is_to_be_undone() {
        board.start();
        todos.failing = FakeTodos.failure();
        board.delete(List.of(milk));
        assertEquals(
                new Notice(Notice.Kind.PROBLEM, "The disk is full. Free some space.", false), shown.notices.getLast());
        assertEquals(UndoStack.EMPTY, shown.view().undo());
    }

    @Test
    void what_cannot_be_taken_back_is_told_and_forgotten() {
        board.start();
        board.delete(List.of(milk));
        runs.refusing = Failure.of("undo.nothing", ErrorKind.USER, "Nothing can be taken back.", null);
        board.undo();
        assertEquals("Nothing can be taken back.", shown.notices.getLast().text());
        assertEquals(UndoStack.EMPTY, shown.view().undo());
    }

    @Test
    void after_closing_nothing_is_shown_any_more() {
        board.start();
        int before = shown.views.size();
        board.close();
        todos.tell(milk.id());
        board.refresh();
        assertEquals(before, shown.views.size());
        assertEquals(List.of(), todos.listeners);
    }
}
