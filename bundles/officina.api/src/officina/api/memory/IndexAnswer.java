// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.util.List;
import officina.api.error.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a search gave.
 *
 * @param hits best first
 * @param wordsOnly why nothing was compared by meaning; {@code null} when it was
 */
public record IndexAnswer(List<IndexHit> hits, @Nullable Failure wordsOnly) {

    public IndexAnswer {
        hits = List.copyOf(hits);
    }
}
