// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.record.Priority;
import officina.engine.Todos.NewTodo;
import org.jspecify.annotations.Nullable;

/** Reads the line that adds a to-do: "Renew the passport by 12 December, high priority". */
public final class QuickAdd {

    private final @Nullable EntityExtractor words;

    /** Without an extractor the whole line is the title. */
    public QuickAdd(@Nullable EntityExtractor words) {
        this.words = words;
    }

    /** The to-do that the line means; empty where the line is. */
    public Optional<NewTodo> read(String line, LanguageContext language) {
        String text = line.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (words == null) {
            return Optional.of(plain(text));
        }
        Entities found = words.extract(text, language);
        Optional<Entity.Day> day = found.first(Entity.Day.class);
        Optional<Entity.Period> period = day.isPresent() ? Optional.empty() : found.first(Entity.Period.class);
        Optional<Entity.Time> time = found.first(Entity.Time.class);
        Optional<Entity.Level> level = found.first(Entity.Level.class);
        LocalDate due = day.map(Entity.Day::date)
                .or(() -> period.map(Entity.Period::last))
                .or(() -> time.map(_ -> language.today()))
                .orElse(null);
        LocalTime dueTime = time.map(Entity.Time::time).orElse(null);
        List<Entity> taken = Stream.of(day, period, time, level)
                .flatMap(Optional::stream)
                .map(Entity.class::cast)
                .toList();
        return Optional.of(new NewTodo(
                null,
                title(found, taken),
                "",
                level.map(Entity.Level::priority).orElse(Priority.MEDIUM),
                due,
                dueTime,
                found.of(Entity.Person.class).stream()
                        .map(Entity.Person::name)
                        .distinct()
                        .toList()));
    }

    /** What is in quotation marks, else what is left of the line, else the line: a to-do is never without a title. */
    private static String title(Entities found, List<Entity> taken) {
        String rest = found.first(Entity.Title.class).map(Entity.Title::text).orElseGet(() -> found.without(taken));
        return rest.isBlank() ? found.text() : rest;
    }

    private static NewTodo plain(String title) {
        return new NewTodo(null, title, "", Priority.MEDIUM, null, null, List.of());
    }
}
