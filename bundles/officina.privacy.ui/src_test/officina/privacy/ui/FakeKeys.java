// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.engine.Keys;

/** Keys in memory. The phrase is twelve words that tell their places. */
final class FakeKeys implements Keys {

    static final String PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access accident";

    volatile Storage storage = Storage.KEYRING;
    volatile Phrase phrase = Phrase.NONE;
    volatile String passphrase = "";
    volatile boolean keyring = true;

    @Override
    public KeyState state() {
        return new KeyState(
                storage,
                storage == Storage.KEYRING
                        ? "The key of the data is kept in the keyring of the desktop (Secret Service)."
                        : "The key of the data is protected by a passphrase.",
                phrase);
    }

    @Override
    public void usePassphrase(SecretText secret) {
        passphrase = new String(secret.copy());
        storage = Storage.PASSPHRASE;
    }

    @Override
    public void useKeyring() {
        if (!keyring) {
            throw new FailureException(Failure.of(
                    "vault.keyring-unusable",
                    ErrorKind.RESOURCE,
                    "The key cannot be kept in a keyring: none answers, or it is locked.",
                    "Unlock or start a keyring such as GNOME Keyring or KWallet and try again; nothing was changed."));
        }
        storage = Storage.KEYRING;
    }

    @Override
    public SecretText newPhrase() {
        phrase = phrase == Phrase.CHECKED ? Phrase.REPLACING : Phrase.UNCHECKED;
        return new SecretText(PHRASE.toCharArray());
    }

    @Override
    public void checkPhrase(SecretText typed) {
        if (!new String(typed.copy()).equals(PHRASE)) {
            throw new FailureException(Failure.of(
                    "vault.wrong-phrase",
                    ErrorKind.USER,
                    "The recovery phrase does not open this data.",
                    "Look whether it belongs to this data; nothing was changed."));
        }
        phrase = Phrase.CHECKED;
    }

    @Override
    public void removePhrase() {
        phrase = Phrase.NONE;
    }
}
