// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TodoRankingTests {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-18T10:15");

    private final List<TodoEntry> ranked = List.of(
            entry("Urgent and late", "2026-11-15", null, Priority.URGENT, TodoStatus.OPEN),
            entry("Urgent today", "2026-11-18", null, Priority.URGENT, TodoStatus.OPEN),
            entry("Late", "2026-11-17", null, Priority.MEDIUM, TodoStatus.OPEN),
            entry("Passed this morning", "2026-11-18", LocalTime.of(9, 0), Priority.MEDIUM, TodoStatus.OPEN),
            entry("Today", "2026-11-18", null, Priority.MEDIUM, TodoStatus.OPEN),
            entry("Tomorrow", "2026-11-19", null, Priority.MEDIUM, TodoStatus.OPEN),
            entry("Urgent some day", null, null, Priority.URGENT, TodoStatus.OPEN),
            entry("In three days", "2026-11-21", null, Priority.MEDIUM, TodoStatus.OPEN),
            entry("Matters", null, null, Priority.HIGH, TodoStatus.OPEN),
            entry("Next month", "2026-12-18", null, Priority.MEDIUM, TodoStatus.OPEN),
            entry("Some day", null, null, Priority.MEDIUM, TodoStatus.OPEN),
            entry("If ever", null, null, Priority.LOW, TodoStatus.OPEN));

    @Test
    void late_comes_first_then_day_and_priority() {
        List<TodoEntry> shuffled = new ArrayList<>(ranked);
        shuffled.add(entry("Done", "2026-11-15", null, Priority.URGENT, TodoStatus.DONE));
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(
                List.of(
                        "Urgent and late: overdue by 3 days, urgent",
                        "Urgent today: due today, urgent",
                        "Late: overdue by a day",
                        "Passed this morning: its time today has passed",
                        "Today: due today",
                        "Tomorrow: due tomorrow",
                        "Urgent some day: urgent",
                        "In three days: due in 3 days",
                        "Matters: high priority",
                        "Next month: no hurry",
                        "Some day: no date",
                        "If ever: low priority"),
                TodoRanking.rank(shuffled, NOW).stream()
                        .map(each -> each.entry().todo().title() + ": " + each.reason())
                        .toList());
    }

    private static TodoEntry entry(
            String title, @Nullable String due, @Nullable LocalTime time, Priority priority, TodoStatus status) {
        LocalDate day = due == null ? null : LocalDate.parse(due);
        RecordId id = new RecordId(UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new TodoEntry(id, new Todo(id, title, "", priority, status, day, time, List.of(), null), Instant.EPOCH);
    }
}
