// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;

/** An index that finds passages with all words of a query in them. Everything is granted. Any thread. */
public final class InMemoryIndexAccess implements IndexAccess {

    private final Map<IndexCollection, SortedMap<String, IndexDocument>> collections =
            new TreeMap<>(Comparator.comparing(IndexCollection::name));
    private final List<String> changes = new ArrayList<>();

    /** What was done to it since this was asked last: {@code put ID}, {@code remove ID}. */
    public synchronized List<String> changes() {
        List<String> all = List.copyOf(changes);
        changes.clear();
        return all;
    }

    /** The documents of a collection, by id. */
    public synchronized List<IndexDocument> documents(IndexCollection collection) {
        return List.copyOf(of(collection).values());
    }

    /** Keeps a fingerprint back, as the index does while nothing can be compared by meaning. */
    public synchronized void keepBack(IndexCollection collection, String id) {
        of(collection)
                .computeIfPresent(
                        id,
                        (_, known) -> new IndexDocument(
                                collection, id, "", known.title(), known.attributes(), known.passages()));
    }

    @Override
    public synchronized IndexAnswer search(IndexQuery query) {
        List<String> words =
                List.of(query.text().toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<IndexHit> hits = new ArrayList<>();
        collections.forEach((collection, documents) -> {
            if (query.collections().isEmpty() || query.collections().contains(collection)) {
                documents.values().forEach(each -> hits(each, words, hits));
            }
        });
        return new IndexAnswer(hits.stream().limit(query.limit()).toList(), null);
    }

    private static void hits(IndexDocument document, List<String> words, List<IndexHit> hits) {
        for (IndexPassage each : document.passages()) {
            String text = (document.title() + " " + each.text()).toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(text::contains)) {
                hits.add(new IndexHit(
                        document.collection(),
                        document.id(),
                        document.title(),
                        document.attributes(),
                        each.place(),
                        each.text(),
                        1,
                        null));
            }
        }
    }

    @Override
    public synchronized void put(List<IndexDocument> documents) {
        for (IndexDocument each : documents) {
            of(each.collection()).put(each.id(), each);
            changes.add("put " + each.id());
        }
    }

    @Override
    public synchronized Map<String, String> fingerprints(IndexCollection collection, String after, int most) {
        return of(collection).tailMap(after + '\0').values().stream()
                .limit(most)
                .collect(Collectors.toMap(IndexDocument::id, IndexDocument::fingerprint));
    }

    @Override
    public synchronized void remove(IndexCollection collection, Collection<String> ids) {
        for (String each : ids) {
            if (of(collection).remove(each) != null) {
                changes.add("remove " + each);
            }
        }
    }

    private SortedMap<String, IndexDocument> of(IndexCollection collection) {
        return collections.computeIfAbsent(collection, _ -> new TreeMap<>());
    }
}
