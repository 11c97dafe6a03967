// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.age;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import officina.base.Hkdf;
import officina.base.SecretText;
import org.bouncycastle.crypto.generators.SCrypt;

/** The primitives of the format: scrypt, HKDF-SHA256, HMAC-SHA256, ChaCha20-Poly1305. */
final class AgeKeys {

    static final int FILE_KEY = 16;
    static final int SALT = 16;
    static final int NONCE = 12;

    private static final String LABEL = "age-encryption.org/v1/scrypt";
    private static final int KEY = 32;
    private static final int BLOCK = 8;

    private AgeKeys() {}

    /** The key that a passphrase gives; two to the power of {@code work} rounds. */
    static byte[] ofPassphrase(SecretText passphrase, byte[] salt, int work) {
        char[] characters = passphrase.copy();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        byte[] label = LABEL.getBytes(StandardCharsets.US_ASCII);
        byte[] labelled = Arrays.copyOf(label, label.length + salt.length);
        System.arraycopy(salt, 0, labelled, label.length, salt.length);
        try {
            return SCrypt.generate(bytes, labelled, 1 << work, BLOCK, 1, KEY);
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(encoded.array(), (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static byte[] derive(byte[] fileKey, byte[] salt, String purpose) {
        return Hkdf.bytes(new SecretKeySpec(fileKey, "HKDF"), salt, purpose);
    }

    static byte[] mac(byte[] fileKey, byte[] header) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derive(fileKey, new byte[0], "header"), "HmacSHA256"));
            return mac.doFinal(header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher;
    }

    /** The nonce of a piece of the content: its number, and whether it is the last one. */
    static byte[] nonce(long piece, boolean last) {
        return ByteBuffer.allocate(NONCE)
                .position(3)
                .putLong(piece)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
