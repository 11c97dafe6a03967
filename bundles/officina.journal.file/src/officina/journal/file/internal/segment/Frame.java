// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals and opens frames. A frame is what was written and synchronised at once: four letters, its index in the segment
 * (4 bytes), length of the rest (4), CRC-32C of these twelve bytes (4); then nonce (12) and the content encrypted with
 * AES-256-GCM (16 more for the tag). The tag covers the twelve bytes and the offset in the file as well, and each
 * segment has a key of its own: a frame opens nowhere but where it was written. Nonces are random, so that a torn frame
 * may be written anew: a segment has fewer than 2^21 frames, hence two equal nonces under its key with a chance below
 * 2^-55.
 *
 * <p>What was sealed is opened again before anybody calls it written, and what does not open is tried by a second cipher:
 * builds of Java 25 of 2025 sealed contents of some lengths so that nobody could open them (JDK-8371864), and what must not
 * be lost does not lean on there being no other such defect. For one thread.
 */
public final class Frame {

    /** Bytes before the nonce. */
    public static final int HEAD = 16;

    /** What a frame is longer than its content. */
    public static final int OVERHEAD = HEAD + 12 + 16;

    private static final int MAGIC = 0x4f464652;
    private static final int SIGNED = 12;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int ATTEMPTS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Logger log = LoggerFactory.getLogger(Frame.class);

    private final SecretKey key;
    private final Supplier<Cipher> ciphers;
    private final Supplier<Checksum> checksums;
    private Cipher cipher;

    public Frame(SecretKey key) {
        this(key, Frame::cipher, CRC32C::new);
    }

    /** With what a test makes wrong; checksums are those of what is sealed. */
    Frame(SecretKey key, Supplier<Cipher> ciphers, Supplier<Checksum> checksums) {
        this.key = key;
        this.ciphers = ciphers;
        this.checksums = checksums;
        cipher = ciphers.get();
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /** The frame with that content, for that index and offset; it can be opened. */
    public ByteBuffer seal(int index, long offset, ByteBuffer content) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ByteBuffer frame = sealed(index, offset, content.duplicate());
            byte[] back = whole(index, offset, frame.array(), 0, frame.limit());
            if (back != null && content.equals(ByteBuffer.wrap(back))) {
                return frame;
            }
            log.warn(
                    "{} bytes were sealed so that they do not open: {}; they are sealed anew",
                    content.remaining(),
                    fault(index, frame.array(), 0, frame.limit()));
            cipher = ciphers.get();
        }
        throw new IllegalStateException("this Java does not open what it has sealed");
    }

    private ByteBuffer sealed(int index, long offset, ByteBuffer content) {
        ByteBuffer frame = ByteBuffer.allocate(content.remaining() + OVERHEAD);
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        frame.putInt(MAGIC).putInt(index).putInt(content.remaining() + NONCE + TAG);
        frame.putInt(crc(checksums.get(), frame.array(), 0)).put(nonce);
        try {
            start(Cipher.ENCRYPT_MODE, nonce, frame.array(), 0, offset);
            cipher.doFinal(content, frame);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
        return frame.flip();
    }

    /** Whether the sixteen bytes there are the head of the frame with that index. */
    static boolean isHead(byte[] bytes, int at, int index) {
        ByteBuffer head = ByteBuffer.wrap(bytes, at, HEAD);
        return head.getInt() == MAGIC
                && head.getInt() == index
                && head.getInt() >= NONCE + TAG
                && head.getInt() == crc(new CRC32C(), bytes, at);
    }

    /** The index that a head states; call {@link #isHead} with it. */
    static int indexAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, HEAD).getInt(at + Integer.BYTES);
    }

    /** The length of the whole frame that begins with this head. */
    static long lengthAt(byte[] bytes, int at) {
        return HEAD + (long) ByteBuffer.wrap(bytes, at, HEAD).getInt(at + 2 * Integer.BYTES);
    }

    /** What is wrong with a frame that does not open, for the log. */
    enum Fault {
        TOO_SHORT,
        NO_HEAD,
        OTHER_INDEX,
        CRC,
        OTHER_LENGTH,
        TAG
    }

    /** The first thing in those bytes that is not as it has to be in the frame with that index; the tag when all else is. */
    static Fault fault(int index, byte[] bytes, int at, int length) {
        if (length < HEAD) {
            return Fault.TOO_SHORT;
        }
        if (ByteBuffer.wrap(bytes, at, HEAD).getInt() != MAGIC) {
            return Fault.NO_HEAD;
        }
        if (indexAt(bytes, at) != index) {
            return Fault.OTHER_INDEX;
        }
        if (!isHead(bytes, at, index)) {
            return Fault.CRC;
        }
        return lengthAt(bytes, at) == length ? Fault.TAG : Fault.OTHER_LENGTH;
    }

    /** The content of a whole frame, or nothing when it is not what was sealed for that index and offset. */
    public byte @Nullable [] open(int index, long offset, byte[] bytes, int at, int length) {
        byte[] content = whole(index, offset, bytes, at, length);
        if (content == null) {
            cipher = ciphers.get();
            content = whole(index, offset, bytes, at, length);
            if (content != null) {
                log.warn("AES-GCM opened {} bytes only when it was asked twice", content.length);
            }
        }
        return content;
    }

    private byte @Nullable [] whole(int index, long offset, byte[] bytes, int at, int length) {
        if (length < OVERHEAD || !isHead(bytes, at, index) || lengthAt(bytes, at) != length) {
            return null;
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(bytes, at + HEAD, nonce, 0, NONCE);
        try {
            start(Cipher.DECRYPT_MODE, nonce, bytes, at, offset);
            return cipher.doFinal(bytes, at + HEAD + NONCE, length - HEAD - NONCE);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to open", e);
        }
    }

    private void start(int mode, byte[] nonce, byte[] head, int at, long offset) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(head, at, SIGNED);
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, offset));
    }

    private static int crc(Checksum crc, byte[] bytes, int at) {
        crc.update(bytes, at, SIGNED);
        return (int) crc.getValue();
    }
}
