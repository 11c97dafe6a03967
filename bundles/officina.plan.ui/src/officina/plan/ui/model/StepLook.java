// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import officina.api.plan.PlanStep;

/** Where a step stands, as the person sees it. */
public enum StepLook {
    WILL_RUN,
    /** The person has taken it out. */
    WILL_NOT_RUN,
    /** Its turn comes. */
    WAITING,
    RUNNING,
    /** It was at work when the program ended. */
    INTERRUPTED,
    DONE,
    FAILED,
    LEFT_OUT,
    /** The plan ended before its turn came. */
    NOT_DONE;

    public static StepLook of(PlanSheet sheet, PlanDraft draft, PlanStep step) {
        return switch (sheet.step(step).status()) {
            case PENDING -> pending(sheet, draft, step);
            case RUNNING -> running(sheet);
            case DONE -> DONE;
            case FAILED -> FAILED;
            case SKIPPED -> LEFT_OUT;
        };
    }

    private static StepLook running(PlanSheet sheet) {
        if (sheet.standing() == Standing.INTERRUPTED) {
            return INTERRUPTED;
        }
        return sheet.standing().open() ? RUNNING : NOT_DONE;
    }

    private static StepLook pending(PlanSheet sheet, PlanDraft draft, PlanStep step) {
        if (sheet.decidable()) {
            return draft.includes(step.id()) ? WILL_RUN : WILL_NOT_RUN;
        }
        return sheet.standing().open() ? WAITING : NOT_DONE;
    }

    /** In one or two words. */
    public String text() {
        return switch (this) {
            case WILL_RUN -> Words.STEP_WILL_RUN.text();
            case WILL_NOT_RUN -> Words.STEP_WILL_NOT_RUN.text();
            case WAITING -> Words.STEP_WAITING.text();
            case RUNNING -> Words.STEP_RUNNING.text();
            case INTERRUPTED -> Words.STEP_INTERRUPTED.text();
            case DONE -> Words.STEP_DONE.text();
            case FAILED -> Words.STEP_FAILED.text();
            case LEFT_OUT -> Words.STEP_LEFT_OUT.text();
            case NOT_DONE -> Words.STEP_NOT_DONE.text();
        };
    }
}
