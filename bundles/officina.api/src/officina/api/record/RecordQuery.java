// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.util.Map;
import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Which records of one kind are wanted.
 *
 * @param equal fields that must have exactly this value
 * @param text words that must all occur in the record's title or text, without regard to case; {@code null} for any
 * @param limit most records to return, newest change first; 1 to 10 000
 */
public record RecordQuery(
        RecordKind kind,
        Map<String, JsonValue> equal,
        @Nullable String text,
        int limit) {

    public static final int MAX_LIMIT = 10_000;

    public RecordQuery {
        equal = Map.copyOf(equal);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }

    /** All records of a kind, up to the limit. */
    public static RecordQuery all(RecordKind kind) {
        return new RecordQuery(kind, Map.of(), null, MAX_LIMIT);
    }
}
