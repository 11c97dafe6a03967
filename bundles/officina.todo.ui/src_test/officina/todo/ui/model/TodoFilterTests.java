// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import officina.engine.TodoItem;
import officina.todo.ui.model.TodoFilter.Quick;
import org.junit.jupiter.api.Test;

class TodoFilterTests {

    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-21T12:00");

    private final FakeTodos todos = new FakeTodos();
    private final TodoItem late = todos.given(10, "Late", "due", "2026-11-20");
    private final TodoItem morning = todos.given(11, "Morning", "due", "2026-11-21", "dueTime", "09:00");
    private final TodoItem evening = todos.given(12, "Evening", "due", "2026-11-21", "dueTime", "18:00");
    private final TodoItem allDay = todos.given(13, "All day", "due", "2026-11-21");
    private final TodoItem someday = todos.given(14, "Someday");
    private final TodoItem done = todos.given(15, "Done", "due", "2026-11-20", "status", "done");

    private List<String> shown(TodoFilter filter) {
        return Stream.of(late, morning, evening, allDay, someday, done)
                .filter(filter.at(NOON))
                .map(item -> item.todo().title())
                .toList();
    }

    private List<String> shown(Quick quick) {
        return shown(TodoFilter.START.withQuick(quick));
    }

    @Test
    void open_shows_what_is_not_done() {
        assertEquals(List.of("Late", "Morning", "Evening", "All day", "Someday"), shown(Quick.OPEN));
    }

    @Test
    void today_shows_what_is_open_and_due_this_day() {
        assertEquals(List.of("Morning", "Evening", "All day"), shown(Quick.TODAY));
    }

    @Test
    void overdue_shows_past_days_and_past_times_of_today() {
        assertEquals(List.of("Late", "Morning"), shown(Quick.OVERDUE));
    }

    @Test
    void done_shows_what_is_done() {
        assertEquals(List.of("Done"), shown(Quick.DONE));
    }

    @Test
    void all_shows_everything() {
        assertEquals(6, shown(Quick.ALL).size());
    }

    @Test
    void what_is_done_is_never_overdue() {
        assertFalse(TodoFilter.overdue(done.todo(), NOON));
    }

    @Test
    void every_word_must_occur_somewhere_whatever_its_case_and_accents() {
        TodoItem item =
                todos.given(20, "Café reservieren", "description", "for two, by the window", "people", List.of("Zoë"));
        assertTrue(TodoFilter.START.withText("WINDOW cafe zoe").at(NOON).test(item));
        assertFalse(TodoFilter.START.withText("cafe door").at(NOON).test(item));
    }

    @Test
    void blanks_alone_do_not_restrict() {
        assertEquals(5, shown(TodoFilter.START.withText("   ")).size());
    }
}
