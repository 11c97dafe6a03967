// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;

/** A to-do with the id of its record. */
public record TodoEntry(RecordId id, Todo todo, Instant createdAt) {

    /** By day and time, then what matters more, then by title; what has no day last. */
    public static final Comparator<TodoEntry> BY_DAY = Comparator.comparing((TodoEntry entry) ->
                    entry.todo().due() == null ? LocalDate.MAX : entry.todo().due())
            .thenComparing(entry -> entry.todo().dueTime() == null
                    ? LocalTime.MAX
                    : entry.todo().dueTime())
            .thenComparing(entry -> entry.todo().priority(), Comparator.reverseOrder())
            .thenComparing(entry -> entry.todo().title());

    /** Reads a record; {@link IllegalArgumentException} where its fields are no to-do. */
    public static TodoEntry from(DataRecord record) {
        return new TodoEntry(record.id(), Todo.from(record.fields()), record.createdAt());
    }

    /** All to-dos of the person, last changed first. One that cannot be read is passed over: it cannot be spoken of. */
    public static List<TodoEntry> all(RecordAccess records) {
        List<TodoEntry> entries = new ArrayList<>();
        for (DataRecord record : records.list(RecordQuery.all(RecordKind.TODO))) {
            try {
                entries.add(from(record));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        return entries;
    }

    public boolean isDone() {
        return todo.status() == TodoStatus.DONE;
    }

    /** Whether it is open and its day, or its time today, has passed. */
    public boolean isOverdue(LocalDateTime now) {
        LocalDate due = todo.due();
        if (isDone() || due == null) {
            return false;
        }
        boolean timePassed = due.equals(now.toLocalDate())
                && todo.dueTime() != null
                && todo.dueTime().isBefore(now.toLocalTime());
        return due.isBefore(now.toLocalDate()) || timePassed;
    }
}
