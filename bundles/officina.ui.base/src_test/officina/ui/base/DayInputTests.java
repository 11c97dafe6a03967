// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import officina.api.language.LanguageContext;
import officina.ui.base.DayInput.Reading;
import org.junit.jupiter.api.Test;

class DayInputTests {

    private static final LanguageContext BRITISH =
            new LanguageContext(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC, Locale.UK);
    private static final Reading TOMORROW = new Reading.On(LocalDate.of(2026, 11, 22), null);

    private final DayInput words = new DayInput(new FakeExtractor());
    private final DayInput dates = new DayInput(null);

    @Test
    void nothing_typed_clears_the_day() {
        assertEquals(new Reading.None(), words.read("  ", BRITISH));
    }

    @Test
    void words_are_understood() {
        assertEquals(TOMORROW, words.read("tomorrow", BRITISH));
    }

    @Test
    void a_day_with_a_time_is_understood() {
        assertEquals(
                new Reading.On(LocalDate.of(2026, 11, 22), LocalTime.of(9, 0)), words.read("tomorrow at 9", BRITISH));
    }

    @Test
    void a_period_means_its_last_day() {
        assertEquals(new Reading.On(LocalDate.of(2026, 11, 27), null), words.read("this week", BRITISH));
    }

    @Test
    void a_time_alone_means_today() {
        assertEquals(new Reading.On(LocalDate.of(2026, 11, 21), LocalTime.of(9, 0)), words.read("at 9", BRITISH));
    }

    @Test
    void anything_else_beside_the_day_is_not_swallowed() {
        assertEquals(new Reading.Unclear(), words.read("tomorrow banana", BRITISH));
    }

    @Test
    void iso_dates_need_no_words() {
        assertEquals(new Reading.On(LocalDate.of(2026, 12, 31), null), dates.read("2026-12-31", BRITISH));
        assertEquals(
                new Reading.On(LocalDate.of(2026, 12, 31), LocalTime.of(9, 30)),
                dates.read("2026-12-31 09:30", BRITISH));
    }

    @Test
    void dates_of_the_persons_language_need_no_words() {
        assertEquals(new Reading.On(LocalDate.of(2026, 12, 1), null), dates.read("01/12/2026", BRITISH));
        assertEquals(new Reading.On(LocalDate.of(2026, 12, 1), null), dates.read("1 Dec 2026", BRITISH));
        assertEquals(new Reading.On(LocalDate.of(2026, 12, 1), null), dates.read("1 December 2026", BRITISH));
    }

    @Test
    void what_a_field_shows_is_read_back_in_every_language() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        LocalDate day = LocalDate.of(2026, 12, 1);
        for (Locale locale : List.of(Locale.US, Locale.UK, Locale.GERMANY, Locale.FRANCE, Locale.ITALY, Locale.JAPAN)) {
            Dates shown = new Dates(() -> now, ZoneOffset.UTC, locale);
            for (LocalTime time : new LocalTime[] {null, LocalTime.of(9, 0), LocalTime.of(15, 30)}) {
                assertEquals(
                        new Reading.On(day, time),
                        dates.read(shown.typed(day, time), shown.language()),
                        locale + " " + shown.typed(day, time));
            }
        }
    }

    @Test
    void a_common_blank_stands_before_pm_as_well() {
        LanguageContext american = new LanguageContext(BRITISH.now(), ZoneOffset.UTC, Locale.US);
        assertEquals(Optional.of(LocalTime.of(15, 30)), dates.readTime("3:30 pm", american));
    }

    @Test
    void without_an_extractor_words_are_unclear() {
        assertEquals(new Reading.Unclear(), dates.read("tomorrow", BRITISH));
    }

    @Test
    void a_day_that_does_not_exist_is_unclear() {
        assertEquals(new Reading.Unclear(), words.read("2026-02-30", BRITISH));
    }

    @Test
    void times_are_read_in_digits_in_the_persons_way_and_in_words() {
        assertEquals(Optional.of(LocalTime.of(9, 30)), dates.readTime("9:30", BRITISH));
        assertEquals(Optional.of(LocalTime.of(21, 5)), dates.readTime(" 21:05 ", BRITISH));
        assertEquals(Optional.of(LocalTime.of(9, 0)), words.readTime("at 9", BRITISH));
        assertEquals(Optional.empty(), words.readTime("at 9 sharp", BRITISH));
    }
}
