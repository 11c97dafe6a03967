// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import officina.ui.base.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTextTests {

    private final ScheduleText texts = new ScheduleText(new Dates(() -> Instant.EPOCH, ZoneOffset.UTC, Locale.UK));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *        | Every minute",
                "*/15 * * * *     | Every 15 minutes",
                "0 * * * *        | Every hour",
                "0 */2 * * *      | Every 2 hours",
                "5 */6 * * *      | Every 6 hours, 5 minutes past the hour",
                "1 * * * *        | Every hour, 1 minute past the hour",
                "30 7 * * *       | Every day at 07:30",
                "0 19,7 * * *     | Every day at 07:00 and 19:00",
                "0,30 9 * * 1     | On Monday at 09:00 and 09:30",
                "30 7 * * 1-5     | Monday to Friday at 07:30",
                "0 8 * * MON,wed,5| On Monday, Wednesday and Friday at 08:00",
                "0 8 * * 0        | On Sunday at 08:00",
                "0 8 * * 6-7      | On Saturday and Sunday at 08:00",
                "0 8 * * 0-6      | Every day at 08:00",
                "0 0 1 * *        | On day 1 of each month at 00:00",
                "0 0 1,15 * *     | On days 1 and 15 of each month at 00:00",
                "0 6 24 12 *      | On day 24 of December at 06:00",
            })
    void what_is_usual_is_said_in_plain_words(String schedule, String said) {
        assertEquals(said, texts.of(schedule, ""));
    }

    /** Some do not go on evenly, some say two things at once, some would be longer in words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/45 * * * *",
                "0 */5 * * *",
                "0 8 1 * 1",
                "10-20 * * * *",
                "0 8-18 * * 1-5",
                "0 8 * JAN *",
                "0 8 1 JAN *",
                "*/10 8 * * *",
                "0 0,1,2,3,4,5,6,7 * * *",
                "0 8 * * 5-1",
            })
    void what_is_tangled_stands_as_crontab_writes_it(String schedule) {
        assertEquals("As crontab writes it: " + schedule, texts.of(schedule, ""));
    }

    @Test
    void a_time_zone_of_its_own_is_named() {
        assertEquals("Every day at 07:30 (Europe/Rome)", texts.of("30 7 * * *", "Europe/Rome"));
    }

    @Test
    void what_has_no_schedule_waits_to_be_asked() {
        assertEquals("When you ask", texts.of("", ""));
    }
}
