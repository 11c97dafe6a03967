// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import officina.engine.Traffic;
import officina.engine.Vitals;
import org.junit.jupiter.api.Test;

class AnswerSpreadTests {

    @Test
    void says_within_what_time_most_were_answered() {
        assertEquals("No other process has asked anything yet", spread().summary());
        assertEquals(
                "100: half of them within 0.2 ms, 99 of 100 within 5 ms",
                spread(0, 60, 30, 0, 0, 9, 1).summary());
        assertEquals(
                "1: half of them within 0.1 ms, 99 of 100 within 0.1 ms",
                spread(1).summary());
        assertEquals(
                "2: half of them within 0.1 ms, 99 of 100 within more than 1,000 ms",
                spread(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).summary());
    }

    @Test
    void has_as_many_bounds_as_classes() {
        assertEquals(spread().counts().size(), spread().bounds().size());
        assertEquals("0.1", spread().bounds().getFirst());
        assertEquals(">\u20091,000", spread().bounds().getLast());
    }

    @Test
    void numbers_are_told_in_words() {
        VitalsText text = new VitalsText(Locale.ENGLISH);
        assertEquals("1 event", text.journal(new Vitals(1, 1, Traffic.NONE)));
        assertEquals("12,345 events", text.journal(new Vitals(12_345, 1, Traffic.NONE)));
        assertEquals("Agrees with the journal", text.store(new Vitals(9, 9, Traffic.NONE)));
        assertEquals("7 events behind the journal", text.store(new Vitals(9, 2, Traffic.NONE)));
        assertEquals(
                List.of("3", "1.0", "2 h 5 min", "1,000", "1", "2", "40", "0", "3 KiB"),
                text.row(new Traffic.Client(3, "1.0", Duration.ofMinutes(125), 1_000, 1, 2, 40, 0, 3_500)));
    }

    private static AnswerSpread spread(long... counts) {
        List<Long> all = new ArrayList<>(Collections.nCopies(Traffic.BOUNDS_MICROS.size() + 1, 0L));
        for (int i = 0; i < counts.length; i++) {
            all.set(i, counts[i]);
        }
        return new AnswerSpread(all, Locale.ENGLISH);
    }
}
