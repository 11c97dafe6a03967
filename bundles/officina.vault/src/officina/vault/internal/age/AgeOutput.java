// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.age;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import officina.base.SecretText;

/** Writes one file of the format. For one thread. */
public final class AgeOutput extends OutputStream {

    /** Two to the power of this many rounds of scrypt, as the age program itself does. */
    public static final int WORK = 18;

    static final int PIECE = 64 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream to;
    private final byte[] key;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private long number;
    private boolean closed;

    private AgeOutput(OutputStream to, byte[] key) {
        this.to = to;
        this.key = key;
    }

    /** See {@link officina.vault.PassphraseFile#encrypting}. */
    public static AgeOutput open(OutputStream to, SecretText passphrase, int work) throws IOException {
        byte[] fileKey = random(AgeKeys.FILE_KEY);
        byte[] salt = random(AgeKeys.SALT);
        byte[] wrapping = AgeKeys.ofPassphrase(passphrase, salt, work);
        try {
            byte[] wrapped = AgeKeys.cipher(Cipher.ENCRYPT_MODE, wrapping, new byte[AgeKeys.NONCE])
                    .doFinal(fileKey);
            String header =
                    "age-encryption.org/v1\n-> scrypt " + base64(salt) + " " + work + "\n" + base64(wrapped) + "\n---";
            byte[] bytes = header.getBytes(StandardCharsets.US_ASCII);
            to.write(bytes);
            to.write((" " + base64(AgeKeys.mac(fileKey, bytes)) + "\n").getBytes(StandardCharsets.US_ASCII));
            byte[] nonce = random(AgeKeys.SALT);
            to.write(nonce);
            return new AgeOutput(to, AgeKeys.derive(fileKey, nonce, "payload"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 refused to seal", e);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
            Arrays.fill(fileKey, (byte) 0);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        int from = offset;
        int rest = length;
        while (rest > 0) {
            // a full piece waits: only what follows tells that it is not the last one
            if (filled == PIECE) {
                seal(false);
            }
            int count = Math.min(rest, PIECE - filled);
            System.arraycopy(bytes, from, piece, filled, count);
            filled += count;
            from += count;
            rest -= count;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            to.write(AgeKeys.cipher(Cipher.ENCRYPT_MODE, key, AgeKeys.nonce(number, last))
                    .doFinal(piece, 0, filled));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 refused to seal", e);
        }
        number++;
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    /** Writes the last piece, without which the file is not whole. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (to) {
            seal(true);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(piece, (byte) 0);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
