// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The day that captures mean. {@code null} wherever they mean none: 30 February, a year beyond 9999. */
final class Days {

    private static final String SOON = "soon";

    private final Calendar calendar;
    private final boolean monthFirst;
    private final DayOfWeek endOfWeek;

    /**
     * @param monthFirst how numbers alone are read: 3/4 as 4 March
     * @param endOfWeek the day that "end of the week" means
     */
    Days(Calendar calendar, boolean monthFirst, DayOfWeek endOfWeek) {
        this.calendar = calendar;
        this.monthFirst = monthFirst;
        this.endOfWeek = endOfWeek;
    }

    @Nullable
    LocalDate of(View view) {
        LocalDate base = base(view);
        String unit = view.text("unit");
        if (base != null && unit != null) {
            BigDecimal amount = view.amount();
            base = Stride.from(base, view.number("sign", 1) < 0 ? amount.negate() : amount, unit);
        }
        return base == null || base.getYear() < 1 || base.getYear() > 9999 ? null : base;
    }

    /** The last day of a unit of time ({@code P1D} and so on) that began on that day. */
    static LocalDate lastOf(LocalDate first, String unit) {
        LocalDate next = Stride.from(first, BigDecimal.ONE, unit);
        return next == null ? first : next.minusDays(1);
    }

    private @Nullable LocalDate base(View view) {
        if (view.has("a")) {
            return numeric(view);
        }
        if (view.has("edge")) {
            return edge(view);
        }
        DayOfWeek weekday = view.has("weekday") ? DayOfWeek.of(view.number("weekday", 1)) : null;
        if (weekday != null && view.has("nth")) {
            return nth(view, weekday);
        }
        if (view.has("dom")) {
            return date(view, weekday);
        }
        if (weekday != null) {
            return weekday(view.text("which"), weekday);
        }
        return calendar.today().plusDays(view.number("offset", 0));
    }

    private @Nullable LocalDate date(View view, @Nullable DayOfWeek weekday) {
        int day = view.number("dom", 0);
        if (!view.has("month")) {
            return calendar.day(day, weekday);
        }
        int month = view.number("month", 0);
        return view.has("year") ? Calendar.exact(year(view), month, day) : calendar.dayOfMonth(month, day);
    }

    private @Nullable LocalDate numeric(View view) {
        int first = view.number("a", 0);
        int second = view.number("b", 0);
        boolean swapped = (monthFirst ? first : second) > 12;
        int month = monthFirst != swapped ? first : second;
        int day = monthFirst != swapped ? second : first;
        return view.has("year") ? Calendar.exact(year(view), month, day) : calendar.dayOfMonth(month, day);
    }

    private static int year(View view) {
        int year = view.number("year", 0);
        return year < 100 ? 2000 + year : year;
    }

    private LocalDate weekday(@Nullable String which, DayOfWeek weekday) {
        if (which == null || which.equals(SOON)) {
            return calendar.coming(weekday);
        }
        int weeks = Integer.parseInt(which);
        return weeks < 0 ? calendar.latest(weekday) : calendar.inWeek(weeks, weekday);
    }

    /** "the first Monday of May"; -1 is the last. */
    private @Nullable LocalDate nth(View view, DayOfWeek weekday) {
        YearMonth month = month(view);
        LocalDate date = nth(month, view.number("nth", 1), weekday);
        boolean passed = date != null && date.isBefore(calendar.today());
        if (!passed || view.has("year") || view.has("which")) {
            return date;
        }
        return nth(view.has("month") ? month.plusYears(1) : month.plusMonths(1), view.number("nth", 1), weekday);
    }

    private static @Nullable LocalDate nth(YearMonth month, int nth, DayOfWeek weekday) {
        LocalDate date = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        return YearMonth.from(date).equals(month) ? date : null;
    }

    private YearMonth month(View view) {
        if (view.has("month")) {
            int month = view.number("month", 1);
            return view.has("year") ? YearMonth.of(year(view), month) : calendar.month(month);
        }
        return YearMonth.from(calendar.today()).plusMonths(which(view));
    }

    /** "end of the month": captures {@code edge} (start or end) and {@code of} (the unit), or a month. */
    private @Nullable LocalDate edge(View view) {
        boolean end = "end".equals(view.text("edge"));
        String unit = view.text("of");
        LocalDate today = calendar.today();
        if (unit == null) {
            YearMonth month = month(view);
            LocalDate first = month.atDay(1);
            return end ? month.atEndOfMonth() : first.isBefore(today) && !view.has("year") ? first.plusYears(1) : first;
        }
        if (unit.equals("P7D")) {
            return weekEdge(which(view), end);
        }
        LocalDate first = firstOf(today, unit);
        LocalDate moved = first == null ? null : Stride.from(first, BigDecimal.valueOf(which(view)), unit);
        if (moved == null || end) {
            return moved == null ? null : lastOf(moved, unit);
        }
        return moved.isBefore(today) ? Stride.from(moved, BigDecimal.ONE, unit) : moved;
    }

    private LocalDate weekEdge(int weeks, boolean end) {
        LocalDate monday = calendar.today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks);
        LocalDate date = end ? monday.with(TemporalAdjusters.nextOrSame(endOfWeek)) : monday;
        if (weeks == 0 && date.isBefore(calendar.today())) {
            return end ? monday.plusDays(6) : monday.plusWeeks(1);
        }
        return date;
    }

    private static int which(View view) {
        String which = view.text("which");
        return which == null ? 0 : which.equals(SOON) ? 1 : Integer.parseInt(which);
    }

    /** The first day of the month, quarter or year of a day; the day itself for a day. */
    static @Nullable LocalDate firstOf(LocalDate day, String unit) {
        return switch (unit) {
            case "P1D" -> day;
            case "P1M" -> day.withDayOfMonth(1);
            case "P3M" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "P1Y" -> day.withDayOfYear(1);
            default -> null;
        };
    }
}
