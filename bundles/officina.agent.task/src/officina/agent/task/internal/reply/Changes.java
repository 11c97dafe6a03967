// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.reading.Due;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.language.Entity;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/** What each kind of request changes in a to-do. Pure: reads nothing, writes nothing. */
final class Changes {

    private final Turn turn;

    Changes(Turn turn) {
        this.turn = turn;
    }

    Change complete(TodoEntry entry) {
        return entry.isDone()
                ? Change.none("was done already")
                : new Change("Complete", "", "is done", JsonObject.EMPTY.with("status", TodoStatus.DONE));
    }

    Change reopen(TodoEntry entry) {
        return entry.isDone()
                ? new Change("Reopen", "", "is open again", JsonObject.EMPTY.with("status", TodoStatus.OPEN))
                : Change.none("is still open");
    }

    Change rename(TodoEntry entry, String title) {
        return entry.todo().title().equals(title)
                ? Change.none("is called that already")
                : new Change(
                        "Rename",
                        " to \"" + title + "\"",
                        "is now called " + Wording.bold(title),
                        JsonObject.EMPTY.with("title", title));
    }

    /** @param replace whether the text takes the place of what is there, instead of following it */
    Change describe(TodoEntry entry, String text, boolean replace) {
        String old = entry.todo().description();
        String description = replace || old.isBlank() ? text : old + "\n" + text;
        return new Change("Add a note to", "", "has the note now", JsonObject.EMPTY.with("description", description));
    }

    Change assign(TodoEntry entry, List<String> names) {
        List<String> people = new ArrayList<>(entry.todo().people());
        names.stream().filter(name -> !people.contains(name)).forEach(people::add);
        String list = String.join(", ", names);
        return people.equals(entry.todo().people())
                ? Change.none("has " + Wording.escaped(list) + " with it already")
                : new Change(
                        "Change",
                        ": with " + list,
                        "is now with " + Wording.escaped(list),
                        JsonObject.EMPTY.with("people", people));
    }

    Change priority(TodoEntry entry, Priority priority) {
        String words = Wording.priority(priority);
        String said = priority == Priority.URGENT ? words : "of " + words;
        return entry.todo().priority() == priority
                ? Change.none("is " + said + " already")
                : new Change("Change", ": " + words, "is now " + said, JsonObject.EMPTY.with("priority", priority));
    }

    /** One step up or down. */
    Change step(TodoEntry entry, int step) {
        int index = entry.todo().priority().ordinal() + step;
        Priority[] all = Priority.values();
        return priority(entry, all[Math.clamp(index, 0, all.length - 1)]);
    }

    Change clearDate(TodoEntry entry) {
        return entry.todo().due() == null
                ? Change.none("has no date")
                : new Change(
                        "Change",
                        ": no date",
                        "has no date any more",
                        JsonObject.EMPTY.with("due", JsonNull.NULL).with("dueTime", JsonNull.NULL));
    }

    /** To another day, another time, or both; what is not said stays as it is. */
    Change move(TodoEntry entry, Due due) {
        Todo todo = entry.todo();
        LocalTime time = due.time() == null ? todo.dueTime() : due.time();
        LocalDate date = due.date();
        if (date == null) {
            boolean passed = time != null && !time.isAfter(turn.reading().now().toLocalTime());
            date = todo.due() == null ? turn.reading().today().plusDays(passed ? 1 : 0) : todo.due();
        }
        return due(todo, date, time);
    }

    /** By a length of time, from when it is due; from today where it has no day. */
    Change shift(TodoEntry entry, Entity.Quantity span, boolean earlier) {
        Todo todo = entry.todo();
        LocalDate from = todo.due() == null ? turn.reading().today() : todo.due();
        BigDecimal amount = earlier ? span.amount().negate() : span.amount();
        Map<String, String> dayUnits = turn.understanding().phrases().words(Words.DAY_UNIT);
        String unit = dayUnits.get(span.unit());
        if (amount.abs().compareTo(BigDecimal.valueOf(10_000)) > 0) {
            return Change.none("was left alone: that is too far away");
        }
        if (unit != null) {
            Period period = Period.parse(unit);
            int steps = amount.intValue();
            return due(todo, from.plus(period.multipliedBy(steps)), todo.dueTime());
        }
        String minutes = turn.understanding().phrases().words(Words.HOUR_UNIT).getOrDefault(span.unit(), "0");
        LocalDateTime start = todo.dueTime() == null ? turn.reading().now() : from.atTime(todo.dueTime());
        LocalDateTime then =
                start.plusMinutes(amount.multiply(new BigDecimal(minutes)).longValue());
        return due(todo, then.toLocalDate(), then.toLocalTime().withSecond(0).withNano(0));
    }

    private Change due(Todo todo, LocalDate date, @Nullable LocalTime time) {
        String words = turn.wording().due(date, time);
        if (date.equals(todo.due()) && java.util.Objects.equals(time, todo.dueTime())) {
            return Change.none("is " + words + " already");
        }
        String passed = date.isBefore(turn.reading().today()) ? ", which has passed" : "";
        JsonObject changes = JsonObject.EMPTY.with("due", date);
        if (!java.util.Objects.equals(time, todo.dueTime())) {
            changes = changes.with("dueTime", time);
        }
        return new Change("Change", ": " + words, "is now " + words + passed, changes);
    }
}
