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
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
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
        ByteBuffer frame = new Frame(KEY, then(List.of(new FaultyCipher(), Frame.cipher())), CRC32C::new)
                .seal(3, 70, ByteBuffer.wrap(CONTENT));
        assertArrayEquals(CONTENT, new Frame(KEY).open(3, 70, frame.array(), 0, frame.limit()));
    }

    @Test
    void a_java_that_seals_nothing_so_that_it_opens_is_not_written_with() {
        Frame frames = new Frame(KEY, FaultyCipher::new, CRC32C::new);
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
                new Frame(KEY, then(List.of(new FaultyCipher(), Frame.cipher())), CRC32C::new)
                        .open(3, 70, frame.array(), 0, frame.limit()));
        assertNull(new Frame(KEY, FaultyCipher::new, CRC32C::new).open(3, 70, frame.array(), 0, frame.limit()));
    }

    @Test
    void a_head_with_a_wrong_checksum_is_sealed_anew() {
        Deque<Checksum> checksums = new ArrayDeque<>(List.of(new WrongChecksum(), new CRC32C()));
        ByteBuffer frame = new Frame(KEY, Frame::cipher, checksums::remove).seal(3, 70, ByteBuffer.wrap(CONTENT));
        assertArrayEquals(CONTENT, new Frame(KEY).open(3, 70, frame.array(), 0, frame.limit()));
        Frame frames = new Frame(KEY, Frame::cipher, WrongChecksum::new);
        assertThrows(IllegalStateException.class, () -> frames.seal(3, 70, ByteBuffer.wrap(CONTENT)));
    }

    @Test
    void what_is_wrong_with_a_frame_has_a_name() {
        byte[] whole = new Frame(KEY).seal(3, 70, ByteBuffer.wrap(CONTENT)).array();
        assertEquals(
                List.of(
                        Frame.Fault.TAG,
                        Frame.Fault.TOO_SHORT,
                        Frame.Fault.OTHER_LENGTH,
                        Frame.Fault.OTHER_INDEX,
                        Frame.Fault.NO_HEAD,
                        Frame.Fault.CRC),
                List.of(
                        Frame.fault(3, whole, 0, whole.length),
                        Frame.fault(3, whole, 0, 15),
                        Frame.fault(3, whole, 0, whole.length - 1),
                        Frame.fault(4, whole, 0, whole.length),
                        Frame.fault(3, changed(whole, 0), 0, whole.length),
                        Frame.fault(3, changed(whole, 9), 0, whole.length)));
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    /** The checksum of a machine that miscounts. */
    private static final class WrongChecksum implements Checksum {
        private final CRC32C right = new CRC32C();

        @Override
        public void update(int b) {
            right.update(b);
        }

        @Override
        public void update(byte[] bytes, int offset, int length) {
            right.update(bytes, offset, length);
        }

        @Override
        public long getValue() {
            return right.getValue() ^ 1;
        }

        @Override
        public void reset() {
            right.reset();
        }
    }

    private static Supplier<Cipher> then(List<Cipher> ciphers) {
        Deque<Cipher> left = new ArrayDeque<>(ciphers);
        return left::remove;
    }
}
