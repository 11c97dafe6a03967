// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;

/**
 * Brings an index into step with a source: reads what is new or changed, takes out what is gone, leaves the rest alone.
 * So it also fills an index that was emptied. Takes the time it takes, on the caller's thread; an interrupt ends it, and
 * the next one goes on from there, because each batch is durable.
 */
public final class SourceSync {

    /** So many documents, or passages, become durable together. */
    private static final int BATCH = 64;

    private SourceSync() {}

    /**
     * How far it is.
     *
     * @param total what is new or changed
     */
    public record Progress(int done, int total) {}

    /**
     * What was done.
     *
     * @param unreadable what the source listed and did not give
     */
    public record Outcome(int written, int removed, int unreadable) {}

    /** @param progress told after each batch, by the same thread */
    public static Outcome run(Index index, IndexSource source, Consumer<Progress> progress)
            throws InterruptedException {
        IndexCollection collection = source.collection();
        Map<String, String> known = index.fingerprints(collection);
        Map<String, String> there = source.list();
        List<String> gone = known.keySet().stream()
                .filter(id -> source.owns(id) && !there.containsKey(id))
                .toList();
        index.remove(collection, gone);
        List<String> changed = there.entrySet().stream()
                .filter(each -> !each.getValue().equals(known.get(each.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Batch batch = new Batch(index);
        Set<String> unreadable = new HashSet<>();
        for (int done = 0; done < changed.size(); done++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String id = changed.get(done);
            source.read(id).ifPresentOrElse(batch.documents::add, () -> unreadable.add(id));
            if (batch.isFull() || done == changed.size() - 1) {
                batch.write();
                progress.accept(new Progress(done + 1, changed.size()));
            }
        }
        // what cannot be read any more must not be found as it was
        index.remove(collection, unreadable);
        return new Outcome(batch.written, gone.size(), unreadable.size());
    }

    /** Documents that are written together. */
    private static final class Batch {

        private final Index index;
        private final List<IndexDocument> documents = new ArrayList<>();
        private int written;

        Batch(Index index) {
            this.index = index;
        }

        boolean isFull() {
            int passages = documents.stream()
                    .map(IndexDocument::passages)
                    .mapToInt(List<IndexPassage>::size)
                    .sum();
            return documents.size() >= BATCH || passages >= BATCH;
        }

        void write() throws InterruptedException {
            if (!documents.isEmpty()) {
                index.put(documents);
                written += documents.size();
                documents.clear();
            }
        }
    }
}
