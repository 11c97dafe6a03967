// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;
import officina.index.Index;
import officina.index.IndexHealth;
import officina.index.IndexSource;
import officina.index.SourceSync;
import officina.index.SourceSync.Outcome;
import officina.index.SourceSync.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSyncTests {

    @TempDir
    private Path folder;

    private final WordEmbedder embedder = new WordEmbedder("words.1");
    private final List<Progress> told = new ArrayList<>();

    /** Texts by name, in a part of the collection that is its own. */
    private static final class Texts implements IndexSource {

        private final Map<String, String> texts = new TreeMap<>();
        private final List<String> read = new ArrayList<>();
        private int interruptAfter = Integer.MAX_VALUE;
        private Set<String> moved = Set.of();

        @Override
        public IndexCollection collection() {
            return IndexCollection.NOTES;
        }

        @Override
        public boolean owns(String id) {
            return id.startsWith("mine/");
        }

        @Override
        public Map<String, String> list() {
            return Map.copyOf(texts);
        }

        @Override
        public Set<String> moved() {
            return moved;
        }

        @Override
        public Optional<IndexDocument> read(String id) {
            read.add(id);
            if (read.size() == interruptAfter) {
                Thread.currentThread().interrupt();
            }
            String text = texts.getOrDefault(id, "");
            return text.startsWith("unreadable")
                    ? Optional.empty()
                    : Optional.of(new IndexDocument(
                            collection(), id, text, "", Map.of(), List.of(new IndexPassage("", text))));
        }
    }

    @Test
    void reads_what_is_new_or_changed_takes_out_what_is_gone_and_leaves_the_rest_alone() throws Exception {
        Texts source = new Texts();
        try (Index index = open()) {
            index.put(List.of(new IndexDocument(IndexCollection.NOTES, "theirs", "1", "", Map.of(), List.of())));
            source.texts.putAll(Map.of("mine/a", "apples", "mine/b", "pears", "mine/c", "plums"));
            assertEquals(new Outcome(3, 0, 0), SourceSync.run(index, source, told::add));
            assertEquals(List.of(new Progress(3, 3)), told);

            source.read.clear();
            assertEquals(new Outcome(0, 0, 0), SourceSync.run(index, source, told::add));
            source.texts.remove("mine/a");
            source.texts.put("mine/b", "pears and quinces");
            source.texts.put("mine/c", "unreadable now");
            assertEquals(new Outcome(1, 1, 1), SourceSync.run(index, source, told::add));

            assertEquals(List.of("mine/b", "mine/c"), source.read);
            assertEquals(
                    Map.of("theirs", "1", "mine/b", "pears and quinces"), index.fingerprints(IndexCollection.NOTES));
        }
    }

    @Test
    void what_was_moved_is_not_compared_by_meaning_once_more() throws Exception {
        Texts source = new Texts();
        source.texts.putAll(Map.of("mine/a", "apples and pears", "mine/b", "plums"));
        try (Index index = open()) {
            SourceSync.run(index, source, told::add);
            assertEquals(List.of("apples and pears", "plums"), embedder.compared());
            source.texts.remove("mine/a");
            source.texts.put("mine/z", "apples and pears");
            source.moved = Set.of("mine/a");

            assertEquals(new Outcome(1, 1, 0), SourceSync.run(index, source, told::add));

            assertEquals(List.of(), embedder.compared());
            // by meaning alone: neither word is there
            assertEquals(
                    "mine/z",
                    index.search(IndexQuery.of("application peas", 1))
                            .hits()
                            .get(0)
                            .document());
            assertEquals(
                    Map.of("mine/b", "plums", "mine/z", "apples and pears"), index.fingerprints(source.collection()));
        }
    }

    @Test
    void goes_on_after_an_interrupt_from_where_it_was() throws Exception {
        Texts source = new Texts();
        for (int i = 0; i < 150; i++) {
            source.texts.put("mine/%03d".formatted(i), "text " + i);
        }
        source.interruptAfter = 100;
        try (Index index = open()) {
            assertThrows(InterruptedException.class, () -> SourceSync.run(index, source, told::add));
            assertEquals(64, index.health().documents());

            assertEquals(new Outcome(86, 0, 0), SourceSync.run(index, source, told::add));
            assertEquals(150, index.health().documents());
        }
    }

    @Test
    void fills_an_index_that_was_damaged_and_loses_nothing() throws Exception {
        Texts source = new Texts();
        source.texts.putAll(Map.of("mine/a", "apples", "mine/b", "pears"));
        try (Index index = open()) {
            SourceSync.run(index, source, told::add);
        }
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (Index index = open()) {
            assertEquals(new IndexHealth(0, 0, IndexHealth.Emptied.DAMAGED), index.health());

            assertEquals(new Outcome(2, 0, 0), SourceSync.run(index, source, told::add));

            assertEquals(
                    "mine/b",
                    index.search(IndexQuery.of("pears", 1)).hits().get(0).document());
        }
    }

    private Index open() {
        return LuceneIndex.open(folder.resolve("index"), LuceneIndexTests.KEY, embedder);
    }
}
