// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import officina.api.memory.IndexCollection;
import officina.index.Index;
import officina.index.internal.cipher.EncryptedDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left when power is lost: of files what was synchronised, of the folder the names that it had when it was.
 * Looked at after each step with which something becomes durable.
 */
class IndexPowerLossTests {

    @TempDir
    private Path folder;

    private final WordEmbedder embedder = new WordEmbedder("words.1");

    @Test
    void what_put_has_acknowledged_is_there_and_everything_between_is_before_or_after() throws Exception {
        Path files = folder.resolve("index");
        List<Path> left = new ArrayList<>();
        List<Integer> acknowledged = new ArrayList<>();
        try (Index index = LuceneIndex.open(files, each -> new Watched(each, folder, left), embedder)) {
            for (int i = 0; i < 5; i++) {
                index.put(List.of(LuceneIndexTests.document("d" + i, "Title", "some text " + i)));
                acknowledged.add(left.size());
            }
        }
        assertTrue(left.size() >= 5, "something became durable each time: " + left.size());
        for (int state = 1; state <= left.size(); state++) {
            int atLeast = 0;
            while (atLeast < acknowledged.size() && acknowledged.get(atLeast) <= state) {
                atLeast++;
            }
            try (Index index = LuceneIndex.open(left.get(state - 1), LuceneIndexTests.KEY, embedder)) {
                int found = index.fingerprints(IndexCollection.DOCUMENTS).size();
                assertNull(index.health().emptied(), "state " + state);
                assertTrue(found == atLeast || found == atLeast + 1, found + " of " + atLeast + " in state " + state);
            }
        }
        assertEquals(left.size(), acknowledged.getLast(), "the last put was durable when it returned");
    }

    /** Copies what would be left whenever names become durable. */
    private static final class Watched extends EncryptedDirectory {

        private final Path files;
        private final Path images;
        private final List<Path> left;
        private final Map<String, Path> synced = new HashMap<>();
        private final Set<String> named = new HashSet<>();
        private int copies;

        Watched(Path files, Path images, List<Path> left) throws IOException {
            super(files, LuceneIndexTests.KEY);
            this.files = files;
            this.images = images;
            this.left = left;
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            super.sync(names);
            for (String name : names) {
                Path copy = images.resolve("synced-" + copies++);
                Files.copy(files.resolve(name), copy);
                synced.put(name, copy);
            }
        }

        @Override
        public void rename(String from, String to) throws IOException {
            super.rename(from, to);
            Path copy = synced.remove(from);
            if (copy != null) {
                synced.put(to, copy);
            }
        }

        @Override
        public void syncMetaData() throws IOException {
            super.syncMetaData();
            named.clear();
            try (Stream<Path> all = Files.list(files)) {
                all.forEach(file -> named.add(file.getFileName().toString()));
            }
            Path image = Files.createDirectory(images.resolve("image-" + left.size()));
            for (String name : named) {
                Path copy = synced.get(name);
                if (copy == null) {
                    // the name is there, and nothing of the content
                    Files.createFile(image.resolve(name));
                } else {
                    Files.copy(copy, image.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            left.add(image);
        }
    }
}
