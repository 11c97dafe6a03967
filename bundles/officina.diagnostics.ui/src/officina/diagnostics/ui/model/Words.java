// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui.model;

import officina.ui.base.Wording;

/** The texts of the view. */
public enum Words implements Wording {
    ANSWERS,
    ANSWERS_HALF,
    ANSWERS_NONE,
    ATTACHED,
    ATTACHED_NOW,
    BEYOND,
    BYTES,
    CHART,
    CHECKING,
    CHECKS,
    CHECK_AGAIN,
    COLUMN_AGE,
    COLUMN_AT_WORK,
    COLUMN_CHECK,
    COLUMN_EVENTS,
    COLUMN_FOUND,
    COLUMN_HELD,
    COLUMN_NUMBER,
    COLUMN_PROGRAM,
    COLUMN_QUEUED,
    COLUMN_REQUESTS,
    COLUMN_RESULT,
    COLUMN_SUBSCRIPTIONS,
    ENGINE,
    HELD_WHY,
    HOURS,
    JOURNAL,
    JOURNAL_EVENTS,
    KIBIBYTES,
    MINUTES,
    NOBODY,
    NOT_VERIFIED,
    PROBLEM,
    PROCESSES,
    SECONDS,
    STORE,
    STORE_AGREES,
    STORE_BEHIND,
    VERIFIED,
    VIEW
}
