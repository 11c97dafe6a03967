// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A cipher with a defect costs a second try, and never an event. */
class FrameTests {

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final byte[] CONTENT = "content of a frame".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Test
    void what_is_sealed_so_that_it_does_not_open_is_sealed_anew() {
        ByteBuffer frame =
                new Frame(KEY, then(List.of(new FaultyCipher(), Frame.cipher()))).seal(3, 70, ByteBuffer.wrap(CONTENT));
        assertArrayEquals(CONTENT, new Frame(KEY).open(3, 70, frame.array(), 0, frame.limit()));
    }

    @Test
    void a_java_that_seals_nothing_so_that_it_opens_is_not_written_with() {
        Frame frames = new Frame(KEY, FaultyCipher::new);
        assertEquals(
                "this Java does not open what it has sealed",
                assertThrows(IllegalStateException.class, () -> frames.seal(3, 70, ByteBuffer.wrap(CONTENT)))
                        .getMessage());
    }

    @Test
    void what_one_cipher_does_not_open_is_no_damage_where_another_does() {
        ByteBuffer frame = new Frame(KEY).seal(3, 70, ByteBuffer.wrap(CONTENT));
        assertArrayEquals(
                CONTENT,
                new Frame(KEY, then(List.of(new FaultyCipher(), Frame.cipher())))
                        .open(3, 70, frame.array(), 0, frame.limit()));
        assertNull(new Frame(KEY, FaultyCipher::new).open(3, 70, frame.array(), 0, frame.limit()));
    }

    private static Supplier<Cipher> then(List<Cipher> ciphers) {
        Deque<Cipher> left = new ArrayDeque<>(ciphers);
        return left::remove;
    }
}
