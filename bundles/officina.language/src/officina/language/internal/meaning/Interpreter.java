// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import officina.api.language.Entity;
import officina.api.language.LanguageContext;
import officina.api.language.Span;
import officina.api.record.Priority;
import officina.language.internal.grammar.Capture;
import officina.language.internal.grammar.Grammar;
import officina.language.internal.grammar.Match;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Says what the matches of a grammar mean at a moment. */
public final class Interpreter {

    private final LanguageContext context;
    private final Tokens tokens;
    private final Days days;
    private final Periods periods;
    private final Times times;

    public Interpreter(LanguageContext context, Grammar grammar, Tokens tokens) {
        this.context = context;
        this.tokens = tokens;
        Calendar calendar = new Calendar(context.today());
        days = new Days(calendar, monthFirst(context.locale()), DayOfWeek.of(number(grammar, "end-of-week", 7)));
        periods = new Periods(calendar, days, WeekFields.of(context.locale()).getFirstDayOfWeek());
        times = new Times(number(grammar, "afternoon-until", 0));
    }

    /**
     * The candidate, or {@code null} where the words mean nothing after all. A day that no calendar has ("the 31st of
     * November") is a candidate without entities, so that no part of its words ("the 31st") is taken for another day.
     */
    public @Nullable Candidate read(Match match) {
        View view = new View(match.captures());
        Span span = span(match.first(), match.end());
        return switch (match.kind()) {
            case "none" -> new Candidate(span, 0, List.of(), null, null);
            case "period" -> period(span, view);
            case "moment" -> moment(span, view);
            case "day" -> {
                LocalDate date = days.of(view);
                yield date == null
                        ? new Candidate(span, 3, List.of(), null, null)
                        : Candidate.day(3, span, date, view.text("part"));
            }
            case "time" -> time(span, view);
            case "level" -> Candidate.of(5, new Entity.Level(span, level(view)));
            case "person" -> people(match, span);
            case "quantity" -> Candidate.of(7, new Entity.Quantity(span, plain(view.amount()), unit(view)));
            default -> throw new IllegalStateException("the data file knows no " + match.kind());
        };
    }

    /** What a quotation means. */
    public static Candidate read(Entity.Title title) {
        return Candidate.of(0, title);
    }

    private @Nullable Candidate period(Span span, View view) {
        Range range = periods.of(view);
        return range == null ? null : Candidate.of(1, new Entity.Period(span, range.first(), range.last()));
    }

    /** A day with its time: "in 2 hours". The day has the words, the time stands, without any, behind them. */
    private @Nullable Candidate moment(Span span, View view) {
        LocalDate date;
        LocalTime time;
        String unit = view.text("unit");
        if (unit != null) {
            Duration duration = Stride.duration(view.amount(), unit);
            View more = view.under("more");
            String moreUnit = more.text("unit");
            Duration rest = moreUnit == null ? Duration.ZERO : Stride.duration(more.amount(), moreUnit);
            if (duration == null || rest == null) {
                return null;
            }
            ZonedDateTime then = context.now()
                    .atZone(context.zone())
                    .plus(duration)
                    .plus(rest)
                    .truncatedTo(ChronoUnit.MINUTES);
            date = then.toLocalDate();
            time = then.toLocalTime();
        } else {
            date = days.of(view);
            Times.Clock clock = times.of(view);
            if (date == null || clock == null) {
                return null;
            }
            time = clock.time();
        }
        Span behind = new Span(span.end(), span.end());
        return new Candidate(span, 2, List.of(new Entity.Day(span, date), new Entity.Time(behind, time)), null, null);
    }

    private @Nullable Candidate time(Span span, View view) {
        Times.Clock clock = times.of(view);
        return clock == null
                ? null
                : new Candidate(
                        span, 4, List.of(new Entity.Time(span, clock.time())), null, clock.loose() ? clock : null);
    }

    private static Priority level(View view) {
        String level = view.text("level");
        return Priority.valueOf((level == null ? "medium" : level).toUpperCase(Locale.ROOT));
    }

    /** All names of the pattern; the first takes the word before it along unless the pattern says {@code =span:name}. */
    private Candidate people(Match match, Span span) {
        List<Entity> people = new ArrayList<>();
        boolean alone = new View(match.captures()).has("span");
        for (Capture capture : match.captures()) {
            if (capture.name().equals("name")) {
                Span own = span(capture.first(), capture.end());
                boolean leads = people.isEmpty() && !alone;
                people.add(new Entity.Person(leads ? new Span(span.start(), own.end()) : own, capture.value()));
            }
        }
        int start = people.getFirst().span().start();
        return new Candidate(new Span(start, span.end()), 6, people, null, null);
    }

    private static String unit(View view) {
        String unit = view.text("unit");
        return unit == null ? "" : unit;
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Span span(int first, int end) {
        return new Span(tokens.start(first), tokens.end(end - 1));
    }

    private static int number(Grammar grammar, String setting, int otherwise) {
        String value = grammar.setting(setting);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** Whether the locale writes the month before the day. */
    private static boolean monthFirst(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.indexOf('M') < pattern.indexOf('d');
    }
}
