// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Argon2Tests {

    @Test
    void gives_the_key_that_other_implementations_give() {
        // printf password | argon2 0123456789abcdef -id -t 3 -k 65536 -p 1 -l 32 -r
        Argon2 argon2 =
                new Argon2(3, 65536, 1, ByteBuffer.wrap("0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));

        assertEquals(
                "daf16780dcb73e862146297fa17b81b86b480f33c0b67daef0f2c7c809c5797b",
                HexFormat.of().formatHex(argon2.key("password".toCharArray())));
    }

    @Test
    void is_the_same_after_it_was_written_and_read() {
        Argon2 fresh = Argon2.fresh();

        assertEquals(fresh, Argon2.read(ByteBuffer.wrap(fresh.bytes())));
        assertEquals(Argon2.LENGTH, fresh.bytes().length);
    }

    @Test
    void is_as_strong_as_was_decided() {
        Argon2 fresh = Argon2.fresh();

        assertEquals(List.of(3, 64 * 1024, 1), List.of(fresh.passes(), fresh.kibibytes(), fresh.lanes()));
    }

    @Test
    void lets_no_file_ask_for_all_memory() {
        byte[] greedy = ByteBuffer.allocate(Argon2.LENGTH)
                .putInt(3)
                .putInt(Integer.MAX_VALUE)
                .putInt(1)
                .array();

        assertThrows(IllegalArgumentException.class, () -> Argon2.read(ByteBuffer.wrap(greedy)));
    }
}
