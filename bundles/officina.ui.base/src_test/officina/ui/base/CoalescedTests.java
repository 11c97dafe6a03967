// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescedTests {

    private final FakeUiThread ui = new FakeUiThread();
    private final List<Integer> painted = new ArrayList<>();
    private final Coalesced<Integer> values = new Coalesced<>(ui, Coalesced.SMOOTH, painted::add);

    @Test
    void a_thousand_values_before_the_first_repaint_are_one_repaint() {
        for (int i = 1; i <= 1_000; i++) {
            values.set(i);
        }
        assertEquals(1, ui.pending());
        ui.runPosted();
        assertEquals(List.of(1_000), painted);
    }

    @Test
    void values_that_come_within_the_interval_wait_for_its_end_and_the_last_is_painted() {
        values.set(1);
        ui.runPosted();
        values.set(2);
        values.set(3);
        ui.runPosted();
        assertEquals(List.of(1), painted);
        ui.runDelayed();
        assertEquals(List.of(1, 3), painted);
    }

    @Test
    void after_a_quiet_interval_the_next_value_is_painted_at_once() {
        values.set(1);
        ui.runPosted();
        ui.runDelayed();
        values.set(2);
        ui.runPosted();
        assertEquals(List.of(1, 2), painted);
    }

    @Test
    void an_exception_in_a_repaint_does_not_end_later_ones() {
        Coalesced<Integer> failing = new Coalesced<>(ui, Coalesced.SMOOTH, value -> {
            painted.add(value);
            throw new IllegalStateException("paint");
        });
        failing.set(1);
        try {
            ui.runPosted();
        } catch (IllegalStateException expected) {
            failing.set(2);
        }
        try {
            ui.runDelayed();
        } catch (IllegalStateException expected) {
            assertEquals(List.of(1, 2), painted);
        }
    }
}
