// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;
import officina.index.Index;
import officina.index.IndexHealth;

/** An index in memory that finds a passage by any word of the query. */
public final class MemoryIndex implements Index {

    private final Map<String, IndexDocument> documents = new TreeMap<>();
    private boolean wordsOnly;
    private Runnable beforePut = () -> {};

    /** How many documents were put. */
    private int puts;

    private long changes;

    /** Whether fingerprints are kept back from now on, as where meaning cannot be compared. */
    synchronized void setWordsOnly(boolean now) {
        wordsOnly = now;
    }

    /** Done by whoever puts documents, before. */
    synchronized void beforePut(Runnable work) {
        beforePut = work;
    }

    synchronized int puts() {
        return puts;
    }

    @Override
    public void put(List<IndexDocument> some) throws InterruptedException {
        before().run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        keep(some);
    }

    private synchronized Runnable before() {
        return beforePut;
    }

    @Override
    public synchronized long changes() {
        return changes;
    }

    private synchronized void keep(List<IndexDocument> some) {
        changes++;
        for (IndexDocument each : some) {
            puts += each.collection().equals(IndexCollection.DOCUMENTS) ? 1 : 0;
            documents.put(
                    key(each.collection(), each.id()),
                    wordsOnly
                            ? new IndexDocument(
                                    each.collection(), each.id(), "", each.title(), each.attributes(), each.passages())
                            : each);
        }
    }

    private static String key(IndexCollection collection, String id) {
        return collection + "\n" + id;
    }

    @Override
    public synchronized void remove(IndexCollection collection, Collection<String> ids) {
        changes++;
        ids.forEach(id -> documents.remove(key(collection, id)));
    }

    @Override
    public synchronized void clear(IndexCollection collection) {
        changes++;
        documents.values().removeIf(each -> each.collection().equals(collection));
    }

    @Override
    public synchronized Map<String, String> fingerprints(IndexCollection collection) {
        Map<String, String> found = new HashMap<>();
        documents.values().stream()
                .filter(each -> each.collection().equals(collection))
                .forEach(each -> found.put(each.id(), each.fingerprint()));
        return found;
    }

    @Override
    public synchronized IndexAnswer search(IndexQuery query) {
        List<IndexHit> hits = new ArrayList<>();
        for (IndexDocument each : documents.values()) {
            for (IndexPassage passage : each.passages()) {
                if (passage.text()
                        .toLowerCase(Locale.ROOT)
                        .contains(query.text().toLowerCase(Locale.ROOT))) {
                    hits.add(new IndexHit(
                            each.collection(),
                            each.id(),
                            each.title(),
                            each.attributes(),
                            passage.place(),
                            passage.text(),
                            1,
                            null));
                }
            }
        }
        return new IndexAnswer(hits, null);
    }

    @Override
    public synchronized IndexHealth health() {
        return new IndexHealth(documents.size(), 0, null);
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
