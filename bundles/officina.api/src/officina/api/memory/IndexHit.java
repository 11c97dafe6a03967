// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A passage that was found.
 *
 * @param document the id of the document
 * @param place where in it; empty for all of it
 * @param score orders the hits of one search, 0 to 1; it says nothing about how good they are
 * @param closeness of meaning, the cosine of query and passage, by which good answers are told from mere best ones;
 *     {@code null} where it was not compared by meaning
 */
public record IndexHit(
        IndexCollection collection,
        String document,
        String title,
        Map<String, String> attributes,
        String place,
        String text,
        double score,
        @Nullable Double closeness) {

    public IndexHit {
        attributes = Map.copyOf(attributes);
    }
}
