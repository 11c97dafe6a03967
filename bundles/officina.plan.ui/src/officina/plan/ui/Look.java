// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import officina.plan.ui.model.Standing;
import officina.plan.ui.model.StepLook;
import officina.ui.base.Icon;
import officina.ui.base.Shade;

/** Icon and colour of what a plan or a step is; the word always stands beside it. */
record Look(Icon icon, Shade shade) {

    static Look of(StepLook step) {
        return switch (step) {
            case WILL_RUN, WAITING -> new Look(Icon.CIRCLE, Shade.MUTED);
            case WILL_NOT_RUN, LEFT_OUT -> new Look(Icon.SKIP, Shade.MUTED);
            case RUNNING -> new Look(Icon.LOADING, Shade.ACCENT);
            case INTERRUPTED -> new Look(Icon.WARNING, Shade.WARNING);
            case DONE -> new Look(Icon.CHECK_CIRCLE, Shade.SUCCESS);
            case FAILED -> new Look(Icon.ERROR, Shade.DANGER);
            case NOT_DONE -> new Look(Icon.CANCELLED, Shade.MUTED);
        };
    }

    static Look of(Standing plan) {
        return switch (plan) {
            case RUNNING -> new Look(Icon.LOADING, Shade.ACCENT);
            case WAITING -> new Look(Icon.CLOCK, Shade.WARNING);
            case ASKING -> new Look(Icon.QUESTION, Shade.WARNING);
            case INTERRUPTED -> new Look(Icon.WARNING, Shade.WARNING);
            case DONE -> new Look(Icon.CHECK_CIRCLE, Shade.SUCCESS);
            case FAILED -> new Look(Icon.ERROR, Shade.DANGER);
            case REFUSED, CANCELLED -> new Look(Icon.CANCELLED, Shade.MUTED);
            case UNDONE -> new Look(Icon.UNDO, Shade.MUTED);
        };
    }
}
