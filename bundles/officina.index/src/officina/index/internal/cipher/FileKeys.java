// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import javax.crypto.SecretKey;
import officina.base.Hkdf;

/** The key of each file, from the index's key and what the file's head says (HKDF-SHA256). */
final class FileKeys {

    private static final String USE = "officina index file 1";

    private final SecretKey key;

    FileKeys(SecretKey key) {
        this.key = key;
    }

    SecretKey of(byte[] salt) {
        return Hkdf.aes(key, salt, USE);
    }
}
