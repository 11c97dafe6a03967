// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HkdfTests {

    private static final SecretKey SECRET = new SecretKeySpec(hex("0b".repeat(22)), "HKDF");

    /** RFC 5869, A.1 and A.3, as far as 32 bytes go. */
    @Test
    void gives_what_the_standard_gives() {
        assertArrayEquals(
                hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"),
                Hkdf.bytes(SECRET, hex("000102030405060708090a0b0c"), "", hex("f0f1f2f3f4f5f6f7f8f9")));
        assertArrayEquals(
                hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"),
                Hkdf.bytes(SECRET, Hkdf.UNSALTED, ""));
    }

    @Test
    void another_use_another_salt_and_another_context_have_another_key() {
        byte[] key = Hkdf.aes(SECRET, hex("01"), "use").getEncoded();

        assertEquals(32, key.length);
        assertFalse(Arrays.equals(key, Hkdf.bytes(SECRET, hex("01"), "used")));
        assertFalse(Arrays.equals(key, Hkdf.bytes(SECRET, hex("02"), "use")));
        assertFalse(Arrays.equals(key, Hkdf.bytes(SECRET, hex("01"), "use", (byte) 1)));
        assertArrayEquals(key, Hkdf.bytes(SECRET, hex("01"), "us", (byte) 'e'));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
