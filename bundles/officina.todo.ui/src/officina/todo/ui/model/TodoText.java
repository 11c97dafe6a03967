// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.engine.Todos.NewTodo;
import officina.ui.base.Dates;
import org.jspecify.annotations.Nullable;

/** To-dos in words. */
public final class TodoText {

    private final Dates dates;

    public TodoText(Dates dates) {
        this.dates = dates;
    }

    /** When it is due, as a cell shows it: "Tomorrow 09:00", "12 Nov · overdue"; empty where it has no day. */
    public String due(Todo todo) {
        String when = when(todo.due(), todo.dueTime());
        return overdue(todo) ? Words.OVERDUE_SINCE.text(when) : when;
    }

    public boolean overdue(Todo todo) {
        return TodoFilter.overdue(todo, LocalDateTime.ofInstant(dates.now(), dates.zone()));
    }

    /** The day in full, for a tooltip; empty where there is none. */
    public String dueInFull(Todo todo) {
        if (todo.due() == null) {
            return "";
        }
        String day = dates.full(todo.due());
        return todo.dueTime() == null ? day : day + ", " + dates.time(todo.dueTime());
    }

    /** The due day as it is edited: a date, with the time where there is one. */
    public String dueToEdit(Todo todo) {
        if (todo.due() == null) {
            return "";
        }
        return dates.typed(todo.due(), todo.dueTime());
    }

    public static String priority(Priority priority) {
        return switch (priority) {
            case LOW -> Words.PRIORITY_LOW.text();
            case MEDIUM -> Words.PRIORITY_MEDIUM.text();
            case HIGH -> Words.PRIORITY_HIGH.text();
            case URGENT -> Words.PRIORITY_URGENT.text();
        };
    }

    public static String quick(TodoFilter.Quick quick) {
        return switch (quick) {
            case OPEN -> Words.QUICK_OPEN.text();
            case TODAY -> Words.QUICK_TODAY.text();
            case OVERDUE -> Words.QUICK_OVERDUE.text();
            case DONE -> Words.QUICK_DONE.text();
            case ALL -> Words.QUICK_ALL.text();
        };
    }

    /** What was understood of a line that is being typed, beside its title: "Due tomorrow 09:00, high priority". */
    public String understood(NewTodo todo) {
        List<String> parts = new ArrayList<>();
        if (todo.due() != null) {
            parts.add(Words.UNDERSTOOD_DUE.text(when(todo.due(), todo.dueTime())));
        }
        if (todo.priority() != Priority.MEDIUM) {
            parts.add(Words.UNDERSTOOD_PRIORITY.text(priority(todo.priority())));
        }
        if (!todo.people().isEmpty()) {
            parts.add(Words.UNDERSTOOD_PEOPLE.text(String.join(", ", todo.people())));
        }
        return String.join("  ·  ", parts);
    }

    private String when(@Nullable LocalDate day, @Nullable LocalTime time) {
        if (day == null) {
            return "";
        }
        return time == null ? dates.day(day) : dates.day(day) + " " + dates.time(time);
    }
}
