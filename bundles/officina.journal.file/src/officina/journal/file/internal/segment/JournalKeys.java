// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.util.Arrays;
import javax.crypto.SecretKey;
import officina.base.Hkdf;

/** The keys that are derived from the journal's key with HKDF-SHA256, one for each use. */
public final class JournalKeys {

    private final SecretKey key;

    public JournalKeys(SecretKey key) {
        this.key = key;
    }

    /** The key for one segment's frames; whoever changes a bit of the header gets another one. */
    SecretKey frames(SegmentHeader header) {
        return Hkdf.aes(key, header.salt(), "officina journal frames 1", header.fields());
    }

    /** What a header says about the key, so that a wrong key is told from damage. */
    byte[] check(SegmentHeader header) {
        byte[] long32 = Hkdf.aes(key, header.salt(), "officina journal check 1", header.fields())
                .getEncoded();
        return Arrays.copyOf(long32, SegmentHeader.CHECK);
    }

    /** The key for snapshots. */
    public SecretKey snapshots() {
        return Hkdf.aes(key, Hkdf.UNSALTED, "officina journal snapshots 1");
    }
}
