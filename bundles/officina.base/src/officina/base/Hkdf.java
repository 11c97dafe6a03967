// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys of 256 bits from a secret that nobody can guess: HKDF-SHA256, RFC 5869. Any thread. */
public final class Hkdf {

    /** No salt. */
    public static final byte[] UNSALTED = {};

    private static final int BYTES = 32;

    private Hkdf() {}

    /**
     * An AES key for one use.
     *
     * @param use says what it is for, in ASCII; another use has another key
     * @param context what else the key depends on, appended to the use
     */
    public static SecretKey aes(SecretKey secret, byte[] salt, String use, byte... context) {
        byte[] bytes = bytes(secret, salt, use, context);
        try {
            return new SecretKeySpec(bytes, "AES");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The same as bytes, which the caller wipes. */
    public static byte[] bytes(SecretKey secret, byte[] salt, String use, byte... context) {
        byte[] name = use.getBytes(StandardCharsets.US_ASCII);
        byte[] info = Arrays.copyOf(name, name.length + context.length);
        System.arraycopy(context, 0, info, name.length, context.length);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt(salt)
                            .thenExpand(info, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 has HKDF-SHA256", e);
        }
    }
}
