// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import officina.ui.base.Wording;

/** The texts of the window. */
public enum Words implements Wording {
    CLOSE,
    ERASED,
    ERASED_BUT,
    IN_USE,
    PRODUCT,
    TRY_AGAIN
}
