// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a key is made from a passphrase: Argon2id, version 1.3.
 *
 * @param passes over the memory
 * @param kibibytes of memory
 * @param salt read-only
 */
record Argon2(int passes, int kibibytes, int lanes, ByteBuffer salt) {

    /** Bytes of the parameters in a wrapping. */
    static final int LENGTH = 3 * Integer.BYTES + 16;

    private static final int SALT = 16;

    // bounds for what a file may ask, so that a forged one cannot exhaust the machine
    private static final int MOST_PASSES = 64;
    private static final int MOST_KIBIBYTES = 1 << 20;
    private static final int MOST_LANES = 16;

    Argon2 {
        salt = salt.asReadOnlyBuffer();
        if (passes < 1
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > MOST_LANES
                || kibibytes < 8 * lanes
                || kibibytes > MOST_KIBIBYTES) {
            throw new IllegalArgumentException("not parameters of a passphrase");
        }
    }

    /** The parameters for new wrappings: three passes over 64 MiB, one lane, a random salt. */
    static Argon2 fresh() {
        return fresh(3, 64 * 1024);
    }

    static Argon2 fresh(int passes, int kibibytes) {
        return new Argon2(passes, kibibytes, 1, ByteBuffer.wrap(Crypto.random(SALT)));
    }

    /** Throws {@link java.nio.BufferUnderflowException} or {@link IllegalArgumentException} on nonsense. */
    static Argon2 read(ByteBuffer in) {
        int passes = in.getInt();
        int kibibytes = in.getInt();
        int lanes = in.getInt();
        byte[] salt = new byte[SALT];
        in.get(salt);
        return new Argon2(passes, kibibytes, lanes, ByteBuffer.wrap(salt));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putInt(passes)
                .putInt(kibibytes)
                .putInt(lanes)
                .put(salt.duplicate())
                .array();
    }

    /** The key for that passphrase; takes a good part of a second. */
    byte[] key(char[] passphrase) {
        byte[] saltBytes = new byte[SALT];
        salt.duplicate().get(saltBytes);
        byte[] input = utf8(passphrase);
        byte[] key = new byte[Crypto.KEY];
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withIterations(passes)
                    .withMemoryAsKB(kibibytes)
                    .withParallelism(lanes)
                    .withSalt(saltBytes)
                    .build());
            generator.generateBytes(input, key);
            return key;
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    /** The same passphrase gives the same bytes on every keyboard: composed characters (NFC). */
    private static byte[] utf8(char[] passphrase) {
        CharBuffer given = CharBuffer.wrap(passphrase);
        // a string cannot be wiped: it is made only where composing changes something
        CharBuffer composed = Normalizer.isNormalized(given, Normalizer.Form.NFC)
                ? given
                : CharBuffer.wrap(Normalizer.normalize(given, Normalizer.Form.NFC));
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(composed);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
