// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui.model;

import officina.ui.base.Wording;

/** The texts of the page. */
public enum Words implements Wording {
    ADD,
    ADD_DO,
    ADD_MEANING,
    ADD_STATE,
    ADD_TITLE,
    ADDED,
    ASKING,
    CANCEL,
    CANCELLED,
    LOADING,
    NAME,
    NAME_TAKEN,
    NAME_WRONG,
    PASSWORD_CHANGE,
    PASSWORD_DO,
    PASSWORD_DONE,
    PASSWORD_FIELD,
    PASSWORD_FORGET,
    PASSWORD_FORGOTTEN,
    PASSWORD_KEPT,
    PASSWORD_NONE,
    PASSWORD_SET,
    PASSWORD_TEXT,
    REMOVE,
    REMOVE_DO,
    REMOVE_TEXT,
    SERVER,
    SERVER_WRONG,
    TEST,
    TESTED,
    USER,
    USES
}
