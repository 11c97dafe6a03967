// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Finds the day that an incomplete date means, seen from today: the first such day that has not passed. */
final class Calendar {

    /** Long enough for 29 February around a century year. */
    private static final int YEARS = 9;

    /** Within that many months a day of the month falls on each weekday. */
    private static final int MONTHS = 120;

    private final LocalDate today;

    Calendar(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /** {@code null} where there is no such day: 31 June. */
    static @Nullable LocalDate exact(int year, int month, int day) {
        boolean exists = year >= Year.MIN_VALUE
                && month >= 1
                && month <= 12
                && YearMonth.of(year, month).isValidDay(day);
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** 12 December: this year's, or the next there is. */
    @Nullable
    LocalDate dayOfMonth(int month, int day) {
        for (int year = today.getYear(); year < today.getYear() + YEARS; year++) {
            LocalDate date = exact(year, month, day);
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        return null;
    }

    /** The 3rd: this month's, or the next there is; on that weekday if one is given. */
    @Nullable
    LocalDate day(int day, @Nullable DayOfWeek weekday) {
        YearMonth start = YearMonth.from(today);
        for (int months = 0; months < MONTHS; months++) {
            YearMonth month = start.plusMonths(months);
            if (month.isValidDay(day)) {
                LocalDate date = month.atDay(day);
                if (!date.isBefore(today) && (weekday == null || date.getDayOfWeek() == weekday)) {
                    return date;
                }
            }
        }
        return null;
    }

    /** The next such weekday after today. */
    LocalDate coming(DayOfWeek weekday) {
        return today.with(TemporalAdjusters.next(weekday));
    }

    /** The weekday so many weeks from this one (Monday to Sunday); this week's, once passed, means the coming one. */
    LocalDate inWeek(int weeks, DayOfWeek weekday) {
        LocalDate date = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks)
                .with(TemporalAdjusters.nextOrSame(weekday));
        return weeks == 0 && date.isBefore(today) ? coming(weekday) : date;
    }

    /** The latest such weekday before today. */
    LocalDate latest(DayOfWeek weekday) {
        return today.with(TemporalAdjusters.previous(weekday));
    }

    /** The month of that number that ends today or later. */
    YearMonth month(int month) {
        YearMonth thisYear = YearMonth.of(today.getYear(), month);
        return thisYear.atEndOfMonth().isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }
}
