// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The key of each file, from the index's key and what the file's head says (HKDF-SHA256). */
final class FileKeys {

    private static final int BYTES = 32;
    private static final byte[] USE = "officina index file 1".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;

    FileKeys(SecretKey key) {
        this.key = key;
    }

    SecretKey of(byte[] salt) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .addSalt(salt)
                                    .thenExpand(USE, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
