// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Words;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.Span;
import org.jspecify.annotations.Nullable;

/** Takes the day and time that something is due from the entities of its words. */
public final class DueReader {

    private static final Pattern WORD = Pattern.compile("\\s*(\\p{L}{2,4})\\b");

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
        Clock clock = clock(entities, date, reading, said);
        LocalTime time = clock.time();
        if (date == null && time != null) {
            boolean passed = !time.isAfter(reading.now().toLocalTime());
            date = reading.today().plusDays(passed ? 1 : 0);
        } else {
            date = clock.date();
        }
        return new Due(date, time, said, clock.elsewhere());
    }

    /** For a to-do that is moved: the same, but a period means its beginning, "from Monday to Friday" its end. */
    public Due target(Entities entities, Reading reading) {
        List<Entity> said = new ArrayList<>();
        LocalDate date = entities.first(Entity.Day.class)
                .map(day -> dayOf(entities, day))
                .orElse(null);
        if (date == null) {
            date = entities.first(Entity.Period.class)
                    .map(period -> begins(entities, period, "filter.range") ? period.last() : period.first())
                    .orElse(null);
        }
        Clock clock = clock(entities, date, reading, said);
        return new Due(clock.date(), clock.time(), said, clock.elsewhere());
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
                return dayOf(entities, day);
            }
        }
        if (!days.isEmpty()) {
            said.add(days.getFirst());
            return dayOf(entities, days.getFirst());
        }
        for (Entity.Period period : entities.of(Entity.Period.class)) {
            said.add(period);
            return begins(entities, period, "title.deadline") ? period.first() : period.last();
        }
        return null;
    }

    /** "after Christmas" is the day behind it. */
    private LocalDate dayOf(Entities entities, Entity.Day day) {
        return day.date().plusDays(begins(entities, day, "title.after") ? 1 : 0);
    }

    /** The first time with its day in the person's zone; without a time the day as it is. */
    private record Clock(
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            @Nullable String elsewhere) {}

    private Clock clock(Entities entities, @Nullable LocalDate date, Reading reading, List<Entity> said) {
        for (Entity.Time time : entities.of(Entity.Time.class)) {
            Matcher behind = WORD.matcher(entities.text())
                    .region(time.span().end(), entities.text().length());
            String zone = behind.lookingAt()
                    ? phrases.words(Words.ZONE).get(behind.group(1).toLowerCase(Locale.ROOT))
                    : null;
            if (zone == null) {
                said.add(time);
                return new Clock(date, time.time(), null);
            }
            Span words = new Span(time.span().start(), behind.end());
            said.add(new Entity.Time(words, time.time()));
            LocalDateTime own = (date == null ? reading.today() : date)
                    .atTime(time.time())
                    .atZone(ZoneId.of(zone))
                    .withZoneSameInstant(reading.zone())
                    .toLocalDateTime();
            boolean same = own.toLocalTime().equals(time.time());
            return new Clock(
                    date == null ? null : own.toLocalDate(),
                    own.toLocalTime(),
                    same ? null : words.in(entities.text()));
        }
        return new Clock(date, null, null);
    }
}
