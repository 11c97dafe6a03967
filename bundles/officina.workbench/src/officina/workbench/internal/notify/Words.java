// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import officina.ui.base.Wording;

/** The texts of notifications. */
enum Words implements Wording {
    OPEN,
    OPEN_PLUGIN,
    REFUSED_TEXT,
    REFUSED_TITLE
}
