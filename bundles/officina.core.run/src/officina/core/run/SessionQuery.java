// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import officina.api.id.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted, newest first.
 *
 * @param project only of that project; {@code null} for all
 * @param text words that must all occur in the title or in what was said; {@code null} for any
 * @param limit most results, 1 to 10 000
 */
public record SessionQuery(
        @Nullable RecordId project, @Nullable String text, int limit) {

    public static final int MAX_LIMIT = 10_000;

    public static final SessionQuery ALL = new SessionQuery(null, null, MAX_LIMIT);

    public SessionQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }
}
