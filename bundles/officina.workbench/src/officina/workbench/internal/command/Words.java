// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.command;

import officina.ui.base.Wording;

/** The texts of commands. */
enum Words implements Wording {
    ABOUT,
    ABOUT_TEXT
}
