// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.status;

import officina.ui.base.Wording;

/** The texts of the status area. */
enum Words implements Wording {
    ACCESS,
    ACCESS_OPEN,
    ACCESS_WHY,
    COST,
    COST_WHY,
    ITEM,
    MODEL,
    MODEL_OPEN,
    MODEL_WHY,
    OPENING,
    OTHER_PROCESS,
    PLACE,
    PLACE_OPEN,
    PLACE_WHY,
    UNKNOWN
}
