// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTests {

    /** A Wednesday, 15:30 in Rome. */
    private static final Instant NOW = Instant.parse("2026-11-18T14:30:00Z");

    private final Dates dates = new Dates(InstantSource.fixed(NOW), ZoneId.of("Europe/Rome"), Locale.UK);

    @Test
    void moments_of_the_last_hour_are_told_in_minutes() {
        assertEquals("Now", dates.ago(NOW.minusSeconds(59)));
        assertEquals("5 min", dates.ago(NOW.minusSeconds(5 * 60)));
    }

    @Test
    void earlier_today_is_told_by_the_clock_and_yesterday_by_name() {
        assertEquals("09:05", dates.ago(Instant.parse("2026-11-18T08:05:00Z")));
        assertEquals("Yesterday", dates.ago(Instant.parse("2026-11-17T22:59:00Z")));
    }

    @Test
    void the_last_week_is_told_by_weekday_and_older_moments_by_date() {
        assertEquals("Sat", dates.ago(Instant.parse("2026-11-14T10:00:00Z")));
        assertEquals("2 Nov", dates.ago(Instant.parse("2026-11-02T10:00:00Z")));
        assertEquals("2 Nov 2024", dates.ago(Instant.parse("2024-11-02T10:00:00Z")));
    }

    @Test
    void a_moment_that_is_yet_to_come_because_a_clock_jumped_is_told_by_the_clock() {
        assertEquals("16:00", dates.ago(Instant.parse("2026-11-18T15:00:00Z")));
    }

    @Test
    void days_near_today_have_names() {
        assertEquals("Today", dates.day(LocalDate.of(2026, 11, 18)));
        assertEquals("Tomorrow", dates.day(LocalDate.of(2026, 11, 19)));
        assertEquals("Yesterday", dates.day(LocalDate.of(2026, 11, 17)));
        assertEquals("Saturday", dates.day(LocalDate.of(2026, 11, 21)));
        assertEquals("12 Dec", dates.day(LocalDate.of(2026, 12, 12)));
        assertEquals("12 Dec 2027", dates.day(LocalDate.of(2027, 12, 12)));
        assertEquals("14:05", dates.time(LocalTime.of(14, 5)));
    }
}
