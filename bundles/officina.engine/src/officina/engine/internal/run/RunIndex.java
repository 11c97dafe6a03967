// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.Collection;
import java.util.List;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import officina.engine.internal.knowledge.KeptIndex;
import officina.index.Index;

/** The index for one run, unguarded. An interrupt ends what is compared, and reaches no file of the store. */
final class RunIndex implements IndexAccess {

    private final KeptIndex index;
    private final Shielded shielded;

    RunIndex(KeptIndex index, Shielded shielded) {
        this.index = index;
        this.shielded = shielded;
    }

    @Override
    public IndexAnswer search(IndexQuery query) throws InterruptedException {
        Index current = shielded.call(index::current);
        return current == null ? new IndexAnswer(List.of(), null) : current.search(query);
    }

    @Override
    public void put(List<IndexDocument> documents) throws InterruptedException {
        shielded.call(index::made).put(documents);
    }

    @Override
    public void remove(IndexCollection collection, Collection<String> ids) {
        Index current = shielded.call(index::current);
        if (current != null) {
            current.remove(collection, ids);
        }
    }
}
