// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import officina.api.id.RecordId;
import officina.engine.TodoItem;

/**
 * What the table shows now: the to-dos that pass the filter, in order.
 *
 * @param counts how many to-dos each quick filter would show, were there no text
 * @param total how many to-dos there are at all
 */
public record TodoTable(
        TodoFilter filter, TodoSort sort, List<TodoItem> rows, Map<TodoFilter.Quick, Integer> counts, int total) {

    /** Nothing loaded yet. */
    public static final TodoTable EMPTY = new TodoTable(TodoFilter.START, TodoSort.START, List.of(), Map.of(), 0);

    /** Filters and sorts; a few milliseconds for ten thousand, so not for the user interface's thread. */
    public static TodoTable of(
            Collection<TodoItem> all, TodoFilter filter, TodoSort sort, LocalDateTime now, Locale locale) {
        List<TodoItem> rows = all.stream()
                .filter(filter.at(now))
                .sorted(sort.comparator(locale))
                .toList();
        Map<TodoFilter.Quick, Integer> counts = new EnumMap<>(TodoFilter.Quick.class);
        for (TodoFilter.Quick quick : TodoFilter.Quick.values()) {
            counts.put(quick, (int)
                    all.stream().filter(item -> quick.accepts(item.todo(), now)).count());
        }
        return new TodoTable(filter, sort, rows, Map.copyOf(counts), all.size());
    }

    /** How many to-dos that quick filter would show. */
    public int count(TodoFilter.Quick quick) {
        return counts.getOrDefault(quick, 0);
    }

    /** The row of the to-do; -1 where it is not shown. */
    public int indexOf(RecordId todo) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(todo)) {
                return i;
            }
        }
        return -1;
    }
}
