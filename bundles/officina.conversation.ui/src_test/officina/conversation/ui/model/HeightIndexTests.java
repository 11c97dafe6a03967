// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeightIndexTests {

    private final HeightIndex index = new HeightIndex();

    @Test
    void finds_rows_by_distance_and_distances_by_row() {
        index.replaceTail(0, 3, row -> (row + 1) * 10);
        assertEquals(60, index.total());
        assertEquals(List.of(0L, 10L, 30L, 60L), List.of(index.top(0), index.top(1), index.top(2), index.top(3)));
        assertEquals(0, index.rowAt(9));
        assertEquals(1, index.rowAt(10));
        assertEquals(2, index.rowAt(30));
        assertEquals(2, index.rowAt(1_000));
        assertEquals(0, index.rowAt(-5));
    }

    @Test
    void a_measured_height_moves_what_is_below() {
        index.replaceTail(0, 4, _ -> 20);
        index.measured(1, 50);
        assertEquals(70, index.top(2));
        assertTrue(index.isMeasured(1));
        assertFalse(index.isMeasured(2));
    }

    @Test
    void a_new_width_keeps_heights_as_guesses() {
        index.replaceTail(0, 2, _ -> 20);
        index.measured(0, 30);
        index.forgetMeasures();
        assertFalse(index.isMeasured(0));
        assertEquals(50, index.total());
    }

    @Test
    void agrees_with_a_plain_list_whatever_happens() {
        Random random = new Random(7);
        List<Integer> plain = new ArrayList<>();
        for (int round = 0; round < 500; round++) {
            int kept = plain.isEmpty() ? 0 : random.nextInt(plain.size() + 1);
            int size = kept + random.nextInt(50);
            int seed = round;
            index.replaceTail(kept, size, row -> 1 + (row * 31 + seed) % 97);
            while (plain.size() > kept) {
                plain.removeLast();
            }
            for (int row = kept; row < size; row++) {
                plain.add(1 + (row * 31 + seed) % 97);
            }
            for (int i = 0; i < 5 && size > 0; i++) {
                int row = random.nextInt(size);
                int height = 1 + random.nextInt(500);
                index.measured(row, height);
                plain.set(row, height);
            }
            long sum = 0;
            for (int row = 0; row < size; row++) {
                assertEquals(sum, index.top(row));
                assertEquals(row, index.rowAt(sum));
                sum += plain.get(row);
                assertEquals(row, index.rowAt(sum - 1));
            }
            assertEquals(sum, index.total());
        }
    }
}
