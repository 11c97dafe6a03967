// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of a file: a head, then the content in sealed blocks, each of the same size but for the last. A block is sealed
 * with AES-256-GCM under the file's own key; its number is the nonce, because it is written once; the tag also covers
 * whether it is the last one, so that a file that was cut is noticed.
 */
final class Blocks {

    /** Content of a block, in bytes. */
    static final int SIZE = 8192;

    static final int TAG = 16;
    static final int SEALED = SIZE + TAG;
    static final int SALT = 32;

    /** Eight bytes that say what it is, and the salt. */
    static final int HEAD = 8 + SALT;

    static final byte[] MAGIC = {'O', 'F', 'F', 'I', 'N', 'D', 'X', 1};

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;

    private Blocks() {}

    /** How much content a file of that size has; -1 for a size that no file has. */
    static long content(long size) {
        long body = size - HEAD;
        long blocks = blocks(size);
        long rest = body - (blocks - 1) * SEALED;
        boolean good = body >= TAG && rest >= TAG && (rest > TAG || blocks == 1);
        return good ? body - blocks * TAG : -1;
    }

    /** How many blocks a file of that size has. */
    static long blocks(long size) {
        return Math.ceilDiv(size - HEAD, (long) SEALED);
    }

    static byte[] seal(SecretKey key, long number, boolean last, byte[] content, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, number, last).doFinal(content, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java seals with AES-GCM", e);
        }
    }

    /** Throws where the block is not what was written in that place. */
    static byte[] open(SecretKey key, long number, boolean last, byte[] sealed) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, number, last).doFinal(sealed);
    }

    private static Cipher cipher(int mode, SecretKey key, long number, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher;
    }
}
