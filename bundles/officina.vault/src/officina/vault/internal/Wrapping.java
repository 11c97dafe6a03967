// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The data key, encrypted in one way. A key file holds any number of them; each alone gives the key.
 *
 * @param kind {@link #KEYRING}, {@link #PASSPHRASE}, {@link #PHRASE} or one that only a newer version knows
 * @param body its parameters and the sealed key; read-only
 */
record Wrapping(int kind, ByteBuffer body) {

    /** The key that opens it is in the keyring of the operating system. */
    static final int KEYRING = 1;

    /** The key that opens it is derived from a passphrase with Argon2id. */
    static final int PASSPHRASE = 2;

    /** The key that opens it is derived from a recovery phrase. */
    static final int PHRASE = 3;

    Wrapping {
        body = body.asReadOnlyBuffer();
    }

    static Wrapping of(int kind, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer body = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            body.put(part);
        }
        return new Wrapping(kind, body.flip());
    }

    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }
}
