// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import officina.engine.TodoItem;
import officina.todo.ui.model.TodoSort.Column;
import org.junit.jupiter.api.Test;

class TodoSortTests {

    private final FakeTodos todos = new FakeTodos();
    private final TodoItem a = todos.given(10, "éclair", "due", "2026-12-02", "priority", "low");
    private final TodoItem b = todos.given(11, "Apple", "due", "2026-12-01", "priority", "urgent");
    private final TodoItem c = todos.given(12, "zebra", "priority", "high", "people", List.of("Anna"));
    private final TodoItem d = todos.given(13, "Fig", "due", "2026-12-01", "dueTime", "08:00");

    private List<String> sorted(TodoSort sort) {
        return Stream.of(a, b, c, d)
                .sorted(sort.comparator(Locale.ENGLISH))
                .map(item -> item.todo().title())
                .toList();
    }

    @Test
    void what_is_due_first_comes_first_and_a_time_before_the_whole_day() {
        assertEquals(List.of("Fig", "Apple", "éclair", "zebra"), sorted(TodoSort.START));
    }

    @Test
    void what_has_no_day_comes_last_in_the_other_direction_too() {
        assertEquals(List.of("éclair", "Apple", "Fig", "zebra"), sorted(new TodoSort(Column.DUE, false)));
    }

    @Test
    void titles_are_compared_as_the_language_does() {
        assertEquals(List.of("Apple", "éclair", "Fig", "zebra"), sorted(new TodoSort(Column.TITLE, true)));
    }

    @Test
    void priorities_start_with_the_most_urgent() {
        TodoSort sort = TodoSort.START.clicked(Column.PRIORITY);
        assertEquals(new TodoSort(Column.PRIORITY, false), sort);
        assertEquals(List.of("Apple", "zebra", "Fig", "éclair"), sorted(sort));
    }

    @Test
    void people_come_before_nobody() {
        assertEquals("zebra", sorted(new TodoSort(Column.PEOPLE, true)).getFirst());
        assertEquals("zebra", sorted(new TodoSort(Column.PEOPLE, false)).getFirst());
    }

    @Test
    void a_second_click_turns_the_order_around() {
        assertEquals(
                new TodoSort(Column.TITLE, false),
                TodoSort.START.clicked(Column.TITLE).clicked(Column.TITLE));
    }

    @Test
    void equal_rows_keep_a_fixed_order() {
        TodoItem one = todos.given(20, "Same");
        TodoItem two = todos.given(21, "Same");
        assertEquals(
                List.of(one, two),
                Stream.of(two, one)
                        .sorted(TodoSort.START.comparator(Locale.ENGLISH))
                        .toList());
    }
}
