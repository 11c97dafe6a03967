// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.engine.AutomationItem;
import officina.engine.AutomationItem.State;
import officina.ui.base.Dates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutomationTextTests {

    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
    private final AutomationText texts = new AutomationText(new Dates(() -> NOW, ZoneOffset.UTC, Locale.UK));

    private static AutomationItem item(
            String schedule, State state, @Nullable Instant next, int failures, String... problems) {
        return new AutomationItem(
                new PluginId("batch.mail"),
                "Mail scanner",
                "",
                schedule,
                "",
                state,
                next,
                failures,
                null,
                null,
                List.of(problems));
    }

    private static LastRun run(Duration took, BigDecimal cost) {
        return new LastRun(
                new SessionId(new UUID(4, 1)),
                new RunId(new UUID(5, 1)),
                Cause.CATCH_UP,
                NOW,
                Ending.FAILED,
                took,
                cost,
                "No answer.",
                List.of());
    }

    @Test
    void what_is_in_its_way_comes_before_how_it_stands_but_not_before_what_it_does() {
        assertEquals("Waiting", AutomationText.state(item("* * * * *", State.WAITING, NOW, 0)));
        assertEquals("Cannot run", AutomationText.state(item("* * * * *", State.WAITING, null, 0, "It is off.")));
        assertEquals("Cannot run", AutomationText.state(item("* * * * *", State.PAUSED, null, 0, "It is off.")));
        assertEquals("At work", AutomationText.state(item("* * * * *", State.AT_WORK, null, 0, "It is off.")));
        assertTrue(AutomationText.isTroubled(item("", State.RETRYING, NOW, 1)));
        assertFalse(AutomationText.isTroubled(item("", State.PAUSED, null, 0)));
    }

    @Test
    void when_it_begins_next_is_told_with_why_it_does_not() {
        assertEquals(
                "It begins next: Today 19:00.",
                texts.nextSentence(item("0 * * * *", State.WAITING, NOW.plusSeconds(3_600), 0)));
        assertEquals(
                "It failed and is tried again: Today 18:01.",
                texts.nextSentence(item("0 * * * *", State.RETRYING, NOW.plusSeconds(60), 1)));
        assertEquals("", texts.nextSentence(item("0 * * * *", State.AT_WORK, null, 0)));
        assertEquals("It works when you ask.", texts.nextSentence(item("", State.WAITING, null, 0)));
        assertEquals(
                "It does not begin by itself as long as something is in its way.",
                texts.nextSentence(item("0 * * * *", State.WAITING, null, 0, "It is off.")));
        assertEquals(
                "It is paused: it begins nothing by itself until you let it go on.",
                texts.nextSentence(item("0 * * * *", State.PAUSED, null, 0)));
    }

    @Test
    void how_long_a_run_took_and_what_it_cost_is_told_as_people_do() {
        assertEquals("less than a second", took(Duration.ofMillis(900)));
        assertEquals("59 s", took(Duration.ofSeconds(59)));
        assertEquals("2 min 5 s", took(Duration.ofSeconds(125)));
        assertEquals("3 h 4 min", took(Duration.ofMinutes(184)));
        AutomationItem item = item("", State.WAITING, null, 0);
        assertTrue(texts.facts(item, run(Duration.ZERO, new BigDecimal("1.5"))).contains("Cost of models: 1.50."));
        assertEquals(
                "No answer.\n"
                        + "Begun Saturday, 21 November 2026, 18:00, to make up for what was missed while Officina was"
                        + " closed.\n"
                        + "It took less than a second. Cost of models: none.\n"
                        + "It has not done its work yet.",
                texts.facts(item, run(Duration.ZERO, BigDecimal.ZERO)));
    }

    private String took(Duration time) {
        String line = texts.facts(item("", State.WAITING, null, 0), run(time, BigDecimal.ZERO))
                .lines()
                .toList()
                .get(2);
        return line.substring("It took ".length(), line.indexOf('.'));
    }
}
