// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

import java.util.Locale;

/** What a person may want with their to-dos. */
public enum Intent {
    /** Says what must not be done. */
    NONE,
    HELP,
    /** Asks to take back what was done. */
    UNDO,
    /** A notification, now. */
    NOTIFY,
    CLEAR_DATE,
    RENAME,
    DESCRIBE,
    ASSIGN,
    PRIORITY,
    RAISE,
    LOWER,
    /** By a length of time. */
    SHIFT,
    /** To another day or time. */
    MOVE,
    /** To another day, or there is one more to do: "update the website by Friday". */
    MOVE_OR_CREATE,
    /** To a day that was not said. */
    POSTPONE,
    REOPEN,
    COMPLETE,
    /** "Finish the report": a to-do is done, or there is one more to do. */
    COMPLETE_OR_CREATE,
    DELETE_DONE,
    DELETE_ALL,
    DELETE,
    SUGGEST,
    /** The to-dos laid out over days. */
    WEEK,
    COUNT,
    /** How it stands with something: "have I paid the rent?". */
    STATUS,
    LIST,
    CREATE,
    /** No verb of ours: one or more things to do, perhaps. */
    ITEMS;

    static Intent of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
