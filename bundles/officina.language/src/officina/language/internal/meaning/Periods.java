// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The period that captures mean; {@code null} where they mean none. */
final class Periods {

    private static final String WEEKEND = "weekend";

    private final Calendar calendar;
    private final Days days;
    private final DayOfWeek firstDayOfWeek;

    /** @param firstDayOfWeek with which "this week" begins */
    Periods(Calendar calendar, Days days, DayOfWeek firstDayOfWeek) {
        this.calendar = calendar;
        this.days = days;
        this.firstDayOfWeek = firstDayOfWeek;
    }

    @Nullable
    Range of(View view) {
        Range range = view.under("to").isEmpty() ? single(view) : span(view, view.under("to"));
        return range == null || range.last().isBefore(range.first()) ? null : range;
    }

    private @Nullable Range single(View view) {
        String unit = view.text("unit");
        if (unit != null) {
            return count(view, unit);
        }
        String of = view.text("of");
        if (of != null) {
            return whole(of, view.text("which"));
        }
        if (view.has("month")) {
            return month(view);
        }
        int year = view.number("year", 1);
        return new Range(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** "the next 7 days" ends on the 7th after today; "the past 7 days" began on the 7th before. */
    private @Nullable Range count(View view, String unit) {
        LocalDate today = calendar.today();
        BigDecimal amount = view.amount();
        if ("-1".equals(view.text("which"))) {
            LocalDate first = Stride.from(today, amount.negate(), unit);
            return first == null ? null : new Range(first, today);
        }
        LocalDate last = Stride.from(today, amount, unit);
        return last == null ? null : new Range(today, last);
    }

    /** "this week", "next month", "last year". */
    private @Nullable Range whole(String unit, @Nullable String which) {
        int steps = which == null ? 0 : which.equals("soon") ? 1 : Integer.parseInt(which);
        LocalDate today = calendar.today();
        if (unit.equals(WEEKEND)) {
            return weekend(steps, "soon".equals(which));
        }
        if (unit.equals("P7D")) {
            LocalDate first =
                    today.with(TemporalAdjusters.previousOrSame(firstDayOfWeek)).plusWeeks(steps);
            return new Range(first, first.plusDays(6));
        }
        LocalDate first = Days.firstOf(today, unit);
        LocalDate moved = first == null ? null : Stride.from(first, BigDecimal.valueOf(steps), unit);
        return moved == null ? null : new Range(moved, Days.lastOf(moved, unit));
    }

    /** This weekend is the present one or the coming one; the next is a week later. */
    private Range weekend(int steps, boolean coming) {
        LocalDate sunday = calendar.today()
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .plusWeeks(coming ? 0 : steps);
        return new Range(sunday.minusDays(1), sunday);
    }

    private Range month(View view) {
        int month = view.number("month", 1);
        YearMonth thatMonth = view.has("year") ? YearMonth.of(view.number("year", 1), month) : calendar.month(month);
        int which = view.has("which") && "-1".equals(view.text("which")) ? -1 : 0;
        if (which < 0) {
            YearMonth past = YearMonth.of(calendar.today().getYear(), month);
            thatMonth = past.isBefore(YearMonth.from(calendar.today())) ? past : past.minusYears(1);
        }
        return new Range(thatMonth.atDay(1), thatMonth.atEndOfMonth());
    }

    /** From one day to another. What the first leaves open (month, year) is the last's. */
    private @Nullable Range span(View from, View to) {
        LocalDate last = days.of(to);
        if (last == null) {
            return null;
        }
        if (from.has("dom") && !from.has("month")) {
            LocalDate first = Calendar.exact(last.getYear(), last.getMonthValue(), from.number("dom", 0));
            return first == null ? null : new Range(first, last);
        }
        LocalDate first = days.of(from);
        if (first == null) {
            return null;
        }
        if (to.has("dom") && !to.has("month") && from.has("month")) {
            last = Calendar.exact(first.getYear(), first.getMonthValue(), to.number("dom", 0));
            return last == null ? null : new Range(first, last);
        }
        return new Range(first, after(first, last, to));
    }

    /** The last day brought behind the first: the next such weekday, the same date a year later. */
    private static LocalDate after(LocalDate first, LocalDate last, View to) {
        if (!last.isBefore(first) || to.has("year")) {
            return last;
        }
        return to.has("weekday") && !to.has("dom")
                ? first.with(TemporalAdjusters.next(last.getDayOfWeek()))
                : last.plusYears(1);
    }
}
