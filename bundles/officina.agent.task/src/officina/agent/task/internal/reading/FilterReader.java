// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.todo.TodoEntry;
import officina.agent.task.internal.todo.TodoFilter;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.record.Priority;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/** Reads which to-dos some words mean: "overdue", "high priority with Anna this week", "done". */
public final class FilterReader {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'\u2019@-]+");

    private final Phrases phrases;
    private final DueReader dues;

    public FilterReader(Phrases phrases, DueReader dues) {
        this.phrases = phrases;
        this.dues = dues;
    }

    /**
     * Reads a filter; without a status where the words name none.
     *
     * @param known the to-dos there are, for the names of people in them
     */
    public TodoFilter read(String words, List<TodoEntry> known, Reading reading) {
        String text = phrases.expression("filter.possessive").matcher(words).replaceAll("$1");
        boolean open = phrases.expression("filter.open").matcher(text).find();
        text = phrases.expression("filter.open").matcher(text).replaceAll(" ");
        boolean undated = phrases.expression("filter.undated").matcher(text).find();
        text = phrases.expression("filter.undated").matcher(text).replaceAll(" ");
        boolean overdue = phrases.expression("filter.overdue").matcher(text).find();
        text = phrases.expression("filter.overdue").matcher(text).replaceAll(" ");
        Entities entities = reading.entities(text);
        List<Entity> taken = new ArrayList<>(entities.of(Entity.Level.class));
        Set<String> people = new TreeSet<>();
        for (Entity.Person person : entities.of(Entity.Person.class)) {
            people.add(person.name());
            taken.add(person);
        }
        Range range = range(entities, taken);
        List<String> rest = new ArrayList<>();
        boolean done = false;
        for (Entity.Title title : entities.of(Entity.Title.class)) {
            rest.add(title.text());
            taken.add(title);
        }
        for (String word : NO_WORD.split(entities.without(taken).toLowerCase(Locale.ROOT))) {
            String person = person(word, known);
            if (phrases.has(Words.DONE, word)) {
                done = true;
            } else if (phrases.has(Words.OPEN, word)) {
                open = true;
            } else if (phrases.has(Words.OVERDUE, word)) {
                overdue = true;
            } else if (phrases.has(Words.UNDATED, word)) {
                undated = true;
            } else if (person != null) {
                people.add(person);
            } else if (!word.isEmpty() && !phrases.has(Words.STOP, word)) {
                rest.add(word);
            }
        }
        return new TodoFilter(
                open || overdue ? TodoStatus.OPEN : done ? TodoStatus.DONE : null,
                range.from(),
                range.until(),
                overdue,
                undated,
                priorities(entities),
                List.copyOf(people),
                rest);
    }

    private record Range(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /** A day alone is that day; "before Friday", "by Friday", "after Friday" are open at one end. */
    private Range range(Entities entities, List<Entity> taken) {
        for (Entity entity : entities.all()) {
            if (entity instanceof Entity.Day(var _, LocalDate date)) {
                taken.add(entity);
                taken.addAll(entities.of(Entity.Time.class));
                if (dues.begins(entities, entity, "filter.before")) {
                    return new Range(null, date.minusDays(1));
                }
                if (dues.begins(entities, entity, "filter.after")) {
                    return new Range(date.plusDays(1), null);
                }
                return new Range(dues.begins(entities, entity, "filter.until") ? null : date, date);
            }
            if (entity instanceof Entity.Period(var _, LocalDate first, LocalDate last)) {
                taken.add(entity);
                return new Range(first, last);
            }
        }
        return new Range(null, null);
    }

    /** High means high and above; the others mean themselves. */
    private static Set<Priority> priorities(Entities entities) {
        Set<Priority> priorities = EnumSet.noneOf(Priority.class);
        for (Entity.Level level : entities.of(Entity.Level.class)) {
            priorities.add(level.priority());
            if (level.priority() == Priority.HIGH) {
                priorities.add(Priority.URGENT);
            }
        }
        return priorities;
    }

    /** The name, as it is written elsewhere, that a word in lower case stands for; {@code null} for none. */
    private static @Nullable String person(String word, List<TodoEntry> known) {
        return known.stream()
                .flatMap(entry -> entry.todo().people().stream())
                .flatMap(name -> Stream.of(name.split("\\s+")))
                .filter(part -> !word.isEmpty() && part.toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }
}
