// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import officina.api.id.RecordId;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Now is Wednesday 18 November 2026, 10:15. */
class WeekPlanTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final LocalDateTime NOW = TODAY.atTime(10, 15);

    private final List<TodoEntry> entries = new ArrayList<>();

    @Test
    void what_is_due_stays_on_its_day_and_what_is_overdue_comes_first() {
        has("late", TODAY.minusDays(4), null, Priority.LOW);
        has("today", TODAY, null, Priority.MEDIUM);
        has("timed", TODAY, LocalTime.of(16, 0), Priority.LOW);
        has("friday", TODAY.plusDays(2), null, Priority.URGENT);
        has("in december", LocalDate.of(2026, 12, 12), null, Priority.URGENT);

        assertEquals("18: timed, today, late+ | 20: friday | later: in december", plan(6));
    }

    @Test
    void what_has_no_day_fills_calm_working_days_before_the_weekend() {
        for (int at = 1; at <= 7; at++) {
            has("any " + at, null, null, Priority.MEDIUM);
        }
        has("soon", null, null, Priority.HIGH);
        has("thursday", TODAY.plusDays(1), null, Priority.MEDIUM);

        assertEquals(
                "18: soon+, any 4+ | 19: any 5+, thursday | 20: any 1+, any 6+ | 23: any 2+, any 7+ | 24: any 3+",
                plan(6));
    }

    @Test
    void a_full_week_says_for_what_there_is_no_room() {
        for (int at = 10; at < 20; at++) {
            has("late " + at, TODAY.minusDays(30 - at), null, Priority.MEDIUM);
        }
        for (int at = 10; at < 14; at++) {
            has("any " + at, null, null, Priority.MEDIUM);
        }

        assertEquals(
                "18: late 10+, late 11+, late 12+, late 13+, late 14+ | 19: late 15+, late 16+, late 17+, late 18+, late 19+"
                        + " | 20: any 10+, any 11+, any 12+ | no room: any 13",
                plan(2));
    }

    @Test
    void what_is_done_is_not_planned_and_what_has_passed_today_stays_there() {
        has("passed", TODAY, LocalTime.of(9, 0), Priority.MEDIUM);
        entries.add(entry("done", TODAY, null, Priority.URGENT, TodoStatus.DONE));

        assertEquals("18: passed", plan(6));
    }

    private void has(String title, @Nullable LocalDate due, @Nullable LocalTime time, Priority priority) {
        entries.add(entry(title, due, time, priority, TodoStatus.OPEN));
    }

    private TodoEntry entry(
            String title, @Nullable LocalDate due, @Nullable LocalTime time, Priority priority, TodoStatus status) {
        RecordId id = new RecordId(new UUID(0, entries.size()));
        Todo todo = new Todo(id, title, "", priority, status, due, time, List.of(), null);
        return new TodoEntry(id, todo, Instant.EPOCH.plusSeconds(entries.size()));
    }

    private String plan(int days) {
        WeekPlan plan = WeekPlan.of(entries, NOW, TODAY, TODAY.plusDays(days));
        String said = plan.days().stream()
                .filter(day -> !day.items().isEmpty())
                .map(day -> day.date().getDayOfMonth() + ": "
                        + day.items().stream()
                                .map(item -> item.entry().todo().title() + (item.fresh() ? "+" : ""))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
        return said + titles(" | later: ", plan.later()) + titles(" | no room: ", plan.unplaced());
    }

    private static String titles(String head, List<TodoEntry> entries) {
        return entries.isEmpty()
                ? ""
                : head + entries.stream().map(entry -> entry.todo().title()).collect(Collectors.joining(", "));
    }
}
