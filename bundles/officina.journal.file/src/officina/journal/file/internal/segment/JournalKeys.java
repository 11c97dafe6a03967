// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The keys that are derived from the journal's key with HKDF-SHA256, one for each use. */
public final class JournalKeys {

    private static final int KEY = 32;

    private final SecretKey key;

    public JournalKeys(SecretKey key) {
        this.key = key;
    }

    /** The key for one segment's frames; whoever changes a bit of the header gets another one. */
    SecretKey frames(SegmentHeader header) {
        return derive(header.salt(), "officina journal frames 1", header.fields());
    }

    /** What a header says about the key, so that a wrong key is told from damage. */
    byte[] check(SegmentHeader header) {
        byte[] long32 = derive(header.salt(), "officina journal check 1", header.fields())
                .getEncoded();
        return Arrays.copyOf(long32, SegmentHeader.CHECK);
    }

    /** The key for snapshots. */
    public SecretKey snapshots() {
        return derive(new byte[0], "officina journal snapshots 1", new byte[0]);
    }

    private SecretKey derive(byte[] salt, String use, byte[] context) {
        byte[] name = use.getBytes(StandardCharsets.US_ASCII);
        byte[] info = Arrays.copyOf(name, name.length + context.length);
        System.arraycopy(context, 0, info, name.length, context.length);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .addSalt(salt)
                                    .thenExpand(info, KEY));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
