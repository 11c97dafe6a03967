// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import officina.ui.base.Wording;

/** The texts of the command palette and the page of keys. */
enum Words implements Wording {
    COLUMN_COMMAND,
    COLUMN_GROUP,
    COLUMN_KEYS,
    COMMANDS,
    GROUP_VIEW,
    KEY_DELETE,
    KEY_FILTER,
    KEY_HISTORY,
    KEY_LINE,
    KEY_PLAN_APPROVE,
    KEY_PLAN_EDIT,
    KEY_PLAN_OPEN,
    KEY_PLAN_STEP,
    KEY_PREFERENCES,
    KEY_RENAME,
    KEY_SCROLL,
    KEY_SELECT,
    KEY_SEND,
    KEY_STOP,
    KEY_TAB,
    KEY_TODO_COMPLETE,
    KEY_TODO_DELETE,
    KEY_TODO_RENAME,
    KEYS,
    KEYS_SEARCH,
    MAXIMIZE,
    QUIT,
    RESET_LAYOUT,
    SHOW,
    TYPE_COMMAND
}
