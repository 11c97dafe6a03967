// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import officina.base.Times;
import officina.engine.Traffic;
import officina.engine.Vitals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeSpreadTests {

    @Test
    void says_within_what_time_most_were_answered() {
        assertEquals("No other process has asked anything yet", summary(spread()));
        assertEquals("100: half of them within 0.2 ms, 99 of 100 within 5 ms", summary(spread(0, 60, 30, 0, 0, 9, 1)));
        assertEquals("1: half of them within 0.1 ms, 99 of 100 within 0.1 ms", summary(spread(1)));
        assertEquals(
                "2: half of them within 0.1 ms, 99 of 100 within more than 1,000 ms",
                summary(spread(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
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
        assertEquals("1 event", text.journal(journal(1)));
        assertEquals("12,345 events", text.journal(journal(12_345)));
        assertEquals(
                "9 events; 2 runs have stopped because the disk is full",
                text.journal(new Vitals.OfJournal(9, true, 2, 0, 0, 0, List.of())));
        assertEquals(
                "9 events; nothing more is accepted, because the disk failed. Start Officina again.",
                text.journal(new Vitals.OfJournal(9, false, 0, 0, 0, 0, List.of())));
        assertEquals(
                "1 reader follows the journal; 12,000 events were read from memory, 3 back from its files",
                text.reading(new Vitals.OfJournal(9, true, 0, 1, 12_000, 3, List.of())));
        assertEquals("Agrees with the journal", text.store(vitals(9, 9, null)));
        assertEquals("7 events behind the journal", text.store(vitals(9, 2, null)));
        assertEquals("It is stuck.", text.store(vitals(9, 2, "It is stuck.")));
        Traffic traffic = new Traffic(List.of(), 1_200, 2, 3, 1, 4, List.of());
        assertEquals(
                "0 now, 1,200 since the data was opened, 2 sent away, 3 came back after their connection broke",
                text.attached(traffic));
        assertEquals(
                "None dropped; 1 time held back for a process that had not taken those before,"
                        + " 4 read again from the journal for processes that came back",
                text.flow(traffic));
        assertEquals(
                List.of("3", "1.0", "2 h 5 min", "6", "1,000", "1", "2", "40", "0", "5", "3 KiB"),
                text.row(new Traffic.Client(
                        3, "1.0", Duration.ofMinutes(125), 6, 1_000, 1, 2, new Traffic.Sent(40, 0, 5), 3_500)));
    }

    private static Vitals vitals(long journal, long store, @Nullable String trouble) {
        return new Vitals(journal(journal), new Vitals.OfStore(store, trouble), Traffic.NONE);
    }

    private static Vitals.OfJournal journal(long position) {
        return new Vitals.OfJournal(position, true, 0, 0, 0, 0, List.of());
    }

    private static String summary(TimeSpread spread) {
        return spread.summary(Words.ANSWERS_NONE, Words.ANSWERS_HALF);
    }

    private static TimeSpread spread(long... counts) {
        List<Long> all = new ArrayList<>(Collections.nCopies(Times.BOUNDS_MICROS.size() + 1, 0L));
        for (int i = 0; i < counts.length; i++) {
            all.set(i, counts[i]);
        }
        return new TimeSpread(all, Locale.ENGLISH);
    }
}
