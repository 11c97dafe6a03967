// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import officina.api.language.LanguageContext;
import officina.api.record.Priority;
import officina.engine.Todos.NewTodo;
import org.junit.jupiter.api.Test;

class QuickAddTests {

    private static final LanguageContext LANGUAGE =
            new LanguageContext(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC, Locale.ENGLISH);

    private final QuickAdd add = new QuickAdd(new FakeExtractor());

    @Test
    void an_empty_line_adds_nothing() {
        assertEquals(Optional.empty(), add.read("   ", LANGUAGE));
    }

    @Test
    void day_time_and_priority_leave_the_title() {
        assertEquals(
                Optional.of(new NewTodo(
                        null,
                        "Renew the passport",
                        "",
                        Priority.HIGH,
                        LocalDate.of(2026, 11, 22),
                        LocalTime.of(9, 0),
                        List.of())),
                add.read("Renew the passport tomorrow at 9, high priority", LANGUAGE));
    }

    @Test
    void people_are_noted_and_stay_in_the_title() {
        assertEquals(
                Optional.of(new NewTodo(
                        null,
                        "Lunch with Anna",
                        "",
                        Priority.MEDIUM,
                        LocalDate.of(2026, 11, 22),
                        null,
                        List.of("Anna"))),
                add.read("Lunch with Anna tomorrow", LANGUAGE));
    }

    @Test
    void what_is_quoted_is_the_title() {
        assertEquals(
                "Call home",
                add.read("remind me to \"Call home\" tomorrow", LANGUAGE)
                        .orElseThrow()
                        .title());
    }

    @Test
    void a_line_of_nothing_but_a_day_is_its_own_title() {
        NewTodo todo = add.read("tomorrow", LANGUAGE).orElseThrow();
        assertEquals("tomorrow", todo.title());
        assertEquals(LocalDate.of(2026, 11, 22), todo.due());
    }

    @Test
    void without_an_extractor_the_line_is_the_title() {
        assertEquals(
                "Lunch tomorrow",
                new QuickAdd(null)
                        .read("Lunch tomorrow", LANGUAGE)
                        .orElseThrow()
                        .title());
    }
}
