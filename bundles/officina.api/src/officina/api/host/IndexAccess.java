// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds passages and adds documents to be found, within the plug-in's grants {@code index.read} and {@code index.write}
 * for each collection. Each call is logged. Blocks; call from the run's own thread. Without a grant each method throws
 * {@link officina.api.error.FailureException} {@code permission.denied}; trouble with the index is {@code index.*}.
 */
@ProviderType
public interface IndexAccess {

    /** Of more than these nothing is told at once. */
    int MOST_FINGERPRINTS = 2_000;

    /** Finds passages in the collections that the query names; one that names none needs a grant for all. */
    IndexAnswer search(IndexQuery query) throws InterruptedException;

    /**
     * Adds documents, each in place of the one with its collection and id; durable on return, all or none. The
     * collection {@code documents} is made of the person's folders alone and never granted for writing.
     */
    void put(List<IndexDocument> documents) throws InterruptedException;

    /**
     * What is there of a collection: ids with the fingerprints they came with, a part at a time, in the order of the ids.
     * One that is empty was kept back, because the document is not compared by meaning yet: give it once more. Needs
     * {@code index.read}.
     *
     * @param after only ids that come after it; empty for the first part
     * @param most so many, 1 to {@value #MOST_FINGERPRINTS}; where there are fewer, there is nothing behind them
     */
    Map<String, String> fingerprints(IndexCollection collection, String after, int most);

    /** Takes documents out; those that are not there are passed over. */
    void remove(IndexCollection collection, Collection<String> ids);
}
