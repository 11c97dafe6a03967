// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

/** The texts of this bundle. */
enum Words implements Wording {
    CHOOSE_OPEN,
    CHOOSE_TEXT,
    CHOOSE_TITLE,
    CLOSING,
    FAILED_TITLE,
    LOCKED_FRESH,
    LOCKED_TEXT,
    MINUTES,
    NOW,
    PASSPHRASE,
    PASSPHRASE_AGAIN,
    PASSPHRASES_DIFFER,
    SETTINGS_RESTORE,
    STARTING,
    STRENGTH_FAIR,
    STRENGTH_GOOD,
    STRENGTH_WEAK,
    TODAY,
    TOMORROW,
    TRY_AGAIN,
    UNLOCK_OPEN,
    UNLOCK_TEXT,
    UNLOCK_TITLE,
    VIEW_BROKEN,
    VIEW_BROKEN_REMEDY,
    YESTERDAY,
    YOU
}
