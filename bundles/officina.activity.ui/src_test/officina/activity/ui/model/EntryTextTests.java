// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import officina.activity.ui.model.EntryText.Fact;
import officina.core.run.ActivityEntry;
import officina.ui.base.Dates;
import org.junit.jupiter.api.Test;

class EntryTextTests {

    private final ActivityEntry entry = new FakeActivity().add("agent.task", "Created a to-do");

    @Test
    void the_widest_times_are_among_those_a_column_is_measured_by() {
        EntryText words =
                new EntryText(new Dates(() -> Instant.parse("2026-11-19T12:00:00Z"), ZoneOffset.UTC, Locale.US));
        List<String> times =
                words.times().stream().map(each -> each.replace('\u202f', ' ')).toList();
        for (String wide : List.of("10:58:58 PM", "Yesterday 10:58:58 AM", "Sep 28, 2025 10:58:58 PM")) {
            assertTrue(times.contains(wide), times.toString());
        }
    }

    private static EntryText at(String now) {
        return new EntryText(new Dates(() -> Instant.parse(now), ZoneOffset.UTC, Locale.UK));
    }

    @Test
    void today_needs_no_day() {
        assertEquals("12:00:00", at("2026-11-21T18:00:00Z").time(entry));
        assertEquals("Yesterday 12:00:00", at("2026-11-22T18:00:00Z").time(entry));
        assertEquals("21 Nov 12:00:00", at("2026-11-25T18:00:00Z").time(entry));
    }

    @Test
    void the_person_is_called_you() {
        assertEquals("You", EntryText.source("user"));
        assertEquals("Officina", EntryText.source("officina"));
        assertEquals("Task agent", EntryText.source("agent.task"));
    }

    @Test
    void a_permission_is_used_or_refused_and_anything_else_is_ok() {
        FakeActivity log = new FakeActivity();
        assertEquals("OK", EntryText.status(entry));
        assertEquals(
                "Used",
                EntryText.status(
                        log.add("agent.task", "access.used", "list", "todo", ActivityEntry.Status.OK, "Read to-dos")));
        assertEquals(
                "Refused",
                EntryText.status(log.add(
                        "agent.task", "access.denied", "connect", "a:443", ActivityEntry.Status.DENIED, "Was not")));
    }

    @Test
    void details_tell_the_whole_chain_of_causes() {
        assertEquals(
                List.of(
                        new Fact("Time", "Saturday, 21 November 2026 12:00:00"),
                        new Fact("Who", "You → Task agent"),
                        new Fact("Action", "create todo"),
                        new Fact("Resource", "todo"),
                        new Fact("Status", "OK"),
                        new Fact("Event", "record.changed #1")),
                at("2026-11-21T18:00:00Z").facts(entry));
    }
}
