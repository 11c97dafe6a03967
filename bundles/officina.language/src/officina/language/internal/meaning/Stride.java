// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Moves a day or a moment by an amount of a unit. Units are ISO durations ({@code P7D}, {@code P1M}, {@code PT1H}) or
 * {@link #WORKING_DAY}.
 */
final class Stride {

    static final String WORKING_DAY = "working-day";

    /** Further than that nobody plans; also bounds the loop over working days. */
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

    private Stride() {}

    /** The day so many units later, earlier with a negative amount; {@code null} where that is no day. */
    static @Nullable LocalDate from(LocalDate day, BigDecimal amount, String unit) {
        if (amount.abs().compareTo(MOST) > 0) {
            return null;
        }
        if (unit.equals(WORKING_DAY)) {
            return workingDays(day, amount.setScale(0, RoundingMode.HALF_UP).intValue());
        }
        Period period = Period.parse(unit);
        BigDecimal months = amount.multiply(BigDecimal.valueOf(period.getMonths())
                .add(MONTHS_A_YEAR.multiply(BigDecimal.valueOf(period.getYears()))));
        BigDecimal days = amount.multiply(BigDecimal.valueOf(period.getDays())).setScale(0, RoundingMode.HALF_UP);
        return months.stripTrailingZeros().scale() > 0
                ? null
                : day.plusMonths(months.longValue()).plusDays(days.longValue());
    }

    /** The duration of so many units; {@code null} where it is too long. */
    static @Nullable Duration duration(BigDecimal amount, String unit) {
        if (amount.abs().compareTo(MOST) > 0) {
            return null;
        }
        BigDecimal seconds =
                amount.multiply(BigDecimal.valueOf(Duration.parse(unit).toSeconds()));
        return Duration.ofSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private static LocalDate workingDays(LocalDate from, int count) {
        LocalDate day = from;
        int left = Math.abs(count);
        while (left > 0) {
            day = day.plusDays(Integer.signum(count));
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
