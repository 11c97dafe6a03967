// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.Set;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted, newest first.
 *
 * @param session only of that session; {@code null} for all
 * @param phases only in one of these; empty for any
 * @param limit most results, 1 to 10 000
 */
public record RunQuery(@Nullable SessionId session, Set<RunPhase> phases, int limit) {

    public static final int MAX_LIMIT = 10_000;

    public static final RunQuery ALL = new RunQuery(null, Set.of(), MAX_LIMIT);

    public RunQuery {
        phases = Set.copyOf(phases);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }
}
