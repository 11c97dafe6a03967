// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.Priority;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/** To-dos as the person works on them directly; each change is a small run that {@link Runs#undo} takes back. */
public interface Todos {

    List<TodoItem> list(TodoQuery query);

    Optional<TodoItem> find(RecordId todo);

    /** {@code record.invalid} says which field is wrong. */
    TodoChange add(NewTodo todo);

    /** Sets fields by their names in {@link officina.api.record.Todo}; {@code JsonNull} clears one. */
    TodoChange update(RecordId todo, JsonObject changes);

    TodoChange complete(RecordId todo);

    TodoChange reopen(RecordId todo);

    TodoChange delete(RecordId todo);

    /** Calls the listener, on a thread of its own, after to-dos have changed, whoever changed them. */
    Subscription onChange(Consumer<RecordId> listener);

    /** A to-do to add; the project {@code null} for the default one. */
    record NewTodo(
            @Nullable RecordId project,
            String title,
            String description,
            Priority priority,
            @Nullable LocalDate due,
            @Nullable LocalTime dueTime,
            List<String> people) {}

    /** Which to-dos are wanted: by due day, then priority. What is {@code null} does not restrict. */
    record TodoQuery(
            @Nullable RecordId project,
            @Nullable TodoStatus status,
            @Nullable Priority priority,
            @Nullable LocalDate dueUntil,
            @Nullable String text,
            int limit) {
        public static final TodoQuery ALL = new TodoQuery(null, null, null, null, null, 10_000);
    }

    /** The record after the change (as it was, when deleted) and the run that changed it. */
    record TodoChange(TodoItem todo, RunRef run) {}
}
