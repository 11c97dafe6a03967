// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

import officina.base.SecretText;

/**
 * The ways to the data key of an open vault. Each change rewrites {@code vault.keys} alone, in one step: after a crash
 * the old or the new content is there, and the data is untouched. A copy of the file that was made before still opens
 * in the old way. Any thread may call; the calls block on the disk, on the keyring, or for a good part of a second on
 * the derivation from a passphrase. Secrets that are handed in stay the caller's to close; those that are given out
 * become the caller's. {@code vault.io} where the file cannot be written: nothing has changed then.
 */
public interface VaultKeys {

    State state();

    /**
     * From now on this passphrase opens the data, and neither the one before nor the keyring does.
     * {@code vault.passphrase-needed} when it is empty.
     */
    void usePassphrase(SecretText passphrase);

    /** From now on the keyring opens the data, and no passphrase does. {@code vault.keyring-unusable}. */
    void useKeyring();

    /**
     * Makes a recovery phrase of {@link RecoveryWords#COUNT} words that opens the data as well. It is kept nowhere:
     * this is the only time that it can be shown. It counts as unchecked until {@link #checkPhrase}; a checked one that
     * was there before stays valid until then.
     */
    SecretText newPhrase();

    /**
     * Takes the phrase as a person typed it, and remembers that it was right. When it is the new one, the one before
     * becomes invalid. {@code vault.phrase-mistyped}, {@code vault.wrong-phrase}, {@code vault.no-phrase}.
     */
    void checkPhrase(SecretText typed);

    /** No phrase opens the data any more. {@code vault.no-phrase}. */
    void removePhrase();

    /** How the key is kept, and whether a phrase would help when that is lost. */
    record State(KeyProtection protection, Phrase phrase) {}

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
