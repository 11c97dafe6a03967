// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.util.UUID;
import officina.vault.internal.keyring.Keyring.Finding;

/** What a system offers to keep secrets, as it is: calls may block for as long as a person is asked. One thread. */
interface SecretStore {

    /** What is kept under the identifier. */
    Finding read(UUID id);

    /** Keeps it in place of what was there; gives {@link Finding.Missing} when it did, else why not. */
    Finding write(UUID id, byte[] secret);

    /** Removes it, if it is there. */
    void delete(UUID id);
}
