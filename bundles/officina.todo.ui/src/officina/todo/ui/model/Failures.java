// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import officina.api.error.Failure;
import officina.core.run.RunState;

/** Failures as one line. */
final class Failures {

    private Failures() {}

    /** Why a run did not do what was wanted. */
    static String outcome(RunState run) {
        Failure failure = run.outcome().failure();
        if (failure != null) {
            return failure.told();
        }
        String summary = run.outcome().summary();
        return summary == null ? Words.UNDO_INCOMPLETE.text() : summary;
    }
}
