// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.Set;

/**
 * What is seen of a text.
 *
 * @param words its features ({@link Features})
 * @param meaning its vector, of length 1; empty where it is judged by words only. Of texts that are compared with each
 *     other all have one, or none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and there are a thousand of them
record Seen(Set<String> words, float[] meaning) {

    static final float[] NO_MEANING = {};

    static Seen byWords(Set<String> words) {
        return new Seen(words, NO_MEANING);
    }
}
