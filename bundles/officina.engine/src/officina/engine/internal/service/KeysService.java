// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import officina.api.event.KeyChange;
import officina.base.SecretText;
import officina.engine.Keys;
import officina.vault.KeyProtection;
import officina.vault.VaultKeys;

/** The vault's keys as the Engine API speaks of them; each change is told, without any secret. */
final class KeysService implements Keys {

    private final VaultKeys keys;
    private final KeyChanges changes;

    KeysService(VaultKeys keys, KeyChanges changes) {
        this.keys = keys;
        this.changes = changes;
    }

    @Override
    public KeyState state() {
        VaultKeys.State state = keys.state();
        KeyProtection protection = state.protection();
        return new KeyState(
                switch (protection.kind()) {
                    case KEYRING -> Storage.KEYRING;
                    case PASSPHRASE -> Storage.PASSPHRASE;
                    case UNKNOWN -> Storage.UNKNOWN;
                },
                protection.text(),
                switch (state.phrase()) {
                    case NONE -> Phrase.NONE;
                    case UNCHECKED -> Phrase.UNCHECKED;
                    case CHECKED -> Phrase.CHECKED;
                    case REPLACING -> Phrase.REPLACING;
                });
    }

    @Override
    public void usePassphrase(SecretText passphrase) {
        keys.usePassphrase(passphrase);
        changes.tell(KeyChange.PASSPHRASE);
    }

    @Override
    public void useKeyring() {
        keys.useKeyring();
        changes.tell(KeyChange.KEYRING);
    }

    @Override
    public SecretText newPhrase() {
        SecretText phrase = keys.newPhrase();
        changes.tell(KeyChange.PHRASE_MADE);
        return phrase;
    }

    @Override
    public void checkPhrase(SecretText typed) {
        keys.checkPhrase(typed);
        changes.tell(KeyChange.PHRASE_CHECKED);
    }

    @Override
    public void removePhrase() {
        keys.removePhrase();
        changes.tell(KeyChange.PHRASE_REMOVED);
    }
}
