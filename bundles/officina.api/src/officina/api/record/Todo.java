// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A to-do: record kind {@code todo}.
 *
 * @param project the project it belongs to
 * @param due the day it is due, in the user's time zone
 * @param dueTime the time on that day; only with a day
 * @param people who is involved, as written
 * @param completedAt when it was done; only when done
 */
public record Todo(
        RecordId project,
        String title,
        String description,
        Priority priority,
        TodoStatus status,
        @Nullable LocalDate due,
        @Nullable LocalTime dueTime,
        List<String> people,
        @Nullable Instant completedAt) {

    /** Longest title, in characters. */
    public static final int MAX_TITLE = 500;

    /** Longest description, in characters. */
    public static final int MAX_DESCRIPTION = 100_000;

    public Todo {
        people = List.copyOf(people);
        title = title.strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw new IllegalArgumentException("a to-do has a title of 1 to " + MAX_TITLE + " characters");
        }
        if (description.length() > MAX_DESCRIPTION) {
            throw new IllegalArgumentException("a description has at most " + MAX_DESCRIPTION + " characters");
        }
        if (dueTime != null && due == null) {
            throw new IllegalArgumentException("a time needs a day");
        }
    }

    /** Reads the fields of a record; throws {@link IllegalArgumentException} naming the field that is wrong. */
    public static Todo from(JsonObject fields) {
        return new Todo(
                Fields.id(fields, "project"),
                fields.requireText("title"),
                Fields.text(fields, "description"),
                Fields.constant(fields, "priority", Priority.class, Priority.MEDIUM),
                Fields.constant(fields, "status", TodoStatus.class, TodoStatus.OPEN),
                Fields.date(fields, "due"),
                Fields.time(fields, "dueTime"),
                fields.texts("people"),
                Fields.instant(fields, "completedAt"));
    }

    /** The fields of the record. What is not set is absent. */
    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("project", project)
                .with("title", title)
                .with("description", description)
                .with("priority", priority)
                .with("status", status)
                .withPresent("due", due)
                .withPresent("dueTime", dueTime)
                .with("people", people)
                .withPresent("completedAt", completedAt);
    }
}
