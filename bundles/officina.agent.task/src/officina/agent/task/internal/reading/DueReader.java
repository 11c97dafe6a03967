// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import officina.agent.task.internal.phrases.Phrases;
import officina.api.language.Entities;
import officina.api.language.Entity;
import org.jspecify.annotations.Nullable;

/** Takes the day and time that something is due from the entities of its words. */
public final class DueReader {

    private final Phrases phrases;

    public DueReader(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * For a new to-do: the day with a deadline's word ("by Friday"), else the first day, else the end of a period (its
     * beginning after a deadline's word); with the first time. A time without a day is the next such time.
     */
    public Due of(Entities entities, Reading reading) {
        List<Entity> said = new ArrayList<>();
        LocalDate date = date(entities, said);
        LocalTime time = time(entities, said);
        if (date == null && time != null) {
            boolean passed = !time.isAfter(reading.now().toLocalTime());
            date = reading.today().plusDays(passed ? 1 : 0);
        }
        return new Due(date, time, said);
    }

    /** For a to-do that is moved: the same, but a period means its beginning, "from Monday to Friday" its end. */
    public Due target(Entities entities) {
        List<Entity> said = new ArrayList<>();
        LocalDate date = entities.first(Entity.Day.class).map(Entity.Day::date).orElse(null);
        if (date == null) {
            date = entities.first(Entity.Period.class)
                    .map(period -> begins(entities, period, "filter.range") ? period.last() : period.first())
                    .orElse(null);
        }
        return new Due(date, time(entities, said), said);
    }

    /** Whether the words of an entity begin as an expression of the phrases says. */
    boolean begins(Entities entities, Entity entity, String expression) {
        return phrases.expression(expression)
                .matcher(entity.span().in(entities.text()))
                .find();
    }

    private @Nullable LocalDate date(Entities entities, List<Entity> said) {
        List<Entity.Day> days = entities.of(Entity.Day.class);
        for (Entity.Day day : days) {
            if (begins(entities, day, "title.deadline")) {
                said.add(day);
                return day.date();
            }
        }
        if (!days.isEmpty()) {
            said.add(days.getFirst());
            return days.getFirst().date();
        }
        for (Entity.Period period : entities.of(Entity.Period.class)) {
            said.add(period);
            return begins(entities, period, "title.deadline") ? period.first() : period.last();
        }
        return null;
    }

    private static @Nullable LocalTime time(Entities entities, List<Entity> said) {
        for (Entity.Time time : entities.of(Entity.Time.class)) {
            said.add(time);
            return time.time();
        }
        return null;
    }
}
