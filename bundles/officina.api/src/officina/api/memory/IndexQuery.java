// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.util.Map;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param text in the person's own words; an empty one finds nothing
 * @param collections where; none for all
 * @param attributes only what has all of these values
 * @param limit at most so many hits
 */
public record IndexQuery(String text, Set<IndexCollection> collections, Map<String, String> attributes, int limit) {

    /** More hits are never given. */
    public static final int MAX_LIMIT = 200;

    public IndexQuery {
        collections = Set.copyOf(collections);
        attributes = Map.copyOf(attributes);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT);
        }
    }

    /** Everywhere. */
    public static IndexQuery of(String text, int limit) {
        return new IndexQuery(text, Set.of(), Map.of(), limit);
    }
}
