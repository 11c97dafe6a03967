// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntListTests {

    private static IntList of(int... values) {
        IntList list = new IntList();
        IntStream.of(values).forEach(list::add);
        return list;
    }

    @Test
    void holds_more_than_it_had_room_for() {
        IntList list = of(IntStream.range(0, 1000).toArray());
        list.trim();
        list.add(1000);

        assertEquals(1001, list.size());
        assertEquals(0, list.get(0));
        assertEquals(1000, list.get(1000));
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(1001));
    }

    @Test
    void finds_the_last_that_is_not_greater() {
        IntList list = of(0, 3, 7);

        assertEquals(0, list.lastNotAbove(2));
        assertEquals(1, list.lastNotAbove(3));
        assertEquals(2, list.lastNotAbove(Integer.MAX_VALUE));
        assertEquals(-1, list.lastNotAbove(-1));
        assertEquals(-1, of().lastNotAbove(5));
    }

    @Test
    void finds_the_last_of_equals() {
        assertEquals(3, of(0, 3, 3, 3, 7).lastNotAbove(3));
        assertEquals(3, of(0, 3, 3, 3, 7).lastNotAbove(6));
    }

    @Test
    void grows_again_after_it_was_trimmed_empty() {
        IntList list = of();
        list.trim();
        list.add(5);
        list.add(6);

        assertEquals(6, list.get(1));
    }
}
