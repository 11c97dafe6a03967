// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A cipher with a defect costs a second try, and never a key. */
class CryptoTests {

    private static final byte[] KEY = new byte[Crypto.KEY];
    private static final byte[] SECRET = "what must not be lost".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = {1, 2, 3};

    private int faults;
    private int tries;

    @Test
    void what_is_sealed_so_that_it_does_not_open_is_sealed_anew() {
        faults = 2;
        byte[] sealed = Crypto.seal(this::aes, KEY, SECRET, CONTEXT);
        assertEquals(3, tries);
        assertArrayEquals(SECRET, Crypto.open(KEY, ByteBuffer.wrap(sealed), CONTEXT));
        assertNull(Crypto.open(KEY, ByteBuffer.wrap(sealed), new byte[] {1, 2, 4}));
    }

    @Test
    void a_java_that_seals_nothing_so_that_it_opens_seals_no_key() {
        faults = 100;
        assertEquals(
                "this Java does not open what it has sealed",
                assertThrows(IllegalStateException.class, () -> Crypto.seal(this::aes, KEY, SECRET, CONTEXT))
                        .getMessage());
    }

    /** With one bit of the first few seals wrong. */
    private byte[] aes(int mode, byte[] key, byte[] nonce, byte[] input, byte[]... context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        for (byte[] part : context) {
            cipher.updateAAD(part);
        }
        byte[] made = cipher.doFinal(input);
        if (mode == Cipher.ENCRYPT_MODE && tries++ < faults) {
            made[0] ^= 1;
        }
        return made;
    }
}
