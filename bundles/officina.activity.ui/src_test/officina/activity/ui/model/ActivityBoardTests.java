// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import org.junit.jupiter.api.Test;

class ActivityBoardTests {

    private static final RunEvent CHANGE = new RunEvent.NotificationSent("title", "text");

    private static final class Recorder implements ActivityBoard.Listener {
        final List<ActivityBoard.View> views = new ArrayList<>();
        final List<FailureException> failures = new ArrayList<>();

        @Override
        public void shown(ActivityBoard.View view) {
            views.add(view);
        }

        @Override
        public void failed(FailureException failure) {
            failures.add(failure);
        }

        ActivityBoard.View view() {
            return views.getLast();
        }

        List<Long> positions() {
            return view().entries().stream().map(entry -> entry.position()).toList();
        }
    }

    private final FakeActivity log = new FakeActivity();
    private final Recorder shown = new Recorder();
    private final ActivityBoard board = new ActivityBoard(log, log, ZoneOffset.UTC, Runnable::run, shown);

    @Test
    void the_newest_entries_come_first() {
        log.fill(3);
        board.start(ActivityFilter.NONE);
        assertEquals(List.of(3L, 2L, 1L), shown.positions());
        assertTrue(shown.view().complete());
        assertEquals(List.of("agent.task"), shown.view().sources());
    }

    @Test
    void older_entries_are_read_page_by_page() {
        log.fill(ActivityBoard.PAGE + 10);
        board.start(ActivityFilter.NONE);
        assertEquals(ActivityBoard.PAGE, shown.view().entries().size());
        assertFalse(shown.view().complete());
        board.older();
        assertEquals(ActivityBoard.PAGE + 10, shown.view().entries().size());
        assertTrue(shown.view().complete());
        assertEquals(1, shown.positions().getLast());
    }

    @Test
    void with_nothing_older_left_nothing_is_read() {
        log.fill(3);
        board.start(ActivityFilter.NONE);
        int before = log.lists;
        board.older();
        assertEquals(before, log.lists);
    }

    @Test
    void new_entries_appear_on_top_without_gap_or_duplicate() {
        log.fill(3);
        board.start(ActivityFilter.NONE);
        log.fill(2);
        log.tell(CHANGE);
        assertEquals(List.of(5L, 4L, 3L, 2L, 1L), shown.positions());
    }

    @Test
    void many_new_entries_are_read_in_several_pages() {
        log.fill(3);
        board.start(ActivityFilter.NONE);
        log.fill(ActivityBoard.PAGE * 2 + 7);
        log.tell(CHANGE);
        assertEquals(ActivityBoard.PAGE * 2 + 10, shown.view().entries().size());
        assertEquals(1, shown.positions().getLast());
    }

    @Test
    void far_too_many_new_entries_start_the_list_anew() {
        log.fill(3);
        board.start(ActivityFilter.NONE);
        log.fill(ActivityBoard.PAGE * 30);
        log.tell(CHANGE);
        assertEquals(ActivityBoard.PAGE, shown.view().entries().size());
        assertFalse(shown.view().complete());
    }

    @Test
    void text_that_streams_in_does_not_touch_the_log() {
        log.fill(1);
        board.start(ActivityFilter.NONE);
        int before = log.lists;
        log.tell(new RunEvent.TextDelta(0, "Hello"));
        assertEquals(before, log.lists);
    }

    @Test
    void events_that_come_together_are_read_together() {
        List<Runnable> queue = new ArrayList<>();
        ActivityBoard busy = new ActivityBoard(log, log, ZoneOffset.UTC, queue::add, shown);
        busy.start(ActivityFilter.NONE);
        queue.removeFirst().run();
        log.tell(CHANGE);
        log.tell(CHANGE);
        assertEquals(1, queue.size());
    }

    @Test
    void a_filter_shows_only_what_passes_it_now_and_later() {
        log.add("agent.task", "one");
        log.add("user", "two");
        board.start(ActivityFilter.NONE);
        board.filter(ActivityFilter.NONE.withSource(new PluginId("user")));
        assertEquals(List.of(2L), shown.positions());
        log.add("agent.task", "three");
        log.add("user", "four");
        log.tell(CHANGE);
        assertEquals(List.of(4L, 2L), shown.positions());
    }

    @Test
    void it_says_when_the_log_cannot_be_read_and_reads_again() {
        log.fill(1);
        log.failing = true;
        board.start(ActivityFilter.NONE);
        assertEquals("store.io", shown.failures.getFirst().failure().code());
        log.failing = false;
        board.reload();
        assertEquals(List.of(1L), shown.positions());
    }

    @Test
    void entries_are_found_by_their_position() {
        log.fill(9);
        board.start(ActivityFilter.NONE);
        assertEquals(0, shown.view().indexOf(9));
        assertEquals(8, shown.view().indexOf(1));
        assertEquals(-1, shown.view().indexOf(10));
    }

    @Test
    void after_closing_nothing_is_shown_any_more() {
        log.fill(1);
        board.start(ActivityFilter.NONE);
        board.close();
        board.reload();
        assertEquals(1, shown.views.size());
        assertEquals(List.of(), log.listeners);
    }
}
