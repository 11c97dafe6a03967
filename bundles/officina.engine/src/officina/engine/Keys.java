// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.base.SecretText;

/**
 * How the key of the data is kept, and the ways to change that. Each change is one durable step that touches no data;
 * when it fails with {@code vault.io}, nothing has changed. The calls block on the disk, on the keyring (longer while
 * its own window asks the person), or for a good part of a second on the derivation from a passphrase.
 *
 * <p>Secrets that are handed in stay the caller's to close, those that are given out become the caller's. Therefore all
 * but {@link #state} is for the process that owns the data folder alone: an engine that is reached from another process
 * refuses it with {@code keys.local-only}.
 */
public interface Keys {

    KeyState state();

    /**
     * From now on this passphrase opens the data, and neither the one before nor the keyring does.
     * {@code vault.passphrase-needed} when it is empty.
     */
    void usePassphrase(SecretText passphrase);

    /**
     * From now on the keyring opens the data, and no passphrase does. {@code vault.keyring-unusable},
     * {@code vault.keyring-locked}, {@code vault.keyring-unreachable}.
     */
    void useKeyring();

    /**
     * Makes a recovery phrase that opens the data as well and is kept nowhere: this is the only time that it can be
     * shown. A checked one that was there before stays valid until the new one is checked.
     */
    SecretText newPhrase();

    /**
     * Takes the phrase as a person typed it and remembers that it was right; a phrase before it becomes invalid.
     * {@code vault.phrase-mistyped}, {@code vault.wrong-phrase}, {@code vault.no-phrase}.
     */
    void checkPhrase(SecretText typed);

    /** No phrase opens the data any more. {@code vault.no-phrase}. */
    void removePhrase();

    /**
     * How the key is kept.
     *
     * @param text one sentence for the person
     */
    record KeyState(Storage storage, String text, Phrase phrase) {}

    /** What opens the data. {@code UNKNOWN}: something that only a newer version knows. */
    enum Storage {
        KEYRING,
        PASSPHRASE,
        UNKNOWN
    }

    /** What there is of a recovery phrase. */
    enum Phrase {
        NONE,
        /** Made, and nobody has shown that it was written down. */
        UNCHECKED,
        CHECKED,
        /** A checked one, and a new one that takes its place as soon as it is checked. */
        REPLACING
    }
}
