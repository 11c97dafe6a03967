// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import org.jspecify.annotations.Nullable;

/** Reads what a person types as a day: "next Friday at 9", a date of their language, an ISO date, or nothing. Any thread. */
public final class DayInput {

    private final @Nullable EntityExtractor words;

    /** Without an extractor, dates are read and words are not. */
    public DayInput(@Nullable EntityExtractor words) {
        this.words = words;
    }

    /** What it means. */
    public sealed interface Reading {

        /** Nothing typed: no day. */
        record None() implements Reading {}

        /** A day, perhaps with a time. */
        record On(LocalDate day, @Nullable LocalTime time) implements Reading {}

        /** Not understood. */
        record Unclear() implements Reading {}
    }

    /** Reads it, against the person's moment and language. */
    public Reading read(String typed, LanguageContext language) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Reading.None();
        }
        return iso(text)
                .or(() -> localDate(text, language).map(day -> new Reading.On(day, null)))
                .or(() -> localMoment(text, language))
                .or(() -> inWords(text, language))
                .orElseGet(Reading.Unclear::new);
    }

    /** Reads a time of day: "9:30", "09:30", a time of the person's language, "at noon"; empty where it is none. */
    public Optional<LocalTime> readTime(String typed, LanguageContext language) {
        String text = typed.strip();
        return plainTime(text, language).or(() -> timeInWords(text, language));
    }

    private static Optional<LocalTime> plainTime(String text, LanguageContext language) {
        DateTimeFormatter local = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                // a blank stands for the narrow one that some languages write before "PM"
                .parseLenient()
                .append(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT))
                .toFormatter(language.locale());
        return Stream.of(DateTimeFormatter.ofPattern("H:mm"), local)
                .flatMap(format -> parseTime(text, format).stream())
                .findFirst();
    }

    private static Optional<LocalTime> parseTime(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalTime.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalTime> timeInWords(String text, LanguageContext language) {
        if (words == null) {
            return Optional.empty();
        }
        Entities found = words.extract(text, language);
        return found.first(Entity.Time.class)
                .filter(time -> found.without(List.of(time)).isEmpty())
                .map(Entity.Time::time);
    }

    private static Optional<Reading> iso(String text) {
        try {
            return Optional.of(new Reading.On(LocalDate.parse(text), null));
        } catch (DateTimeException notADay) {
            try {
                LocalDateTime moment = LocalDateTime.parse(text.replaceFirst("\\s+", "T"));
                return Optional.of(new Reading.On(moment.toLocalDate(), moment.toLocalTime()));
            } catch (DateTimeException notAMoment) {
                return Optional.empty();
            }
        }
    }

    /** A date of their language with a time behind it, wherever between the words the time begins. */
    private static Optional<Reading> localMoment(String text, LanguageContext language) {
        for (int blank = text.indexOf(' '); blank > 0; blank = text.indexOf(' ', blank + 1)) {
            Optional<LocalDate> day = localDate(text.substring(0, blank), language);
            Optional<LocalTime> time = plainTime(text.substring(blank + 1).strip(), language);
            if (day.isPresent() && time.isPresent()) {
                return Optional.of(new Reading.On(day.get(), time.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> localDate(String text, LanguageContext language) {
        return Stream.of(FormatStyle.SHORT, FormatStyle.MEDIUM, FormatStyle.LONG)
                .map(style -> DateTimeFormatter.ofLocalizedDate(style).withLocale(language.locale()))
                .flatMap(format -> parse(text, format).stream())
                .findFirst();
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Reading> inWords(String text, LanguageContext language) {
        if (words == null) {
            return Optional.empty();
        }
        Entities found = words.extract(text, language);
        Optional<Entity.Day> day = found.first(Entity.Day.class);
        Optional<Entity.Period> period = found.first(Entity.Period.class);
        Optional<Entity.Time> time = found.first(Entity.Time.class);
        List<Entity> taken = Stream.of(day, period, time)
                .flatMap(Optional::stream)
                .map(Entity.class::cast)
                .toList();
        if (taken.isEmpty() || !found.without(taken).isEmpty()) {
            return Optional.empty();
        }
        LocalDate on = day.map(Entity.Day::date)
                .or(() -> period.map(Entity.Period::last))
                .orElseGet(language::today);
        return Optional.of(new Reading.On(on, time.map(Entity.Time::time).orElse(null)));
    }
}
