// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.store.Store;
import officina.store.internal.database.RawDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How events get into a store. */
class ApplyTests {

    private static final int EVENTS = 1_500;

    @TempDir
    Path temp;

    private final List<EventEnvelope> events = RandomStory.events(42, EVENTS);

    @Test
    void an_empty_store_stands_at_zero() {
        try (Store store = Stores.open(temp.resolve("store"))) {
            assertEquals(0, store.highWater());
        }
    }

    @Test
    void the_mark_is_the_position_of_the_newest_event() {
        try (Store store = Stores.with(temp.resolve("store"), events.subList(0, 100))) {
            assertEquals(100, store.highWater());
        }
    }

    @Test
    void the_mark_and_the_content_are_there_after_reopening() {
        List<String> before;
        try (Store store = Stores.with(temp.resolve("store"), events)) {
            before = Stores.content(store);
        }
        try (Store store = Stores.open(temp.resolve("store"))) {
            Stores.assertSame(before, Stores.content(store));
        }
    }

    @Test
    void applying_again_changes_nothing() {
        try (Store store = Stores.with(temp.resolve("store"), events)) {
            List<String> once = Stores.content(store);
            store.apply(events);
            store.apply(events.subList(500, 900));
            store.apply(events.subList(events.size() - 1, events.size()));
            Stores.assertSame(once, Stores.content(store));
        }
    }

    @Test
    void applying_prefixes_again_and_again_gives_the_same_rows_as_applying_once() {
        Stores.with(temp.resolve("whole"), events).close();
        for (int seed = 0; seed < 5; seed++) {
            Path folder = temp.resolve("pieces" + seed);
            Random random = new Random(seed);
            try (Store store = Stores.open(folder)) {
                while (store.highWater() < events.size()) {
                    int mark = (int) store.highWater();
                    int from = random.nextInt(mark + 1);
                    store.apply(events.subList(from, Math.min(events.size(), mark + random.nextInt(300))));
                }
            }
            assertEquals(RawDatabase.rows(temp.resolve("whole")), RawDatabase.rows(folder));
        }
    }

    @Test
    void a_store_that_was_reset_and_filled_again_has_the_same_rows() {
        Stores.with(temp.resolve("whole"), events).close();
        try (Store store = Stores.with(temp.resolve("again"), RandomStory.events(7, 700))) {
            store.reset();
            Stores.assertSame(Stores.content(Stores.open(temp.resolve("empty"))), Stores.content(store));
            events.forEach(envelope -> store.apply(List.of(envelope)));
        }
        assertEquals(RawDatabase.rows(temp.resolve("whole")), RawDatabase.rows(temp.resolve("again")));
    }

    @Test
    void a_gap_is_refused_and_changes_nothing() {
        try (Store store = Stores.with(temp.resolve("store"), events.subList(0, 100))) {
            assertFails("store.gap", () -> store.apply(events.subList(101, 110)));
            assertFails("store.gap", () -> store.apply(101, events.subList(110, 120)));
            assertEquals(100, store.highWater());
        }
    }

    @Test
    void what_was_removed_from_the_journal_is_no_gap() {
        try (Store store = Stores.with(temp.resolve("store"), events.subList(0, 100))) {
            store.apply(90, events.subList(110, 120));
            assertEquals(120, store.highWater());
        }
    }

    @Test
    void the_event_of_another_journal_at_the_mark_is_refused() {
        try (Store store = Stores.with(temp.resolve("store"), events.subList(0, 100))) {
            EventEnvelope mine = events.get(99);
            EventEnvelope other = new EventEnvelope(
                    mine.schema(),
                    Story.session(99),
                    mine.run(),
                    1,
                    mine.position(),
                    mine.at(),
                    mine.origin(),
                    mine.event());
            assertFails("store.disagrees", () -> store.apply(List.of(other)));
            assertFalse(store.agreesWith(other));
            assertFalse(store.agreesWith(events.get(98)));
            assertTrue(store.agreesWith(mine));
        }
    }

    @Test
    void a_list_that_fails_half_way_leaves_nothing_behind() {
        Story story = new Story().turn(Story.session(1), Story.run(1), "Hello");
        story.at(Instant.MAX.minusNanos(1_000_000_001L)).finish(Story.session(1), Story.run(1));
        try (Store store = Stores.open(temp.resolve("store"))) {
            List<String> empty = Stores.content(store);
            assertThrows(RuntimeException.class, () -> store.apply(story.events()));
            Stores.assertSame(empty, Stores.content(store));
            store.apply(events.subList(0, 10));
            assertEquals(10, store.highWater());
        }
    }

    @Test
    void events_of_a_run_that_never_started_are_passed_over() {
        Story story =
                new Story().answer(Story.session(1), Story.run(1), 0, "Hello").finish(Story.session(1), Story.run(1));
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(2, store.highWater());
        }
    }

    @Test
    void an_event_of_a_newer_version_is_passed_over() {
        Story story = new Story().turn(Story.session(1), Story.run(1), "Hello");
        story.add(Story.session(1), Story.run(1), new RunEvent.Unknown("run.dreamt", Todos.fields("x"), false));
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(2, store.highWater());
        }
    }

    @Test
    void a_closed_store_says_so() {
        Store store = Stores.open(temp.resolve("store"));
        store.close();
        store.close();
        assertFails("store.closed", () -> store.apply(events));
        assertFails("store.closed", () -> store.list(RecordQuery.all(RecordKind.TODO)));
    }

    static void assertFails(String code, Runnable call) {
        FailureException thrown = assertThrows(FailureException.class, call::run);
        assertEquals(code, thrown.failure().code());
    }
}
