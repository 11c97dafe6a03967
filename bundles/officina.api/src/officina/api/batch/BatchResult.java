// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

import java.util.List;

/**
 * What a batch agent has done.
 *
 * @param summary one line of text for the person, without what it worked on: "2 of 14 files were new"
 * @param counts what it counted, in the order to show it
 */
public record BatchResult(String summary, List<Count> counts) {

    /** Longest summary, in characters; a longer one is cut. */
    public static final int LONGEST_SUMMARY = 500;

    /** Most counts. */
    public static final int MOST_COUNTS = 20;

    /** How often something came or was done. */
    public record Count(String name, long value) {

        /** Longest name, in characters. */
        public static final int LONGEST_NAME = 60;
    }

    public BatchResult {
        if (counts.size() > MOST_COUNTS) {
            throw new IllegalArgumentException("a result counts at most " + MOST_COUNTS + " things");
        }
        counts = List.copyOf(counts);
    }

    /** One that counts nothing. */
    public static BatchResult of(String summary) {
        return new BatchResult(summary, List.of());
    }
}
