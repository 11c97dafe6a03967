// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import officina.base.Hkdf;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM for one small secret, with a random nonce before it; HKDF; SHA-256; random bytes. What was sealed is opened
 * again before anybody gets it, for the reason that frames of the journal are (decision 0010).
 */
final class Crypto {

    static final int KEY = 32;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int ATTEMPTS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Crypto() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The cipher; a test has one with a defect. */
    @FunctionalInterface
    interface Aes {
        byte[] apply(int mode, byte[] key, byte[] nonce, byte[] input, byte[]... context)
                throws GeneralSecurityException;
    }

    static byte[] seal(byte[] key, byte[] secret, byte[]... context) {
        return seal(Crypto::apply, key, secret, context);
    }

    static byte[] seal(Aes aes, byte[] key, byte[] secret, byte[]... context) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] sealed = sealed(aes, key, secret, context);
            byte[] back = open(aes, key, ByteBuffer.wrap(sealed), context);
            if (back != null) {
                boolean same = Arrays.equals(secret, back);
                Arrays.fill(back, (byte) 0);
                if (same) {
                    return sealed;
                }
            }
        }
        throw new IllegalStateException("this Java does not open what it has sealed");
    }

    private static byte[] sealed(Aes aes, byte[] key, byte[] secret, byte[]... context) {
        byte[] nonce = random(NONCE);
        try {
            byte[] sealed = aes.apply(Cipher.ENCRYPT_MODE, key, nonce, secret, context);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
    }

    /** The secret, or nothing when key or context is not the one it was sealed with. */
    static byte @Nullable [] open(byte[] key, ByteBuffer sealed, byte[]... context) {
        return open(Crypto::apply, key, sealed, context);
    }

    private static byte @Nullable [] open(Aes aes, byte[] key, ByteBuffer sealed, byte[]... context) {
        if (sealed.remaining() < NONCE + TAG) {
            return null;
        }
        byte[] nonce = new byte[NONCE];
        sealed.get(nonce);
        byte[] rest = new byte[sealed.remaining()];
        sealed.get(rest);
        try {
            return aes.apply(Cipher.DECRYPT_MODE, key, nonce, rest, context);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to open", e);
        }
    }

    private static byte[] apply(int mode, byte[] key, byte[] nonce, byte[] input, byte[]... context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        for (byte[] part : context) {
            cipher.updateAAD(part);
        }
        return cipher.doFinal(input);
    }

    /** A key from a random secret, with HKDF-SHA256. */
    static byte[] derive(byte[] secret, byte[] salt, String purpose) {
        return Hkdf.bytes(new SecretKeySpec(secret, "HKDF"), salt, purpose);
    }

    static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
