// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import officina.activity.ui.model.Period.Choice;
import officina.api.id.PluginId;
import officina.core.run.ActivityQuery;
import org.junit.jupiter.api.Test;

class PeriodTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void a_week_is_today_and_the_six_days_before() {
        assertEquals(new Period(LocalDate.of(2026, 11, 15), TODAY), Choice.WEEK.on(TODAY));
    }

    @Test
    void yesterday_is_one_day() {
        assertEquals(new Period(TODAY.minusDays(1), TODAY.minusDays(1)), Choice.YESTERDAY.on(TODAY));
    }

    @Test
    void any_day_has_no_ends() {
        assertEquals(Period.ANY, Choice.ANY.on(TODAY));
    }

    @Test
    void days_given_the_wrong_way_round_are_turned() {
        assertEquals(new Period(TODAY.minusDays(3), TODAY), new Period(TODAY, TODAY.minusDays(3)));
    }

    @Test
    void the_days_of_a_query_are_those_of_the_persons_zone() {
        ActivityQuery query = new ActivityFilter(
                        new PluginId("agent.task"),
                        Kind.ACCESS,
                        Choice.TODAY.on(TODAY),
                        "  passport ",
                        null,
                        null,
                        null,
                        "")
                .query(ZoneId.of("Europe/Rome"), 77, 10);
        assertEquals(
                new ActivityQuery(
                        null,
                        new PluginId("agent.task"),
                        "access",
                        Instant.parse("2026-11-20T23:00:00Z"),
                        Instant.parse("2026-11-21T23:00:00Z"),
                        "passport",
                        77,
                        10),
                query);
    }

    @Test
    void without_a_filter_nothing_restricts_the_query() {
        assertEquals(
                new ActivityQuery(null, null, null, null, null, null, Long.MAX_VALUE, 10),
                ActivityFilter.NONE.query(ZoneId.of("UTC"), Long.MAX_VALUE, 10));
    }
}
