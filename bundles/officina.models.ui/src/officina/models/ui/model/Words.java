// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui.model;

import officina.ui.base.Wording;

/** The texts of the page. */
public enum Words implements Wording {
    ADD,
    ADD_DO,
    ADD_MEANING,
    ADD_STATE,
    ADD_TITLE,
    ADDRESS,
    ADDRESS_WRONG,
    ADDED,
    ADDED_NEEDS_KEY,
    ANSWERS_ACCOUNT_GONE,
    ANSWERS_MEANING,
    ANSWERS_MODEL,
    ANSWERS_NONE,
    ANSWERS_NONE_DO,
    ANSWERS_NONE_MEANING,
    ANSWERS_TITLE,
    ASKING,
    CANCEL,
    CANCELLED,
    CHOOSE,
    CHOOSE_DO,
    CHOOSE_NONE,
    CHOOSE_SEARCH,
    CHOOSE_TABLE,
    CHOSEN,
    KEY_CHANGE,
    KEY_DO,
    KEY_DONE,
    KEY_FIELD,
    KEY_FORGET,
    KEY_FORGOTTEN,
    KEY_KEPT,
    KEY_NONE,
    KEY_SET,
    KEY_TEXT,
    LOADING,
    NAME,
    NAME_TAKEN,
    NAME_WRONG,
    REMOVE,
    REMOVE_DO,
    REMOVE_TEXT,
    TEST,
    TESTED,
    USES
}
