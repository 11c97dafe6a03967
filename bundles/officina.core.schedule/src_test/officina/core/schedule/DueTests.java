// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Timetable HOURLY = new Timetable(CronSchedule.parse("0 * * * *"), null, false);

    private static Due due(Standing standing, Instant now) {
        return Due.next("batch.mail", HOURLY, ZoneOffset.UTC, standing, now).orElseThrow();
    }

    private static Instant hour(int hour) {
        return NOON.plus(Duration.ofHours(hour));
    }

    private static Instant minutes(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void what_is_new_waits_for_its_first_point() {
        Due due = due(Standing.from(NOON), NOON);
        assertEquals(hour(1), due.point());
        assertFalse(due.isReached(NOON));
        assertFalse(due.retry());
    }

    @Test
    void what_was_missed_many_times_is_made_up_for_once() {
        Standing closed = Standing.from(NOON);
        Instant opened = hour(100);
        Due due = due(closed, opened);
        assertTrue(due.isReached(opened));
        assertTrue(due.isMissed(opened));
        assertEquals(hour(101), due(closed.begun(opened), opened).point());
    }

    @Test
    void what_came_due_while_it_was_at_work_is_done_with() {
        Standing standing = Standing.from(NOON).begun(hour(1)).done(hour(3).plusSeconds(60));
        assertEquals(hour(4), due(standing, hour(3).plusSeconds(60)).point());
    }

    @Test
    void what_begins_at_once_was_not_missed() {
        Due due = due(Standing.from(NOON), NOON);
        assertFalse(due.isMissed(due.at().plusSeconds(30)));
    }

    @Test
    void it_begins_up_to_a_minute_later_than_due_and_always_by_the_same() {
        Standing standing = Standing.from(NOON);
        assertEquals(due(standing, NOON), due(standing, hour(5)));
        long different = IntStream.range(0, 100)
                .mapToObj(i -> Due.next("batch.number" + i, HOURLY, ZoneOffset.UTC, standing, NOON)
                        .orElseThrow())
                .peek(each ->
                        assertTrue(Duration.between(each.point(), each.at()).compareTo(Duration.ofMinutes(1)) <= 0))
                .map(Due::at)
                .distinct()
                .count();
        assertTrue(different > 50, different + " different times");
    }

    @Test
    void what_is_due_each_minute_is_late_by_a_tenth_of_that_at_most() {
        Timetable often = new Timetable(CronSchedule.parse("* * * * *"), null, false);
        for (int i = 0; i < 100; i++) {
            Due due = Due.next("batch.mail", often, ZoneOffset.UTC, Standing.from(minutes(i)), minutes(i))
                    .orElseThrow();
            assertTrue(Duration.between(due.point(), due.at()).toMillis() <= 6_000, due.toString());
        }
    }

    @Test
    void the_pauses_after_failures_double_up_to_an_hour() {
        Standing standing = Standing.from(NOON);
        long[] expected = {1, 2, 4, 8, 16, 32, 60, 60};
        for (long minutes : expected) {
            standing = standing.failed(NOON, null);
            Due due = due(standing, NOON);
            assertEquals(new Due(minutes(minutes), minutes(minutes), true), due);
            assertFalse(due.isMissed(hour(5)), "a retry is none that was missed");
        }
        for (int i = 0; i < 100; i++) {
            standing = standing.failed(NOON, null);
        }
        assertEquals(minutes(60), due(standing, NOON).at());
        assertEquals(hour(1), due(standing.done(NOON), NOON).point(), "once it is done its failures are forgotten");
    }

    @Test
    void a_longer_pause_that_was_asked_for_is_kept_up_to_a_day() {
        Standing fresh = Standing.from(NOON);
        assertEquals(
                minutes(30),
                due(fresh.failed(NOON, Duration.ofMinutes(30)), NOON).at());
        assertEquals(
                minutes(1), due(fresh.failed(NOON, Duration.ofSeconds(3)), NOON).at());
        assertEquals(
                hour(24), due(fresh.failed(NOON, Duration.ofDays(400)), NOON).at());
    }

    @Test
    void what_is_not_allowed_waits_for_its_next_point_after_a_pause_and_for_less_once_it_is() {
        Timetable often = new Timetable(CronSchedule.parse("* * * * *"), null, false);
        Standing standing = Standing.from(NOON);
        for (int i = 0; i < 5; i++) {
            standing = standing.refused(NOON);
        }
        assertEquals(
                minutes(17),
                Due.next("a", often, ZoneOffset.UTC, standing, NOON)
                        .orElseThrow()
                        .point());
        assertEquals(
                minutes(1),
                Due.next("a", often, ZoneOffset.UTC, standing.cleared(NOON), NOON)
                        .orElseThrow()
                        .point());
    }

    @Test
    void what_is_paused_is_not_due_and_makes_up_for_nothing_when_it_goes_on() {
        Standing paused = Standing.from(NOON).failed(NOON, null).stoppedByPerson();
        assertEquals(Optional.empty(), Due.next("a", HOURLY, ZoneOffset.UTC, paused, hour(5)));
        Instant later = hour(5).plusSeconds(1);
        assertEquals(hour(6), due(paused.resumed(later), later).point());
    }

    @Test
    void without_a_timetable_nothing_is_due() {
        assertEquals(Optional.empty(), Due.next("a", null, ZoneOffset.UTC, Standing.from(NOON), hour(5)));
        assertEquals(
                Optional.empty(),
                Due.next("a", null, ZoneOffset.UTC, Standing.from(NOON).failed(NOON, null), hour(5)));
    }

    @Test
    void a_clock_that_was_wrong_stops_nothing_for_years() {
        Standing ahead = Standing.from(NOON.plus(Duration.ofDays(4_000)));
        assertEquals(hour(1), due(ahead, NOON).point());
        assertEquals(
                NOON,
                due(ahead.failed(NOON.plus(Duration.ofDays(4_000)), null), NOON).at());
    }

    @Test
    void a_named_zone_counts_instead_of_the_one_of_the_machine() {
        Timetable tokyo = new Timetable(CronSchedule.parse("0 9 * * *"), Timetable.zone("Asia/Tokyo"), false);
        assertEquals(
                Instant.parse("2026-11-23T00:00:00Z"),
                Due.next("a", tokyo, ZoneId.of("Europe/Rome"), Standing.from(NOON), NOON)
                        .orElseThrow()
                        .point());
        assertEquals(
                Instant.parse("2026-11-23T08:00:00Z"),
                Due.next(
                                "a",
                                new Timetable(tokyo.cron(), null, false),
                                ZoneId.of("Europe/Rome"),
                                Standing.from(NOON),
                                NOON)
                        .orElseThrow()
                        .point());
    }

    @Test
    void a_zone_that_is_none_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Timetable.zone("Rome, Italy"));
        assertThrows(IllegalArgumentException.class, () -> Timetable.zone("Europe/Atlantis"));
    }
}
