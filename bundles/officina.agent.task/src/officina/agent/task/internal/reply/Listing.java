// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Request;
import officina.agent.task.internal.reading.Reading;
import officina.agent.task.internal.todo.TodoEntry;
import officina.agent.task.internal.todo.TodoFilter;
import officina.agent.task.internal.todo.TodoMatcher;
import officina.agent.task.internal.todo.TodoRanking;
import officina.agent.task.internal.todo.TodoRanking.Ranked;
import officina.api.agent.AgentReply;
import officina.api.language.Entity;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;

/** Lists and counts to-dos, and says what to do next. Changes nothing. */
final class Listing {

    private static final int MOST_LISTED = 50;
    private static final int MOST_SUGGESTED = 5;

    private static final Comparator<TodoEntry> BY_PRIORITY = Comparator.comparing(
                    (TodoEntry entry) -> entry.todo().priority())
            .reversed()
            .thenComparing(TodoEntry.BY_DAY);

    private final Turn turn;

    Listing(Turn turn) {
        this.turn = turn;
    }

    AgentReply list(Request request) {
        Phrases phrases = turn.understanding().phrases();
        String words = request.part("filter");
        boolean byPriority =
                phrases.expression("filter.by-priority").matcher(words).find();
        words = phrases.expression("filter.by-priority").matcher(words).replaceAll(" ");
        words = phrases.expression("filter.by-day").matcher(words).replaceAll(" ");
        LeftOut left = LeftOut.of(words, turn);
        AgentReply problem = left.problem();
        if (problem != null) {
            return problem;
        }
        boolean done = !request.part("done").isEmpty();
        TodoFilter filter = done ? filter(left.rest()).with(TodoStatus.DONE) : filter(left.rest());
        List<TodoEntry> found = left.from(found(filter, byPriority ? BY_PRIORITY : TodoEntry.BY_DAY));
        String head =
                head(found.size(), filter) + (left.said().isEmpty() ? "" : " without " + Wording.escaped(left.said()));
        if (found.isEmpty()) {
            return AgentReply.answer(head + "." + besides(filter));
        }
        String lines = found.stream().limit(MOST_LISTED).map(this::line).collect(Collectors.joining("\n"));
        int more = found.size() - MOST_LISTED;
        return AgentReply.answer(
                head + ":\n\n" + lines + (more > 0 ? "\n\n... and " + more + " more." : "") + besides(filter));
    }

    AgentReply count(Request request) {
        LeftOut left = LeftOut.of(request.part("filter"), turn);
        AgentReply problem = left.problem();
        if (problem != null) {
            return problem;
        }
        TodoFilter filter = filter(left.rest());
        int count = left.from(found(filter, TodoEntry.BY_DAY)).size();
        return AgentReply.answer(head(count, filter) + "." + besides(filter));
    }

    /** How it stands with what the person speaks of, whether it is open or done. */
    AgentReply status(Request request) {
        TodoMatcher matcher = turn.understanding().matcher();
        String words = request.part("what");
        List<TodoEntry> found = matcher.find(words, turn.entries());
        if (found.isEmpty()) {
            String near = matcher.nearest(words, turn.entries()).stream()
                    .map(entry -> Wording.bold(entry.todo().title()))
                    .collect(Collectors.joining(", "));
            return AgentReply.answer("No to-do matches \"" + Wording.escaped(words) + "\"."
                    + (near.isEmpty() ? "" : " The nearest: " + near + "."));
        }
        return AgentReply.answer(Wording.lines(found.stream()
                .sorted(TodoEntry.BY_DAY)
                .limit(MOST_LISTED)
                .map(this::standing)
                .toList()));
    }

    private String standing(TodoEntry entry) {
        Todo todo = entry.todo();
        String title = Wording.bold(todo.title());
        if (!entry.isDone()) {
            String late = entry.isOverdue(turn.reading().now()) ? " It is overdue." : "";
            return title + " is open" + turn.wording().details(todo) + "." + late;
        }
        return todo.completedAt() == null
                ? title + " is done."
                : title + " is done since "
                        + turn.wording()
                                .day(LocalDate.ofInstant(
                                        todo.completedAt(), turn.reading().zone()))
                        + ".";
    }

