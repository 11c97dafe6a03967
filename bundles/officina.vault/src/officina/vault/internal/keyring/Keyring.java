// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.util.UUID;

/**
 * A keyring of the operating system. Every call returns in bounded time, prints nothing and throws nothing; any thread
 * may call. What each of them promises is checked by {@code KeyringContract}.
 */
public interface Keyring {

    /** What a person calls it: {@code the keyring of the desktop (Secret Service)}. */
    String name();

    /** Whether this was ever run on its system by those who make Officina; the rest keeps to what is documented there. */
    boolean isTried();

    /** Looks for the secret kept under that identifier; may ask the person to unlock the keyring. */
    Finding find(UUID id);

    /** Keeps a secret under the identifier; true only when it was read back unchanged. */
    boolean keep(UUID id, byte[] secret);

    /** Removes it; without effect where it is not kept or cannot be reached. */
    void forget(UUID id);

    /** What a look-up met. */
    sealed interface Finding {

        /** The secret is there. */
        record Found(SecretBytes secret) implements Finding {}

        /** The keyring is open and does not have it. */
        record Missing() implements Finding {}

        /** The keyring is locked and stayed so. */
        record Locked() implements Finding {}

        /** There is no keyring that this process could speak to. */
        record Unreachable(String reason) implements Finding {}
    }
}
