// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import officina.api.record.Priority;

/** In which order to do things: what is overdue first, then by day and priority; with the reason for each. */
public final class TodoRanking {

    private static final int WEEK = 7;

    /** A to-do with its place and why it is there, in a few words such as "overdue by 3 days, urgent". */
    public record Ranked(TodoEntry entry, int score, String reason) {}

    private TodoRanking() {}

    /** Open to-dos, best first; the same order for the same to-dos. */
    public static List<Ranked> rank(List<TodoEntry> entries, LocalDateTime now) {
        return entries.stream()
                .filter(entry -> !entry.isDone())
                .map(entry -> ranked(entry, now))
                .sorted(Comparator.comparingInt((Ranked ranked) -> -ranked.score())
                        .thenComparing(ranked -> day(ranked.entry()))
                        .thenComparing(ranked -> ranked.entry().createdAt())
                        .thenComparing(ranked -> ranked.entry().todo().title()))
                .toList();
    }

    private static Ranked ranked(TodoEntry entry, LocalDateTime now) {
        List<String> reasons = new ArrayList<>();
        int score = due(entry, now, reasons) + weight(entry.todo().priority(), reasons);
        return new Ranked(entry, score, reasons.isEmpty() ? nothing(entry) : String.join(", ", reasons));
    }

    private static String nothing(TodoEntry entry) {
        return entry.todo().due() == null ? "no date" : "no hurry";
    }

    private static int due(TodoEntry entry, LocalDateTime now, List<String> reasons) {
        LocalDate due = entry.todo().due();
        if (due == null) {
            return 0;
        }
        int days = (int) Math.min(ChronoUnit.DAYS.between(now.toLocalDate(), due), Integer.MAX_VALUE / 2);
        if (days < 0) {
            reasons.add("overdue by " + (days == -1 ? "a day" : -days + " days"));
            return 1_000 + Math.min(-days, 30);
        }
        if (days == 0) {
            reasons.add(entry.isOverdue(now) ? "its time today has passed" : "due today");
            return entry.isOverdue(now) ? 1_000 : 800;
        }
        if (days <= WEEK) {
            reasons.add(days == 1 ? "due tomorrow" : "due in " + days + " days");
            return days == 1 ? 600 : 400 - 10 * days;
        }
        return 100;
    }

    private static int weight(Priority priority, List<String> reasons) {
        return switch (priority) {
            case URGENT -> {
                reasons.add("urgent");
                yield 500;
            }
            case HIGH -> {
                reasons.add("high priority");
                yield 250;
            }
            case MEDIUM -> 100;
            case LOW -> {
                reasons.add("low priority");
                yield 0;
            }
        };
    }

    private static LocalDateTime day(TodoEntry entry) {
        LocalDate due = entry.todo().due();
        return due == null
                ? LocalDateTime.MAX
                : entry.todo().dueTime() == null
                        ? due.atTime(23, 59)
                        : due.atTime(entry.todo().dueTime());
    }
}
