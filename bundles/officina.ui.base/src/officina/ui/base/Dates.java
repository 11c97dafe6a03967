// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import officina.api.language.LanguageContext;
import org.jspecify.annotations.Nullable;

/** Writes moments and days the way the person reads them. Any thread. */
public final class Dates {

    private final InstantSource clock;
    private final ZoneId zone;
    private final Locale locale;

    public Dates(InstantSource clock, ZoneId zone, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        this.locale = locale;
    }

    /** Against what relative words such as "tomorrow" are read now. */
    public LanguageContext language() {
        return new LanguageContext(now(), zone, locale);
    }

    /** The moment it is. */
    public Instant now() {
        return clock.instant();
    }

    /** The day it is for the person. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** How long ago, short: "Now", "5 min", "14:05" earlier today, "Yesterday", "Mon", "12 Nov", "12 Nov 2024". */
    public String ago(Instant moment) {
        Duration passed = Duration.between(moment, clock.instant());
        LocalDate day = LocalDate.ofInstant(moment, zone);
        long days = ChronoUnit.DAYS.between(day, today());
        if (days == 0 && !passed.isNegative() && passed.toMinutes() < 60) {
            return passed.toMinutes() < 1 ? Words.NOW.text() : Words.MINUTES.text(passed.toMinutes());
        }
        if (days == 0) {
            return time(LocalTime.ofInstant(moment, zone));
        }
        if (days == 1) {
            return Words.YESTERDAY.text();
        }
        return days > 1 && days < 7 ? of("EEE").format(day) : short_(day);
    }

    /** A day, short: "Today", "Tomorrow", "Yesterday", a weekday of the coming six days, else "12 Dec" or "12 Dec 2027". */
    public String day(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return Words.TODAY.text();
        }
        if (days == 1) {
            return Words.TOMORROW.text();
        }
        if (days == -1) {
            return Words.YESTERDAY.text();
        }
        return days > 1 && days < 7 ? of("EEEE").format(day) : short_(day);
    }

    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    /** A time with its seconds, for logs. */
    public String seconds(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(time);
    }

    /** A day as it is typed, without or with a time; {@link DayInput} reads it. */
    public String typed(LocalDate day, @Nullable LocalTime time) {
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
        return time == null ? date : date + " " + time(time);
    }

    /** Day and time in full, for tooltips. */
    public String full(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(zone));
    }

    /** A day in full, for tooltips. */
    public String full(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    public ZoneId zone() {
        return zone;
    }

    public Locale locale() {
        return locale;
    }

    private String short_(LocalDate day) {
        return (day.getYear() == today().getYear() ? skeleton("MMMd") : skeleton("yMMMd")).format(day);
    }

    private DateTimeFormatter skeleton(String template) {
        return DateTimeFormatter.ofLocalizedPattern(template).withLocale(locale);
    }

    private DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
