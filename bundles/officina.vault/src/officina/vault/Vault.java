// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

import javax.crypto.SecretKey;

/** The opened key of one data folder. Any thread may use it. */
public interface Vault extends AutoCloseable {

    /**
     * The 256-bit AES key for a purpose: always the same for the same folder and purpose; from one purpose's key no
     * other can be computed.
     *
     * @param purpose lower-case letters, digits and dots: {@code journal}, {@code store}
     */
    SecretKey key(String purpose);

    /** How the key is kept, and the ways to change that. Not to be used after {@link #close}. */
    VaultKeys keys();

    /** The secrets of other services. Not to be used after {@link #close}. */
    VaultSecrets secrets();

    /** Overwrites the key in memory; keys that were handed out stay usable. */
    @Override
    void close();
}
