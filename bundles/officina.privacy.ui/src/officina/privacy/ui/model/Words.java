// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui.model;

import officina.ui.base.Wording;

/** The texts of the page. */
public enum Words implements Wording {
    CANCEL,
    CHECK_DO,
    CHECK_DONE,
    CHECK_NAME,
    CHECK_TEXT,
    KEYRING_DONE,
    KEYRING_INSTEAD,
    KEY_MEANING,
    KEY_TITLE,
    LESSON_ASK,
    LESSON_BACK,
    LESSON_LATER,
    LESSON_LEFT,
    LESSON_TEXT,
    LESSON_WORD,
    LESSON_WRITTEN,
    LESSON_WRONG,
    PASSPHRASES_DIFFER,
    PASSPHRASE_AGAIN,
    PASSPHRASE_CHANGE,
    PASSPHRASE_DONE,
    PASSPHRASE_INSTEAD,
    PASSPHRASE_NEW,
    PASSPHRASE_TEXT,
    PASSPHRASE_USE,
    PHRASE_CHECK,
    PHRASE_CHECKED,
    PHRASE_MAKE,
    PHRASE_MEANING,
    PHRASE_NEW,
    PHRASE_NONE,
    PHRASE_REMOVE,
    PHRASE_REPLACING,
    PHRASE_TITLE,
    PHRASE_UNCHECKED,
    REMOVE_DO,
    REMOVE_DONE,
    REMOVE_TEXT,
    SHEET_NAME,
    VIEW
}
