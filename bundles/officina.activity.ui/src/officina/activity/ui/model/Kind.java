// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import org.jspecify.annotations.Nullable;

/** Groups of events that a person filters by, each the first word of the events' wire names. */
public enum Kind {
    ALL(null),
    RUNS("run"),
    CHANGES("record"),
    APPROVALS("approval"),
    TOOLS("tool"),
    ACCESS("access"),
    FILES("file"),
    NOTIFICATIONS("notification"),
    USAGE("usage");

    private final @Nullable String type;

    Kind(@Nullable String type) {
        this.type = type;
    }

    /** For {@link officina.core.run.ActivityQuery#type}; {@code null} for all. */
    public @Nullable String type() {
        return type;
    }
}
