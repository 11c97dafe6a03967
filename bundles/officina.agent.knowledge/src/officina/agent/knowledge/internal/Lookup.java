// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.util.Map;
import java.util.Set;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexQuery;

/** What is asked of the index. */
public final class Lookup {

    /** So many passages are looked at for an answer. */
    public static final int STANDARD = 8;

    private Lookup() {}

    public static IndexQuery query(String text, int limit) {
        return new IndexQuery(text, Set.of(IndexCollection.DOCUMENTS), Map.of(), limit);
    }
}
