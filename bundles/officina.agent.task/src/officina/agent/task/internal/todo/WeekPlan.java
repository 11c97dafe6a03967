// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import officina.agent.task.internal.todo.TodoRanking.Ranked;
import officina.api.record.Priority;

/**
 * Open to-dos laid out over days: what is due stays on its day, what is overdue comes first, what has no day fills what
 * is left, working days before weekends. The same plan for the same to-dos.
 *
 * @param days each of them, in order, also without anything to do
 * @param later due after these days, next first
 * @param unplaced for what there was no room, best first
 */
public record WeekPlan(List<Day> days, List<TodoEntry> later, List<TodoEntry> unplaced) {

    /** A day with so many gets nothing that could as well be done on another. */
    static final int FULL = 3;

    /** A day gets nothing that is overdue when it has so many; the next one does. */
    static final int CROWDED = 5;

    /**
     * What there is to do on a day.
     *
     * @param items what has a time first, in order; then what matters more
     */
    public record Day(LocalDate date, List<Item> items) {}

    /**
     * @param reason why it is there; empty where its own day is
     * @param fresh whether it has another day than so far, or none
     */
    public record Item(TodoEntry entry, String reason, boolean fresh) {}

    private static final Comparator<Item> BY_TIME = Comparator.comparing((Item item) -> Optional.ofNullable(
                            item.fresh() ? null : item.entry().todo().dueTime())
                    .map(time -> time.toSecondOfDay())
                    .orElse(Integer.MAX_VALUE))
            .thenComparing(item -> item.entry().todo().priority(), Comparator.reverseOrder())
            .thenComparing(item -> item.entry().createdAt())
            .thenComparing(item -> item.entry().todo().title());

    /**
     * Lays them out.
     *
     * @param first today or later
     * @param last not before it
     */
    public static WeekPlan of(List<TodoEntry> entries, LocalDateTime now, LocalDate first, LocalDate last) {
        Map<LocalDate, List<Item>> days = new TreeMap<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, new ArrayList<>()));
        List<Ranked> overdue = new ArrayList<>();
        List<Ranked> undated = new ArrayList<>();
        List<TodoEntry> later = new ArrayList<>();
        for (Ranked each : TodoRanking.rank(entries, now)) {
            LocalDate due = each.entry().todo().due();
            if (due == null) {
                undated.add(each);
            } else if (due.isBefore(now.toLocalDate())) {
                overdue.add(each);
            } else if (days.containsKey(due)) {
                days.get(due).add(new Item(each.entry(), "", false));
            } else if (due.isAfter(last)) {
                later.add(each.entry());
            }
        }
        List<TodoEntry> unplaced = new ArrayList<>();
        overdue.forEach(each -> place(each, earliest(days, CROWDED), days, unplaced));
        undated.forEach(each -> {
            boolean soon = each.entry().todo().priority().compareTo(Priority.HIGH) >= 0;
            place(each, soon ? earliest(days, FULL) : calmest(days), days, unplaced);
        });
        later.sort(TodoEntry.BY_DAY);
        return new WeekPlan(
                days.entrySet().stream()
                        .map(day -> new Day(
                                day.getKey(),
                                day.getValue().stream().sorted(BY_TIME).toList()))
                        .toList(),
                List.copyOf(later),
                List.copyOf(unplaced));
    }

    private static void place(
            Ranked ranked, Optional<LocalDate> day, Map<LocalDate, List<Item>> days, List<TodoEntry> unplaced) {
        day.map(days::get)
                .ifPresentOrElse(
                        items -> items.add(new Item(ranked.entry(), ranked.reason(), true)),
                        () -> unplaced.add(ranked.entry()));
    }

    private static Optional<LocalDate> earliest(Map<LocalDate, List<Item>> days, int most) {
        return days.entrySet().stream()
                .filter(day -> day.getValue().size() < most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<LocalDate> calmest(Map<LocalDate, List<Item>> days) {
        return days.entrySet().stream()
                .filter(day -> day.getValue().size() < FULL)
                .min(Comparator.<Map.Entry<LocalDate, List<Item>>, Boolean>comparing(day -> isWeekend(day.getKey()))
                        .thenComparing(day -> day.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
