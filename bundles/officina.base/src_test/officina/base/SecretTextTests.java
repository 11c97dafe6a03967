// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretTextTests {

    @Test
    void is_printed_as_stars_and_wiped_when_closed() {
        char[] given = "open sesame".toCharArray();
        SecretText secret = new SecretText(given);

        assertEquals("***", secret.toString());
        assertEquals("a ***", "a " + secret);
        char[] copy = secret.copy();
        assertArrayEquals("open sesame".toCharArray(), copy);

        secret.close();
        assertArrayEquals(new char[given.length], given);
        assertArrayEquals("open sesame".toCharArray(), copy, "a copy belongs to who took it");
        assertThrows(IllegalStateException.class, secret::copy);
    }
}
