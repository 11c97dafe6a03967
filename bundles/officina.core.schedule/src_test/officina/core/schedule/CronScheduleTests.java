// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTests {

    /** Clocks go on at 2:00 on 29 March 2026 and back at 3:00 on 25 October. */
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static List<String> following(String cron, ZoneId zone, String local, int count) {
        CronSchedule schedule = CronSchedule.parse(cron);
        Instant at = LocalDateTime.parse(local).atZone(zone).toInstant();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            at = schedule.after(at, zone).orElseThrow();
            found.add(at.atZone(zone).toOffsetDateTime().toString());
        }
        return found;
    }

    @Test
    void the_five_fields_are_those_of_crontab() {
        assertEquals(
                List.of("2026-11-23T07:30Z", "2026-11-24T07:30Z", "2026-11-25T07:30Z"),
                following("30 7 * * 1-5", ZoneOffset.UTC, "2026-11-22T10:00", 3));
        assertEquals(
                List.of("2026-11-22T10:15Z", "2026-11-22T10:30Z"),
                following("*/15 * * * *", ZoneOffset.UTC, "2026-11-22T10:00", 2));
        assertEquals(List.of("2026-11-29T00:00Z"), following("0 0 * * 7", ZoneOffset.UTC, "2026-11-22T10:00", 1));
        assertEquals(List.of("2027-01-01T00:00Z"), following("0 0 1 JAN *", ZoneOffset.UTC, "2026-11-22T10:00", 1));
    }

    @Test
    void of_two_kinds_of_days_either_will_do() {
        assertEquals(
                List.of("2026-11-27T00:00Z", "2026-12-04T00:00Z", "2026-12-11T00:00Z", "2026-12-13T00:00Z"),
                following("0 0 13 * 5", ZoneOffset.UTC, "2026-11-22T10:00", 4));
    }

    @Test
    void a_leap_day_is_waited_for() {
        assertEquals(
                List.of("2028-02-29T00:00Z", "2032-02-29T00:00Z"),
                following("0 0 29 2 *", ZoneOffset.UTC, "2026-11-22T10:00", 2));
    }

    @Test
    void a_named_time_that_the_clocks_leave_out_is_made_up_for_right_after_the_gap() {
        assertEquals(
                List.of("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00"),
                following("30 2 * * *", ROME, "2026-03-27T12:00", 3));
    }

    @Test
    void several_times_in_the_gap_are_made_up_for_once() {
        assertEquals(
                List.of("2026-03-29T03:00+02:00", "2026-03-29T05:00+02:00"),
                following("0 2,3,5 * * *", ROME, "2026-03-29T01:30", 2));
        assertEquals(
                List.of("2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00"),
                following("0,20,40 2 * * *", ROME, "2026-03-29T01:30", 2));
    }

    @Test
    void a_named_time_that_comes_twice_counts_the_first_time() {
        assertEquals(
                List.of("2026-10-25T02:15+02:00", "2026-10-25T02:45+02:00", "2026-10-26T02:15+01:00"),
                following("15,45 2 * * *", ROME, "2026-10-24T12:00", 3));
        CronSchedule schedule = CronSchedule.parse("45 2 * * *");
        assertEquals(
                Instant.parse("2026-10-26T01:45:00Z"),
                schedule.after(Instant.parse("2026-10-25T01:20:00Z"), ROME).orElseThrow(),
                "asked in the hour that comes again");
    }

    @Test
    void every_half_hour_is_every_half_hour_whatever_the_clocks_do() {
        assertEquals(
                List.of(
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:30+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T02:30+01:00",
                        "2026-10-25T03:00+01:00"),
                following("*/30 * * * *", ROME, "2026-10-25T01:30", 5));
        assertEquals(
                List.of("2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00"),
                following("*/30 * * * *", ROME, "2026-03-29T01:00", 3));
        assertEquals(
                List.of("2026-03-29T01:20+01:00", "2026-03-29T03:20+02:00"),
                following("20 * * * *", ROME, "2026-03-29T01:00", 2));
    }

    @Test
    void a_zone_whose_clocks_change_by_half_an_hour_is_reckoned_with() {
        // Lord Howe Island: from 2:00 to 1:30 on 5 April 2026
        assertEquals(
                List.of("2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30"),
                following("45 1 * * *", ZoneId.of("Australia/Lord_Howe"), "2026-04-04T12:00", 2));
        assertEquals(
                List.of("2026-04-05T01:45+11:00", "2026-04-05T01:45+10:30", "2026-04-05T02:45+10:30"),
                following("45 * * * *", ZoneId.of("Australia/Lord_Howe"), "2026-04-05T01:00", 3));
    }

    @Test
    void a_day_that_a_zone_left_out_is_made_up_for() {
        // Samoa went from 29 to 31 December 2011
        assertEquals(
                List.of("2011-12-29T09:00-10:00", "2011-12-31T00:00+14:00", "2011-12-31T09:00+14:00"),
                following("0 9 * * *", ZoneId.of("Pacific/Apia"), "2011-12-28T12:00", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "* * * *",
                "* * * * * *",
                "@daily",
                "@reboot",
                "60 * * * *",
                "*/0 * * * *",
                "5-1 * * * *",
                "0 0 L * *",
                "0 0 15W * *",
                "0 0 * * 5#2",
                "-1 * * * *",
                "1,,2 * * * *",
                "99999999999 * * * *",
                "a b c d e",
                "0 0 ? * 1",
                "1-2/ * * * *",
                "\u0661 * * * *"
            })
    void what_is_no_expression_is_refused_in_a_sentence(String text) {
        String said = assertThrows(IllegalArgumentException.class, () -> CronSchedule.parse(text))
                .getMessage();
        assertTrue(said.startsWith("A schedule ") && said.endsWith("."), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 31 2 *", "0 0 31 4,6,9,11 *", "0 0 30 2 *"})
    void a_day_that_never_comes_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> CronSchedule.parse(text));
    }

    @Test
    void one_that_is_too_long_is_not_read() {
        String all =
                "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36";
        assertThrows(IllegalArgumentException.class, () -> CronSchedule.parse(all + " * * * *"));
    }

    @Test
    void nothing_is_due_at_the_end_of_time() {
        assertTrue(CronSchedule.parse("* * * * *").after(Instant.MAX, ROME).isEmpty());
    }
}
