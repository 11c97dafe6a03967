// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

/** Where a run stands. {@link RunTransitions} lists every way from one to another. */
public enum RunPhase {
    /** Known by its id only. */
    NEW,
    RUNNING,
    /** A plan is proposed; the person decides. */
    AWAITING_APPROVAL,
    /** A question is asked; the person answers. */
    AWAITING_ANSWER,
    /** The program ended while it was at work; the person may resume or cancel it. */
    INTERRUPTED,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }

    /** Whether the person is the one to act. */
    public boolean needsUser() {
        return this == AWAITING_APPROVAL || this == AWAITING_ANSWER || this == INTERRUPTED;
    }
}
