// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import officina.api.id.RecordId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/** Makes to-dos of the rows of tables that other programs keep tasks in. What does not look like one is none. */
final class ForeignTodos {

    private static final Set<String> TABLES = Set.of("task", "tasks", "todo", "todos");
    private static final Set<String> DONE = Set.of("done", "completed", "complete", "closed");
    private static final int DAY = 10;

    private ForeignTodos() {}

    static Optional<Todo> of(String table, JsonObject row, RecordId project) {
        String title = text(row, "title", "name");
        // a table of a schema has its name after a dot
        String alone = table.substring(table.lastIndexOf('.') + 1);
        if (!TABLES.contains(alone.toLowerCase(Locale.ROOT))
                || title == null
                || title.isBlank()
                || title.strip().length() > Todo.MAX_TITLE) {
            return Optional.empty();
        }
        String description = text(row, "description", "notes", "note");
        boolean tooLong = description != null && description.length() > Todo.MAX_DESCRIPTION;
        return Optional.of(new Todo(
                project,
                title,
                description == null || tooLong ? "" : description,
                priority(text(row, "priority")),
                isDone(row) ? TodoStatus.DONE : TodoStatus.OPEN,
                day(text(row, "due", "due_date", "dueDate", "deadline")),
                null,
                List.of(),
                null));
    }

    private static boolean isDone(JsonObject row) {
        String status = text(row, "status", "state");
        if (status != null && DONE.contains(status.toLowerCase(Locale.ROOT))) {
            return true;
        }
        for (String name : List.of("done", "completed", "is_done", "is_completed")) {
            JsonValue value = value(row, name);
            if (value instanceof JsonBoolean(boolean set) && set
                    || value instanceof JsonNumber number && number.value().signum() != 0) {
                return true;
            }
        }
        return false;
    }

    private static Priority priority(@Nullable String text) {
        for (Priority each : Priority.values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        return Priority.MEDIUM;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.length() < DAY ? null : LocalDate.parse(text.substring(0, DAY));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonObject row, String... names) {
        for (String name : names) {
            if (value(row, name) instanceof JsonText(String text)) {
                return text;
            }
        }
        return null;
    }

    /** H2 has its names in capitals. */
    private static @Nullable JsonValue value(JsonObject row, String name) {
        return row.members().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
