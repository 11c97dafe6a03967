// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import officina.api.error.Failure;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexQuery;
import org.jspecify.annotations.Nullable;

/** An index that gives the same hits to every question, and notes what it was asked. */
final class FixedIndex implements IndexAccess {

    final List<IndexQuery> queries = new ArrayList<>();
    final List<IndexHit> hits = new ArrayList<>();

    @Nullable
    Failure wordsOnly;

    static IndexHit hit(String file, String place, String text, @Nullable Double closeness) {
        return new IndexHit(IndexCollection.DOCUMENTS, file, "", Map.of(), place, text, 0.5, closeness);
    }

    @Override
    public IndexAnswer search(IndexQuery query) {
        queries.add(query);
        return new IndexAnswer(hits.stream().limit(query.limit()).toList(), wordsOnly);
    }

    @Override
    public void put(List<IndexDocument> documents) {
        throw new UnsupportedOperationException("this agent only searches");
    }

    @Override
    public Map<String, String> fingerprints(IndexCollection collection, String after, int most) {
        throw new UnsupportedOperationException("this agent only searches");
    }

    @Override
    public void remove(IndexCollection collection, Collection<String> ids) {
        throw new UnsupportedOperationException("this agent only searches");
    }
}
