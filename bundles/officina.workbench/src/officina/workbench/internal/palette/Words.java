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
    GROUP_IN_VIEWS,
    GROUP_VIEW,
    KEY_HISTORY,
    KEY_LINE,
    KEY_RENAME,
    KEY_SCROLL,
    KEY_SELECT,
    KEY_SEND,
    KEY_STOP,
    KEY_TAB,
    KEYS,
    TYPE_COMMAND
}
