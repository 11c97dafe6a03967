// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which to-dos are meant. What is {@code null}, {@code false} or empty does not restrict.
 *
 * @param from first day, due on it or later; for to-dos that are done, completed on it or later
 * @param until last day, likewise
 * @param people of whom at least one is involved
 * @param words that must all occur in title, description or people
 */
public record TodoFilter(
        @Nullable TodoStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean overdue,
        boolean undated,
        Set<Priority> priorities,
        List<String> people,
        List<String> words) {

    /** Every open to-do. */
    public static final TodoFilter OPEN =
            new TodoFilter(TodoStatus.OPEN, null, null, false, false, Set.of(), List.of(), List.of());

    public TodoFilter {
        priorities = Set.copyOf(priorities);
        people = List.copyOf(people);
        words = List.copyOf(words);
    }

    /** The same for one status only. */
    public TodoFilter with(TodoStatus one) {
        return new TodoFilter(one, from, until, overdue, undated, priorities, people, words);
    }

    /** Whether it asks for more than a status. */
    public boolean restricts() {
        return from != null
                || until != null
                || overdue
                || undated
                || !priorities.isEmpty()
                || !people.isEmpty()
                || !words.isEmpty();
    }

    /** @param now the moment in the zone, where "overdue" and days are */
    public boolean accepts(TodoEntry entry, LocalDateTime now, ZoneId zone) {
        Todo todo = entry.todo();
        return (status == null || todo.status() == status)
                && inRange(entry, zone)
                && (!overdue || entry.isOverdue(now))
                && (!undated || todo.due() == null)
                && (priorities.isEmpty() || priorities.contains(todo.priority()))
                && (people.isEmpty() || people.stream().anyMatch(person -> involves(todo, person)))
                && words.stream().allMatch(word -> occurs(todo, word));
    }

    private boolean inRange(TodoEntry entry, ZoneId zone) {
        if (from == null && until == null) {
            return true;
        }
        Todo todo = entry.todo();
        LocalDate day = todo.status() == TodoStatus.DONE && status == TodoStatus.DONE && todo.completedAt() != null
                ? LocalDate.ofInstant(todo.completedAt(), zone)
                : todo.due();
        return day != null && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    private static boolean involves(Todo todo, String person) {
        return todo.people().stream().anyMatch(each -> contains(each, person)) || contains(todo.title(), person);
    }

    private static boolean occurs(Todo todo, String word) {
        return contains(todo.title(), word)
                || contains(todo.description(), word)
                || todo.people().stream().anyMatch(person -> contains(person, word));
    }

    /** Whether it occurs at the beginning of a word, so that "wanna" is not about Anna. */
    private static boolean contains(String text, String part) {
        String all = text.toLowerCase(Locale.ROOT);
        String wanted = part.toLowerCase(Locale.ROOT);
        int at = all.indexOf(wanted);
        while (at > 0
                && Character.isLetterOrDigit(all.codePointBefore(at))
                && Character.isLetterOrDigit(wanted.codePointAt(0))) {
            at = all.indexOf(wanted, at + 1);
        }
        return at >= 0;
    }
}
