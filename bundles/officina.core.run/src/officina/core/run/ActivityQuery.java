// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.time.Instant;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the activity log are wanted, newest first. What is {@code null} does not restrict.
 *
 * @param source who did it (the last link of the origin)
 * @param type the event's wire name, or its beginning up to a dot: {@code access}
 * @param status how it went
 * @param action what was done, in the words of the log: {@code create todo}
 * @param resource what must occur in the name of what was touched, in any case of letters
 * @param from the earliest instant, included
 * @param to the latest instant, excluded
 * @param text words that must all occur
 * @param before only positions below this one; {@link Long#MAX_VALUE} for the newest
 * @param limit most results, 1 to 100 000
 */
public record ActivityQuery(
        @Nullable RunId run,
        @Nullable PluginId source,
        @Nullable String type,
        ActivityEntry.@Nullable Status status,
        @Nullable String action,
        @Nullable String resource,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        long before,
        int limit) {

    public static final int MAX_LIMIT = 100_000;

    public static final ActivityQuery NEWEST =
            new ActivityQuery(null, null, null, null, null, null, Long.MAX_VALUE, 1_000);

    /** Whatever was done to whatever, however it went. */
    public ActivityQuery(
            @Nullable RunId run,
            @Nullable PluginId source,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text,
            long before,
            int limit) {
        this(run, source, type, null, null, null, from, to, text, before, limit);
    }

    public ActivityQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }
}
