// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.phrase;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * BIP39: random bits, and behind them one bit of their SHA-256 for every 32 as a check, cut into words of eleven bits.
 */
final class Mnemonic {

    private static final int WORD_BITS = 11;

    /** Bits of the random part for each bit of the check. */
    private static final int BITS_PER_CHECK = 32;

    private Mnemonic() {}

    /** The numbers of the words for 16, 20, 24, 28 or 32 random bytes. */
    static int[] words(byte[] entropy) {
        int bits = entropy.length * Byte.SIZE;
        if (bits < 128 || bits > 256 || bits % BITS_PER_CHECK != 0) {
            throw new IllegalArgumentException("no phrase has " + bits + " random bits");
        }
        byte[] all = Arrays.copyOf(entropy, entropy.length + 1);
        all[entropy.length] = check(entropy);
        int[] words = new int[(bits + bits / BITS_PER_CHECK) / WORD_BITS];
        for (int i = 0; i < words.length * WORD_BITS; i++) {
            words[i / WORD_BITS] = words[i / WORD_BITS] << 1 | bit(all, i);
        }
        Arrays.fill(all, (byte) 0);
        return words;
    }

    /** The random bytes; {@code null} when the words do not belong together. For 12, 15, 18, 21 or 24 words. */
    static byte @Nullable [] entropy(int[] words) {
        if (words.length < 12 || words.length > 24 || words.length % 3 != 0) {
            throw new IllegalArgumentException("no phrase has " + words.length + " words");
        }
        int bits = words.length * WORD_BITS;
        byte[] all = new byte[(bits + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < bits; i++) {
            int bit = words[i / WORD_BITS] >>> (WORD_BITS - 1 - i % WORD_BITS) & 1;
            all[i / Byte.SIZE] |= (byte) (bit << (Byte.SIZE - 1 - i % Byte.SIZE));
        }
        int checkBits = bits / (BITS_PER_CHECK + 1);
        byte[] entropy = Arrays.copyOf(all, (bits - checkBits) / Byte.SIZE);
        int mask = 0xff << (Byte.SIZE - checkBits);
        boolean whole = ((check(entropy) ^ all[entropy.length]) & mask & 0xff) == 0;
        Arrays.fill(all, (byte) 0);
        if (whole) {
            return entropy;
        }
        Arrays.fill(entropy, (byte) 0);
        return null;
    }

    private static int bit(byte[] bytes, int index) {
        return bytes[index / Byte.SIZE] >>> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
    }

    private static byte check(byte[] entropy) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(entropy)[0];
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
