// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import officina.core.run.PlanState;
import officina.core.run.RunState;

/** Where a plan stands, as the person sees it. */
public enum Standing {
    /** The agent still works on it, or nobody was asked yet. */
    RUNNING,
    /** The person decides. */
    WAITING,
    /** A question in the conversation waits for an answer. */
    ASKING,
    /** The program ended while it ran. */
    INTERRUPTED,
    DONE,
    /** It ended before everything was done. */
    FAILED,
    REFUSED,
    CANCELLED,
    /** It was done and taken back. */
    UNDONE;

    static Standing of(RunState run, PlanState plan, boolean undone) {
        if (undone) {
            return UNDONE;
        }
        return switch (run.phase()) {
            case NEW, RUNNING -> RUNNING;
            case AWAITING_APPROVAL -> WAITING;
            case AWAITING_ANSWER -> ASKING;
            case INTERRUPTED -> INTERRUPTED;
            case DONE ->
                plan.decision() == PlanState.Decision.REFUSED
                        ? REFUSED
                        : run.outcome().success() ? DONE : FAILED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Whether the run is at work or can be, so that it can be cancelled. */
    public boolean open() {
        return this == RUNNING || this == WAITING || this == ASKING || this == INTERRUPTED;
    }
}
