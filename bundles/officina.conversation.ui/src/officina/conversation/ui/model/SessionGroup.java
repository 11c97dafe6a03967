// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import officina.core.run.RunPhase;

/** Where a session stands in the list. */
public enum SessionGroup {
    NEEDS_YOU(Words.GROUP_NEEDS_YOU),
    WORKING(Words.GROUP_WORKING),
    DONE(Words.GROUP_DONE);

    private final Words title;

    SessionGroup(Words title) {
        this.title = title;
    }

    public String title() {
        return title.text();
    }

    /** Where a session whose newest run stands so belongs. */
    public static SessionGroup of(RunPhase phase) {
        if (phase.needsUser()) {
            return NEEDS_YOU;
        }
        return phase == RunPhase.RUNNING ? WORKING : DONE;
    }
}
