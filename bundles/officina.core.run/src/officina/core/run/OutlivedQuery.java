// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.time.Instant;
import officina.api.id.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a project does not keep any longer: those behind the newest so many, and those in which nothing has
 * happened since a moment.
 *
 * @param newest how many are kept; 0 for as many as there are
 * @param since {@code null} for however long ago
 * @param limit most results, 1 to 10 000
 */
public record OutlivedQuery(
        RecordId project, int newest, @Nullable Instant since, int limit) {

    public static final int MAX_LIMIT = 10_000;

    public OutlivedQuery {
        if (newest < 0) {
            throw new IllegalArgumentException("fewer than none are kept: " + newest);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }
}
