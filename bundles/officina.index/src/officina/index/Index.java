// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;

/**
 * Documents that are found by their words and by their meaning. Any thread may call; searches go on while documents come
 * and go. Writing calls are durable on return, and their effect is found by the next search. Expected trouble is a
 * {@link officina.api.error.FailureException}: {@code index.full}, {@code index.io}, {@code index.damaged} (it has been
 * emptied and is to be filled again), {@code index.closed}.
 */
public interface Index extends AutoCloseable {

    /**
     * Adds documents, each in place of the one with its collection and id. All or none. Blocks while the passages are
     * compared by meaning, which an interrupt ends; where that is not possible they are found by their words, and their
     * {@linkplain #fingerprints fingerprints} are kept back, so that their source gives them again.
     */
    void put(List<IndexDocument> documents) throws InterruptedException;

    /** Takes documents out; those that are not there are passed over. */
    void remove(IndexCollection collection, Collection<String> ids);

    /** Takes all documents of a collection out. */
    void clear(IndexCollection collection);

    /** What is there of a collection: ids with the fingerprints they came with. */
    Map<String, String> fingerprints(IndexCollection collection);

    /** Another number after each change of what is there, so that what was made of it holds until then. */
    long changes();

    /**
     * Finds passages. Blocks for milliseconds, the first time until the model is loaded. Where meaning cannot be compared,
     * words are, and the answer says why.
     */
    IndexAnswer search(IndexQuery query) throws InterruptedException;

    IndexHealth health();

    /** Waits for writing calls that are under way. */
    @Override
    void close();
}
