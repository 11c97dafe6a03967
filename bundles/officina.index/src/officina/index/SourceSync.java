// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index;

import java.time.Duration;
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

    /** So many documents, or passages, become durable together, at first. */
    private static final int BATCH = 64;

    /** Never more: they are all in memory. */
    private static final int MOST = 1_024;

    /**
     * Each batch costs the disk some moments, whatever is in it, and is lost when the work ends in its middle: more are
     * taken together where that took less than this, and fewer where it took four times as long.
     */
    private static final Duration BRIEF = Duration.ofMillis(500);

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
        Set<String> moved = source.moved();
        index.remove(collection, gone.stream().filter(id -> !moved.contains(id)).toList());
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
        index.remove(collection, gone.stream().filter(moved::contains).toList());
        // what cannot be read any more must not be found as it was
        index.remove(collection, unreadable);
        return new Outcome(batch.written, gone.size(), unreadable.size());
    }

    /** Documents that are written together. */
    private static final class Batch {

        private final Index index;
        private final List<IndexDocument> documents = new ArrayList<>();
        private int size = BATCH;
        private int written;

        Batch(Index index) {
            this.index = index;
        }

        boolean isFull() {
            int passages = documents.stream()
                    .map(IndexDocument::passages)
                    .mapToInt(List<IndexPassage>::size)
                    .sum();
            return documents.size() >= size || passages >= size;
        }

        void write() throws InterruptedException {
            if (!documents.isEmpty()) {
                long before = System.nanoTime();
                index.put(documents);
                adapt(Duration.ofNanos(System.nanoTime() - before));
                written += documents.size();
                documents.clear();
            }
        }

        private void adapt(Duration took) {
            if (took.compareTo(BRIEF) < 0) {
                size = Math.min(MOST, 2 * size);
            } else if (took.compareTo(BRIEF.multipliedBy(4)) > 0) {
                size = Math.max(BATCH, size / 2);
            }
        }
    }
}
