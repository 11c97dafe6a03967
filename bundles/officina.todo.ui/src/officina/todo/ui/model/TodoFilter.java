// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.engine.TodoItem;

/**
 * Which to-dos the table shows.
 *
 * @param text words that must all occur in title, description or people; case and accents do not count
 */
public record TodoFilter(Quick quick, String text) {

    /** What is shown at first. */
    public static final TodoFilter START = new TodoFilter(Quick.OPEN, "");

    /** The filters that one click sets. */
    public enum Quick {
        OPEN,
        TODAY,
        OVERDUE,
        DONE,
        ALL;

        /** Whether the to-do belongs here at that moment of the person's day. */
        public boolean accepts(Todo todo, LocalDateTime now) {
            return switch (this) {
                case OPEN -> isOpen(todo);
                case TODAY -> isOpen(todo) && now.toLocalDate().equals(todo.due());
                case OVERDUE -> overdue(todo, now);
                case DONE -> !isOpen(todo);
                case ALL -> true;
            };
        }
    }

    public TodoFilter withQuick(Quick other) {
        return new TodoFilter(other, text);
    }

    public TodoFilter withText(String other) {
        return new TodoFilter(quick, other);
    }

    /** The test at that moment of the person's day. */
    public Predicate<TodoItem> at(LocalDateTime now) {
        List<String> words = Folding.words(text);
        return item -> quick.accepts(item.todo(), now) && (words.isEmpty() || holds(item.todo(), words));
    }

    /** Whether it is still open although its day, or its time on that day, has passed. */
    public static boolean overdue(Todo todo, LocalDateTime now) {
        LocalDate due = todo.due();
        if (due == null || !isOpen(todo)) {
            return false;
        }
        LocalDate today = now.toLocalDate();
        return due.isBefore(today)
                || (due.equals(today)
                        && todo.dueTime() != null
                        && todo.dueTime().isBefore(now.toLocalTime()));
    }

    private static boolean isOpen(Todo todo) {
        return todo.status() == TodoStatus.OPEN;
    }

    private static boolean holds(Todo todo, List<String> words) {
        String searched =
                Folding.fold(todo.title() + "\n" + todo.description() + "\n" + String.join("\n", todo.people()));
        return words.stream().allMatch(searched::contains);
    }
}
