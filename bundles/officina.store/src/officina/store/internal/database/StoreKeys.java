// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import officina.base.Hkdf;

/** What is derived from the store's key (HKDF-SHA256): the passwords of the database and the keys of the checks. */
public final class StoreKeys {

    private final SecretKey key;

    public StoreKeys(SecretKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null || encoded.length < 16) {
            throw new IllegalArgumentException("the key of a store has at least 128 bits that can be read");
        }
        this.key = new SecretKeySpec(encoded, "HKDF");
    }

    /** H2's form: the password of the file, a blank, the password of the user. */
    char[] password() {
        HexFormat hex = HexFormat.of();
        return (hex.formatHex(derive("h2 file")) + " " + hex.formatHex(derive("h2 user"))).toCharArray();
    }

    /** Says which key a store was made with, and betrays nothing about it. */
    byte[] proof() {
        return derive("proof");
    }

    /** Starts the code of a checkpoint. */
    Mac checkpoint() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derive("checkpoint"), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private byte[] derive(String use) {
        return Hkdf.bytes(key, Hkdf.UNSALTED, "officina.store 1 " + use);
    }
}