    AgentReply suggest(Request request) {
        Reading reading = turn.reading();
        LocalDate until = until(request.part("scope"));
        List<Ranked> ranked = TodoRanking.rank(turn.entries(), reading.now()).stream()
                .filter(each -> until == null || isDueBy(each.entry(), until))
                .toList();
        if (ranked.isEmpty()) {
            return AgentReply.answer(
                    until == null
                            ? "There is nothing to do: no to-do is open."
                            : "Nothing is due until " + turn.wording().day(until) + ".");
        }
        StringBuilder said = new StringBuilder("What I would do next:\n");
        for (int at = 0; at < Math.min(MOST_SUGGESTED, ranked.size()); at++) {
            Ranked each = ranked.get(at);
            said.append("\n%d. %s (%s)"
                    .formatted(at + 1, Wording.bold(each.entry().todo().title()), each.reason()));
        }
        int more = ranked.size() - MOST_SUGGESTED;
        return AgentReply.answer(
                more > 0
                        ? said + "\n\n" + Wording.count(more, "more").replace("more to-do", "more open to-do") + "."
                        : said.toString());
    }

    /** Open ones unless the words say otherwise. */
    private TodoFilter filter(String words) {
        Pattern any = turn.understanding().phrases().expression("filter.any");
        boolean all = any.matcher(words).find();
        TodoFilter read =
                turn.understanding().filters().read(any.matcher(words).replaceAll(" "), turn.entries(), turn.reading());
        return read.status() == null && !all ? read.with(TodoStatus.OPEN) : read;
    }

    private List<TodoEntry> found(TodoFilter filter, Comparator<TodoEntry> order) {
        return turn.entries().stream()
                .filter(entry -> filter.accepts(
                        entry, turn.reading().now(), turn.reading().zone()))
                .sorted(order)
                .toList();
    }

    private String head(int count, TodoFilter filter) {
        String rest = new FilterWording(turn.wording()).rest(filter);
        return (count == 0
                        ? ("No " + FilterWording.adjective(filter) + " to-dos").replace("  ", " ")
                        : Wording.count(count, FilterWording.adjective(filter)))
                + rest;
    }

    /** Who asks for a day does not see what is late; it must not be forgotten. */
    private String besides(TodoFilter filter) {
        LocalDateTime now = turn.reading().now();
        boolean asked = filter.overdue() || filter.status() == TodoStatus.DONE || filter.until() == null;
        long late = asked
                ? 0
                : turn.entries().stream()
                        .filter(entry -> entry.isOverdue(now)
                                && !filter.accepts(entry, now, turn.reading().zone()))
                        .count();
        return late == 0
                ? ""
                : (filter.restricts() ? "\n\n" : " ") + Wording.count((int) late, "more") + (late == 1 ? " is" : " are")
                        + " overdue.";
    }

    private String line(TodoEntry entry) {
        Todo todo = entry.todo();
        List<String> unnamed = todo.people().stream()
                .filter(person -> !todo.title().contains(person))
                .toList();
        String people = unnamed.isEmpty() ? "" : ", with " + Wording.escaped(String.join(", ", unnamed));
        String late = entry.isOverdue(turn.reading().now()) ? " (overdue)" : "";
        String done = todo.completedAt() == null
                ? ""
                : ", done "
                        + turn.wording()
                                .day(LocalDate.ofInstant(
                                        todo.completedAt(), turn.reading().zone()));
        return "- " + Wording.bold(todo.title()) + turn.wording().details(todo) + late + people + done;
    }

    private @org.jspecify.annotations.Nullable LocalDate until(String scope) {
        for (Entity entity : turn.reading().entities(scope).all()) {
            if (entity instanceof Entity.Day(var _, LocalDate date)) {
                return date;
            }
            if (entity instanceof Entity.Period(var _, var _, LocalDate last)) {
                return last;
            }
        }
        return null;
    }

    private static boolean isDueBy(TodoEntry entry, LocalDate day) {
        LocalDate due = entry.todo().due();
        return due != null && !due.isAfter(day);
    }
}
