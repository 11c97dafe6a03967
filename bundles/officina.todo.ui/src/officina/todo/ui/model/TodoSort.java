// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.text.Collator;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Locale;
import officina.api.record.Todo;
import officina.engine.TodoItem;
import org.jspecify.annotations.Nullable;

/** In which order the table shows to-dos. */
public record TodoSort(Column column, boolean ascending) {

    /** What is due first stands first. */
    public static final TodoSort START = new TodoSort(Column.DUE, true);

    /** The columns of the table, in the order in which they stand. */
    public enum Column {
        TITLE,
        DUE,
        PRIORITY,
        PEOPLE
    }

    /** The order after a click on a column's header: the other direction, or that column's usual one. */
    public TodoSort clicked(Column clicked) {
        return clicked == column ? new TodoSort(column, !ascending) : new TodoSort(clicked, clicked != Column.PRIORITY);
    }

    /**
     * The comparison; total, so that equal rows never change places. To-dos without a due day, or without people, come
     * last in either direction: there is nothing to sort them by.
     */
    public Comparator<TodoItem> comparator(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        Comparator<TodoItem> byTitle = Comparator.comparing(item -> item.todo().title(), collator);
        Comparator<TodoItem> byPriority =
                Comparator.comparing((TodoItem item) -> item.todo().priority());
        Comparator<TodoItem> byDue = nullsLast(TodoSort::due, Comparator.naturalOrder(), true);
        Comparator<TodoItem> chosen =
                switch (column) {
                    case TITLE -> directed(byTitle);
                    case PRIORITY -> directed(byPriority);
                    case DUE -> nullsLast(TodoSort::due, Comparator.naturalOrder(), ascending);
                    case PEOPLE -> nullsLast(TodoSort::people, collator::compare, ascending);
                };
        return chosen.thenComparing(byDue)
                .thenComparing(byPriority.reversed())
                .thenComparing(byTitle)
                .thenComparing(TodoItem::id);
    }

    private Comparator<TodoItem> directed(Comparator<TodoItem> order) {
        return ascending ? order : order.reversed();
    }

    private static <T> Comparator<TodoItem> nullsLast(Key<T> key, Comparator<T> order, boolean ascending) {
        Comparator<T> directed = ascending ? order : order.reversed();
        return (one, other) -> {
            T left = key.of(one);
            T right = key.of(other);
            return left == null || right == null
                    ? Boolean.compare(left == null, right == null)
                    : directed.compare(left, right);
        };
    }

    /** A day without a time counts as its end: what has a time comes before what has the whole day. */
    private static @Nullable LocalDateTime due(TodoItem item) {
        Todo todo = item.todo();
        if (todo.due() == null) {
            return null;
        }
        return todo.due().atTime(todo.dueTime() == null ? LocalTime.MAX : todo.dueTime());
    }

    private static @Nullable String people(TodoItem item) {
        return item.todo().people().isEmpty()
                ? null
                : String.join(", ", item.todo().people());
    }

    /** What a to-do is sorted by; {@code null} where it has nothing of the kind. */
    private interface Key<T> {
        @Nullable
        T of(TodoItem item);
    }
}
