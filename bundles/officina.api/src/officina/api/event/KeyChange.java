// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

/** What happened to the key of the data. */
public enum KeyChange {
    /** A new passphrase opens the data; neither the one before nor the keyring does. */
    PASSPHRASE,
    /** The keyring opens the data; no passphrase does. */
    KEYRING,
    PHRASE_MADE,
    /** A person has shown that the recovery phrase was written down. */
    PHRASE_CHECKED,
    PHRASE_REMOVED,
    /** The data was opened with the recovery phrase. */
    RECOVERED
}
