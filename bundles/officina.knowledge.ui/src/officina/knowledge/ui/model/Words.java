// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui.model;

import officina.ui.base.Wording;

/** The texts of these views. */
public enum Words implements Wording {
    ADD,
    ADDED,
    CANCEL,
    CANCELLED,
    COUNTS,
    DOCUMENT,
    DOCUMENT_EMPTY,
    DOCUMENT_EMPTY_TITLE,
    DOCUMENT_FOREIGN,
    DOCUMENT_LAUNCH,
    DOCUMENT_LAUNCH_FAILED,
    DOCUMENT_LONG,
    DOCUMENT_TEXT,
    EMPTY,
    EMPTY_TITLE,
    FAILED,
    FOUND,
    FOUND_NOTHING,
    FOUND_NOTHING_TITLE,
    HITS,
    LOADING,
    NEVER_READ,
    OPEN,
    PASSAGE,
    PAUSE,
    PAUSED,
    READ,
    READING,
    READING_FIRST,
    READ_AGAIN,
    READ_DONE,
    READ_NOW,
    REMOVE,
    REMOVE_DO,
    REMOVE_TEXT,
    RESUME,
    SEARCH,
    TROUBLE,
    TROUBLES,
    TROUBLES_HIDE,
    TROUBLES_MORE,
    VIEW,
    WAITING,
    WORDS_ONLY
}
