// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.util.Arrays;

/** Bytes that must not be printed; whoever takes them overwrites them after use. */
public final class SecretBytes implements AutoCloseable {

    private final byte[] bytes;

    public SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "***";
    }
}
