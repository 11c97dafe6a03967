// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RedactedTests {

    @Test
    void classes_and_places_stay_and_words_go() {
        IllegalStateException original =
                new IllegalStateException("my secret", new IllegalArgumentException("my secret too"));
        original.addSuppressed(new IllegalStateException("my secret as well"));

        Redacted redacted = Redacted.of(original);

        assertEquals("java.lang.IllegalStateException", redacted.getMessage());
        assertArrayEquals(original.getStackTrace(), redacted.getStackTrace());
        assertEquals("java.lang.IllegalArgumentException", redacted.getCause().getMessage());
        assertEquals("java.lang.IllegalStateException", redacted.getSuppressed()[0].getMessage());
        StringWriter printed = new StringWriter();
        redacted.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains("secret"));
    }

    @Test
    void causes_that_go_in_a_circle_come_to_an_end() {
        IllegalStateException first = new IllegalStateException();
        IllegalStateException second = new IllegalStateException(first);
        first.initCause(second);

        assertEquals("java.lang.IllegalStateException", Redacted.of(first).getMessage());
    }
}
