// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import officina.engine.internal.knowledge.KeptIndex;
import officina.engine.internal.sample.SampleScope;
import officina.index.Index;

/** The index for one run, unguarded. An interrupt ends what is compared, and reaches no file of the store. */
final class RunIndex implements IndexAccess {

    private final KeptIndex index;
    private final Shielded shielded;
    private final SampleScope.View view;

    /** @param view what of it may be seen */
    RunIndex(KeptIndex index, Shielded shielded, SampleScope.View view) {
        this.view = view;
        this.index = index;
        this.shielded = shielded;
    }

    @Override
    public IndexAnswer search(IndexQuery query) throws InterruptedException {
        Index current = shielded.call(index::current);
        if (current == null) {
            return new IndexAnswer(List.of(), null);
        }
        return view.open() ? current.search(query) : view.seen(current.search(wider(query)), query.limit());
    }

    /** The sample is small: so many more make up for it; of all others, those of its folder are asked for. */
    private IndexQuery wider(IndexQuery query) {
        if (view.within() && view.folders().size() == 1) {
            Map<String, String> attributes = new HashMap<>(query.attributes());
            attributes.put(SampleScope.FOLDER, view.folders().iterator().next());
            return new IndexQuery(query.text(), query.collections(), attributes, query.limit());
        }
        int limit = Math.min(query.limit() + SampleScope.FEW, IndexQuery.MAX_LIMIT);
        return new IndexQuery(query.text(), query.collections(), query.attributes(), limit);
    }

    @Override
    public void put(List<IndexDocument> documents) throws InterruptedException {
        shielded.call(index::made).put(documents);
    }

    @Override
    public Map<String, String> fingerprints(IndexCollection collection, String after, int most) {
        Index current = shielded.call(index::current);
        if (current == null) {
            return Map.of();
        }
        return current.fingerprints(collection).entrySet().stream()
                .filter(each -> each.getKey().compareTo(after) > 0)
                .sorted(Map.Entry.comparingByKey())
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void remove(IndexCollection collection, Collection<String> ids) {
        Index current = shielded.call(index::current);
        if (current != null) {
            current.remove(collection, ids);
        }
    }
}
