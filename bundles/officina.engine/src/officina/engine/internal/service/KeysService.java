// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import officina.base.SecretText;
import officina.engine.Keys;
import officina.vault.KeyProtection;
import officina.vault.VaultKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vault's keys as the Engine API speaks of them; each change is logged, without any secret. */
final class KeysService implements Keys {

    private static final Logger log = LoggerFactory.getLogger(KeysService.class);

    private final VaultKeys keys;

    KeysService(VaultKeys keys) {
        this.keys = keys;
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
        log.info("the key of the data is protected by a new passphrase");
    }

    @Override
    public void useKeyring() {
        keys.useKeyring();
        log.info("the key of the data is kept in the keyring");
    }

    @Override
    public SecretText newPhrase() {
        SecretText phrase = keys.newPhrase();
        log.info("a recovery phrase was made");
        return phrase;
    }

    @Override
    public void checkPhrase(SecretText typed) {
        keys.checkPhrase(typed);
        log.info("the recovery phrase was checked");
    }

    @Override
    public void removePhrase() {
        keys.removePhrase();
        log.info("the recovery phrase was removed");
    }
}
