// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import officina.api.event.KeyChange;

/** What the activity log says of the key of the data. */
final class KeyWords {

    private KeyWords() {}

    static String action(KeyChange change) {
        return change == KeyChange.RECOVERED ? "recover data" : "change keys";
    }

    static String changed(KeyChange change) {
        return switch (change) {
            case PASSPHRASE -> "The data is protected by a new passphrase";
            case KEYRING -> "The key of the data is kept in the keyring";
            case PHRASE_MADE -> "Made a recovery phrase";
            case PHRASE_CHECKED -> "Checked the recovery phrase";
            case PHRASE_REMOVED -> "Removed the recovery phrase";
            case RECOVERED -> "Opened the data with the recovery phrase";
        };
    }
}
