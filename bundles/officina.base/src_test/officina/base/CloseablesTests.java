// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseablesTests {

    private final List<String> closed = new ArrayList<>();

    @Test
    void closes_in_reverse_order_once() {
        Closeables owner = new Closeables();
        owner.own(() -> closed.add("first"));
        owner.own(() -> closed.add("second"));
        owner.close();
        owner.close();
        assertEquals(List.of("second", "first"), closed);
    }

    @Test
    void an_error_does_not_stop_the_others_and_later_errors_are_kept() {
        Closeables owner = new Closeables();
        owner.own(() -> closed.add("survivor"));
        owner.own(() -> {
            throw new IllegalStateException("later");
        });
        owner.own(() -> {
            throw new IllegalStateException("earlier");
        });
        IllegalStateException error = assertThrows(IllegalStateException.class, owner::close);
        assertEquals("earlier", error.getCause().getMessage());
        assertEquals("later", error.getSuppressed()[0].getMessage());
        assertEquals(List.of("survivor"), closed);
    }

    @Test
    void an_error_that_is_no_exception_does_not_stop_the_others_either() {
        Closeables owner = new Closeables();
        owner.own(() -> closed.add("lock"));
        owner.own(() -> {
            throw new StackOverflowError();
        });
        assertThrows(IllegalStateException.class, owner::close);
        assertEquals(List.of("lock"), closed);
    }

    @Test
    void what_comes_too_late_is_closed_and_refused() {
        Closeables owner = new Closeables();
        owner.close();
        assertThrows(IllegalStateException.class, () -> owner.own(() -> closed.add("late")));
        assertEquals(List.of("late"), closed);
    }
}
