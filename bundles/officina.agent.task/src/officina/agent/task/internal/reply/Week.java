// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.agent.task.internal.phrases.Request;
import officina.agent.task.internal.reading.Due;
import officina.agent.task.internal.todo.TodoEntry;
import officina.agent.task.internal.todo.WeekPlan;
import officina.api.agent.AgentReply;
import officina.api.chat.ExecutionMode;
import officina.api.json.JsonObject;
import officina.api.language.Entity;
import officina.api.record.Priority;
import officina.api.record.Todo;

/**
 * Lays out the week. Where plans are approved it proposes the days it found for what has none or is overdue; else it only
 * tells them, because who asks for a plan has not asked for a change.
 */
final class Week {

    private static final int DAYS = 7;
    private static final int MOST_NAMED = 3;

    private static final String SUGGESTED =
            "\n\nThe days marked *suggested* are what I would choose; nothing was changed. Ask in Plan mode to set them.";

    private final Turn turn;

    Week(Turn turn) {
        this.turn = turn;
    }

    /** @param instead for a day alone, of which no week is made */
    AgentReply plan(Request request, Listing instead) {
        LocalDate today = turn.reading().today();
        LocalDate first = today;
        LocalDate last = today.plusDays(DAYS - 1L);
        for (Entity entity : turn.reading().entities(request.part("scope")).all()) {
            if (entity instanceof Entity.Period(var _, LocalDate from, LocalDate to)) {
                first = from.isBefore(today) ? today : from;
                last = to.isAfter(first.plusDays(2L * DAYS)) ? first.plusDays(DAYS - 1L) : to;
            } else {
                return instead.suggest(request);
            }
        }
        if (last.isBefore(first)) {
            return instead.suggest(request);
        }
        WeekPlan plan = WeekPlan.of(turn.entries(), turn.reading().now(), first, last);
        List<WeekPlan.Item> items =
                plan.days().stream().flatMap(day -> day.items().stream()).toList();
        if (items.isEmpty()) {
            return AgentReply.answer("There is nothing to plan: nothing is due until "
                    + turn.wording().day(last) + ", overdue or without a day." + rest(plan));
        }
        AgentReply reply = proposal(plan);
        String told = told(plan, items.size());
        if (reply.actions().isEmpty()) {
            return AgentReply.answer(told);
        }
        return turn.request().mode() == ExecutionMode.PLAN
                ? reply.remarking(told + "\n\nThe days marked *suggested* are new; the plan sets them.")
                : AgentReply.answer(told + SUGGESTED);
    }

    /** Sets the days that are new. */
    private AgentReply proposal(WeekPlan plan) {
        Changes changing = new Changes(turn);
        List<String> said = new ArrayList<>();
        Steps steps = new Steps();
        for (WeekPlan.Day day : plan.days()) {
            for (WeekPlan.Item item : day.items()) {
                Change change = changing.move(item.entry(), new Due(day.date(), null, List.of(), null));
                JsonObject changes = change.changes();
                if (item.fresh() && changes != null) {
                    steps.update(item.entry(), change, changes);
                    said.add(Wording.bold(item.entry().todo().title()) + " " + change.said() + ".");
                }
            }
        }
        return AgentReply.act(Wording.lines(said), steps.all());
    }

    private String told(WeekPlan plan, int count) {
        String days = plan.days().stream()
                .filter(day -> !day.items().isEmpty())
                .map(day -> heading(day.date()) + "\n\n"
                        + day.items().stream().map(this::line).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        List<String> free = plan.days().stream()
                .filter(day -> day.items().isEmpty())
                .map(day -> turn.wording().weekday(day.date()))
                .toList();
        return "Your week, from " + Wording.count(count, "open") + ":\n\n" + days
                + (free.isEmpty() ? "" : "\n\nFree: " + String.join(", ", free) + ".")
                + rest(plan);
    }

    private String heading(LocalDate day) {
        LocalDate today = turn.reading().today();
        String name = day.equals(today)
                ? "Today"
                : day.equals(today.plusDays(1)) ? "Tomorrow" : turn.wording().weekday(day);
        return "**" + name + "**, " + turn.wording().day(day);
    }

    private String line(WeekPlan.Item item) {
        Todo todo = item.entry().todo();
        List<String> why = new ArrayList<>();
        if (!item.reason().isEmpty()) {
            why.add(item.reason());
        } else if (todo.priority() != Priority.MEDIUM) {
            why.add(Wording.priority(todo.priority()));
        }
        String time = item.fresh() || todo.dueTime() == null
                ? ""
                : " at " + turn.wording().time(todo.dueTime());
        return "- " + Wording.bold(todo.title()) + time
                + (why.isEmpty() ? "" : " (" + String.join(", ", why) + ")")
                + (item.fresh() ? " *suggested*" : "");
    }

    private static String rest(WeekPlan plan) {
        return named("Later", plan.later()) + named("No room for", plan.unplaced());
    }

    private static String named(String head, List<TodoEntry> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        int more = entries.size() - MOST_NAMED;
        return "\n\n" + head + ": "
                + entries.stream()
                        .limit(MOST_NAMED)
                        .map(entry -> Wording.bold(entry.todo().title()))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "") + ".";
    }
}
