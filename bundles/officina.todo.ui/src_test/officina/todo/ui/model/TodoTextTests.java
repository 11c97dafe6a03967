// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import officina.api.record.Priority;
import officina.engine.Todos.NewTodo;
import officina.ui.base.Dates;
import org.junit.jupiter.api.Test;

class TodoTextTests {

    private final FakeTodos todos = new FakeTodos();
    private final TodoText words =
            new TodoText(new Dates(() -> Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC, Locale.UK));

    private String due(Object... fields) {
        return words.due(todos.given(1, "A to-do", fields).todo());
    }

    @Test
    void a_due_day_is_told_as_people_say_it() {
        assertEquals("", due());
        assertEquals("Today", due("due", "2026-11-21"));
        assertEquals("Tomorrow 09:00", due("due", "2026-11-22", "dueTime", "09:00"));
        assertEquals("Wednesday", due("due", "2026-11-25"));
        assertEquals("12 Dec", due("due", "2026-12-12"));
    }

    @Test
    void overdue_stands_in_words_not_in_colour_alone() {
        assertEquals("Yesterday · overdue", due("due", "2026-11-20"));
        assertEquals("Today 09:00 · overdue", due("due", "2026-11-21", "dueTime", "09:00"));
        assertEquals("Yesterday", due("due", "2026-11-20", "status", "done"));
    }

    @Test
    void what_is_edited_can_be_read_back() {
        assertEquals(
                "12 Dec 2026",
                words.dueToEdit(todos.given(1, "A", "due", "2026-12-12").todo()));
        assertEquals(
                "12 Dec 2026 09:30",
                words.dueToEdit(todos.given(1, "A", "due", "2026-12-12", "dueTime", "09:30")
                        .todo()));
    }

    @Test
    void what_was_understood_of_a_line_is_told_without_its_title() {
        assertEquals(
                "Due Tomorrow 09:00  ·  High priority  ·  With Anna",
                words.understood(new NewTodo(
                        null,
                        "Lunch with Anna",
                        "",
                        Priority.HIGH,
                        LocalDate.of(2026, 11, 22),
                        LocalTime.of(9, 0),
                        List.of("Anna"))));
    }
}
