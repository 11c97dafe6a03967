// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTests {

    private final HeightIndex index = new HeightIndex();
    private final BitSet laidOut = new BitSet();
    private int trueHeight = 30;
    private final Viewport viewport = new Viewport(index, row -> {
        laidOut.set(row);
        return trueHeight;
    });

    @BeforeEach
    void a_thousand_rows_guessed_at_ten_and_in_truth_thirty_high() {
        index.replaceTail(0, 1_000, _ -> 10);
        viewport.resize(100);
        viewport.toStart();
    }

    @Test
    void only_rows_in_view_are_laid_out() {
        laidOut.clear();
        index.forgetMeasures();
        viewport.toStart();
        viewport.scrollBy(45);
        assertEquals(1, viewport.first());
        assertEquals(15, viewport.hidden());
        assertTrue(laidOut.cardinality() < 8, laidOut.toString());
    }

    @Test
    void the_end_is_the_end_of_the_last_row() {
        viewport.toEnd();
        assertEquals(996, viewport.first());
        assertEquals(20, viewport.hidden());
        assertTrue(viewport.atEnd());
        viewport.scrollBy(1_000);
        assertEquals(996, viewport.first());
    }

    @Test
    void scrolling_up_into_rows_never_seen_does_not_jump() {
        viewport.toEnd();
        viewport.scrollBy(-25);
        assertEquals(995, viewport.first());
        assertEquals(25, viewport.hidden());
        assertFalse(viewport.atEnd());
    }

    @Test
    void a_new_width_keeps_the_row_that_is_read() {
        viewport.scrollTo(5_000);
        int reading = viewport.first();
        trueHeight = 60;
        index.forgetMeasures();
        viewport.settle();
        assertEquals(reading, viewport.first());
    }

    @Test
    void a_far_place_is_reached_by_guessed_heights() {
        long before = viewport.distance();
        laidOut.clear();
        viewport.scrollTo(before + 6_000);
        assertTrue(viewport.first() > 500, "at row " + viewport.first());
        assertTrue(laidOut.cardinality() < 10, laidOut.toString());
    }

    @Test
    void few_rows_stay_at_the_top() {
        index.replaceTail(0, 2, _ -> 10);
        viewport.settle();
        viewport.scrollBy(500);
        assertEquals(0, viewport.first());
        assertEquals(0, viewport.hidden());
    }

    @Test
    void revealing_moves_as_little_as_needed() {
        viewport.reveal(2, 0, 30);
        assertEquals(0, viewport.distance());
        viewport.reveal(10, 0, 30);
        assertEquals(7, viewport.first());
        assertEquals(20, viewport.hidden());
        viewport.reveal(3, 5, 15);
        assertEquals(3, viewport.first());
        assertEquals(5, viewport.hidden());
    }

    @Test
    void no_rows_are_no_trouble() {
        index.replaceTail(0, 0, _ -> 10);
        viewport.settle();
        viewport.scrollBy(10);
        viewport.toEnd();
        assertTrue(viewport.atEnd());
        assertEquals(0, viewport.distance());
    }
}
