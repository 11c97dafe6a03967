// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import officina.api.error.FailureException;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;
import officina.index.Index;
import officina.index.IndexHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTests {

    static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    @TempDir
    private Path folder;

    private final WordEmbedder embedder = new WordEmbedder("words.1");

    @Test
    void finds_by_words_and_by_meaning_with_the_place() throws Exception {
        try (Index index = open()) {
            index.put(List.of(
                    document("a", "Letter", "The Rénovation of the kitchen is late.", "Invoices are paid in May."),
                    document("b", "Notes", "Nothing about that.")));

            IndexHit byWord = first(index, "renovation");
            IndexHit byMeaning = first(index, "invoicer mayors");

            assertEquals(
                    new IndexHit(
                            IndexCollection.DOCUMENTS,
                            "a",
                            "Letter",
                            Map.of("folder", "home"),
                            "passage 0",
                            "The Rénovation of the kitchen is late.",
                            byWord.score(),
                            byWord.closeness()),
                    byWord);
            assertEquals("passage 1", byMeaning.place());
            assertTrue(byMeaning.closeness() != null && byMeaning.closeness() > 0.4, byMeaning.toString());
            assertEquals(new IndexHealth(2, 3, null), index.health());
        }
    }

    @Test
    void only_texts_that_are_new_are_compared_by_meaning() throws Exception {
        try (Index index = open()) {
            index.put(List.of(document("a", "One", "apples", "pears"), document("b", "Two", "apples", "plums")));
            assertEquals(List.of("apples", "pears", "plums"), embedder.compared());
            long before = index.changes();

            index.put(List.of(document("a", "One", "pears", "cherries", "plums")));

            assertEquals(List.of("cherries"), embedder.compared());
            assertEquals(before + 1, index.changes());
            for (String word : List.of("pears", "cherries", "plums")) {
                Double closeness = first(index, word).closeness();
                assertTrue(closeness != null && closeness > 0.99, word + " " + closeness);
            }
        }
        try (Index index = open()) {
            index.remove(IndexCollection.DOCUMENTS, List.of("a", "b"));
            embedder.compared();
            index.put(List.of(document("c", "Three", "plums")));
            assertEquals(List.of("plums"), embedder.compared());
        }
    }

    @Test
    void a_document_comes_in_place_of_the_one_with_its_id_and_goes_whole() throws Exception {
        try (Index index = open()) {
            index.put(List.of(document("a", "One", "apples", "pears"), document("b", "Two", "apples")));
            index.put(List.of(document("a", "One", "plums")));

            assertEquals(List.of("b"), ids(index.search(IndexQuery.of("apples", 1))));
            assertEquals(new IndexHealth(2, 2, null), index.health());

            index.remove(IndexCollection.DOCUMENTS, List.of("a", "never there"));

            assertEquals(Map.of("b", "print of b 1"), index.fingerprints(IndexCollection.DOCUMENTS));
            assertEquals(new IndexHealth(1, 1, null), index.health());
        }
    }

    @Test
    void looks_where_it_is_told_and_only_there() throws Exception {
        try (Index index = open()) {
            IndexDocument mail = new IndexDocument(
                    IndexCollection.EMAILS,
                    "a",
                    "1",
                    "",
                    Map.of("from", "anna"),
                    List.of(new IndexPassage("", "budget")));
            IndexDocument other = new IndexDocument(
                    IndexCollection.EMAILS,
                    "c",
                    "1",
                    "",
                    Map.of("from", "ben"),
                    List.of(new IndexPassage("", "budget")));
            index.put(List.of(mail, other, document("a", "Budget", "budget")));

            assertEquals(3, index.search(IndexQuery.of("budget", 10)).hits().size());
            assertEquals(
                    Set.of(IndexCollection.EMAILS),
                    Set.copyOf(
                            index
                                    .search(new IndexQuery("budget", Set.of(IndexCollection.EMAILS), Map.of(), 10))
                                    .hits()
                                    .stream()
                                    .map(IndexHit::collection)
                                    .toList()));
            assertEquals(
                    List.of("c"), ids(index.search(new IndexQuery("budget", Set.of(), Map.of("from", "ben"), 10))));
            assertEquals(
                    List.of(),
                    ids(index.search(new IndexQuery("budget", Set.of(IndexCollection.NOTES), Map.of(), 10))));

            index.clear(IndexCollection.EMAILS);

            assertEquals(Map.of(), index.fingerprints(IndexCollection.EMAILS));
            assertEquals(List.of("a"), ids(index.search(IndexQuery.of("budget", 10))));
        }
    }

    @Test
    void an_empty_question_and_one_of_signs_find_nothing_or_little_and_do_not_fail() throws Exception {
        try (Index index = open()) {
            assertEquals(new IndexAnswer(List.of(), null), index.search(IndexQuery.of("  ", 5)));
            assertEquals(List.of(), index.search(IndexQuery.of("anything", 5)).hits());
            index.put(List.of(
                    document("a", "", "text"),
                    new IndexDocument(IndexCollection.NOTES, "no passages", "1", "", Map.of(), List.of())));

            index.search(IndexQuery.of("*:* AND \"( [ /\\ OR", 5));

            assertEquals(Map.of("no passages", "1"), index.fingerprints(IndexCollection.NOTES));
            assertThrows(IllegalArgumentException.class, () -> IndexQuery.of("x", 0));
        }
    }

    @Test
    void what_was_put_is_there_after_a_kill() throws Exception {
        Path copy = folder.resolve("copy");
        try (Index index = open()) {
            index.put(List.of(document("a", "One", "apples")));
            // as the process leaves its files when it is killed at this moment
            copy(folder.resolve("index"), copy);
        }
        try (Index index = LuceneIndex.open(copy, KEY, embedder);
                Index closed = open()) {
            for (Index each : List.of(index, closed)) {
                assertEquals(List.of("a"), ids(each.search(IndexQuery.of("apples", 5))));
                assertNull(each.health().emptied());
            }
        }
    }

    @Test
    void without_meaning_it_finds_words_says_so_and_wants_the_documents_again() throws Exception {
        try (Index index = open()) {
            embedder.setBroken(true);
            index.put(List.of(document("a", "One", "apples and pears")));

            IndexAnswer answer = index.search(IndexQuery.of("pears", 5));

            assertEquals(List.of("a"), ids(answer));
            assertEquals(
                    "embedding.model",
                    answer.wordsOnly() == null ? "" : answer.wordsOnly().code());
            assertNull(answer.hits().get(0).closeness());
            assertEquals(Map.of("a", ""), index.fingerprints(IndexCollection.DOCUMENTS));

            embedder.setBroken(false);
            index.put(List.of(document("a", "One", "apples and pears")));

            answer = index.search(IndexQuery.of("pearl", 5));
            assertNotNull(answer.hits().get(0).closeness());
            assertNull(answer.wordsOnly());
        }
    }

    @Test
    void an_interrupt_ends_a_put_and_nothing_else() throws Exception {
        try (Index index = open()) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> index.put(List.of(document("a", "One", "apples"))));

            index.put(List.of(document("b", "Two", "pears")));

            assertEquals(
                    Set.of("b"), index.fingerprints(IndexCollection.DOCUMENTS).keySet());
        }
    }

    @Test
    void damage_empties_it_and_says_so_whether_it_is_found_at_opening_or_later() throws Exception {
        try (Index index = open()) {
            index.put(List.of(document("a", "One", "apples")));
        }
        damage("segments_");
        try (Index index = open()) {
            assertEquals(new IndexHealth(0, 0, IndexHealth.Emptied.DAMAGED), index.health());
            index.put(List.of(document("a", "One", "apples")));
        }
        damage(".cfs");
        try (Index index = open()) {
            if (index.health().emptied() == null) {
                FailureException thrown =
                        assertThrows(FailureException.class, () -> index.search(IndexQuery.of("apples", 5)));
                assertEquals("index.damaged", thrown.failure().code());
            }
            assertEquals(new IndexHealth(0, 0, IndexHealth.Emptied.DAMAGED), index.health());
            index.put(List.of(document("a", "One", "apples")));
            assertEquals(List.of("a"), ids(index.search(IndexQuery.of("apples", 5))));
        }
    }

    @Test
    void a_file_that_is_there_and_cannot_be_opened_is_no_damage() throws Exception {
        try (Index index = open()) {
            index.put(List.of(document("a", "One", "apples")));
        }
        for (String name : List.of("segments_", ".cfs")) {
            List<Path> before = files();
            Path file = before.stream()
                    .filter(each -> each.getFileName().toString().contains(name))
                    .findFirst()
                    .orElseThrow();
            Path aside = Files.move(file, folder.resolve("aside"));
            // nobody can open that as a file, as when too many are open
            Files.createDirectory(file);

            assertEquals(
                    "index.io",
                    assertThrows(FailureException.class, this::open).failure().code(),
                    name);

            Files.delete(file);
            Files.move(aside, file);
            assertEquals(Set.copyOf(before), Set.copyOf(files()));
        }
        try (Index index = open()) {
            assertEquals(List.of("a"), ids(index.search(IndexQuery.of("apples", 5))));
            assertNull(index.health().emptied());
        }
    }

    @Test
    void another_key_or_model_begins_anew() throws Exception {
        try (Index index = open()) {
            index.put(List.of(document("a", "One", "apples")));
        }
        try (Index index = LuceneIndex.open(folder.resolve("index"), KEY, new WordEmbedder("words.2"))) {
            assertEquals(new IndexHealth(0, 0, IndexHealth.Emptied.OUTDATED), index.health());
            index.put(List.of(document("a", "One", "apples")));
        }
        byte[] bytes = new byte[32];
        bytes[0] = 1;
        try (Index index = LuceneIndex.open(
                folder.resolve("index"), new SecretKeySpec(bytes, "AES"), new WordEmbedder("words.2"))) {
            assertEquals(new IndexHealth(0, 0, IndexHealth.Emptied.DAMAGED), index.health());
        }
    }

    @Test
    void nothing_of_a_document_is_on_the_disk_in_the_clear() throws Exception {
        List<String> marks =
                List.of("markedtext", "markedtitle", "markedid", "markedplace", "markedvalue", "markedprint");
        try (Index index = open()) {
            for (int i = 0; i < 12; i++) {
                index.put(List.of(new IndexDocument(
                        IndexCollection.NOTES,
                        "markedid" + i,
                        "markedprint",
                        "markedtitle",
                        Map.of("name", "markedvalue"),
                        List.of(new IndexPassage("markedplace", "markedtext ".repeat(50))))));
                noneOf(marks);
            }
            index.search(IndexQuery.of("markedtext", 5));
        }
        noneOf(marks);
    }

    @Test
    void a_closed_one_says_that_it_is() throws Exception {
        Index index = open();
        index.close();
        index.close();

        assertEquals(
                "index.closed",
                assertThrows(FailureException.class, index::health).failure().code());
        assertThrows(FailureException.class, () -> index.put(List.of(document("a", "One", "apples"))));
        assertThrows(FailureException.class, () -> index.search(IndexQuery.of("apples", 5)));
    }

    @Test
    void on_a_full_disk_it_is_searched_and_kept_and_goes_on_when_there_is_room() throws Exception {
        AtomicReference<FailingDirectory.Disk> disk = new AtomicReference<>(FailingDirectory.Disk.WORKS);
        try (Index index = failing(disk)) {
            index.put(List.of(document("a", "One", "apples")));

            disk.set(FailingDirectory.Disk.FULL);
            for (int i = 0; i < 3; i++) {
                assertTrouble(() -> index.put(List.of(document("b", "Two", "apples"))));
                assertEquals(List.of("a"), ids(index.search(IndexQuery.of("apples", 5))));
            }
            Path fresh = Files.createDirectory(folder.resolve("fresh"));
            assertTrouble(() -> LuceneIndex.open(fresh, each -> new FailingDirectory(each, disk::get), embedder));
        }
        try (Index index = failing(disk)) {
            assertEquals(List.of("a"), ids(index.search(IndexQuery.of("apples", 5))));

            disk.set(FailingDirectory.Disk.WORKS);
            index.put(List.of(document("b", "Two", "apples")));

            assertEquals(Set.of("a", "b"), Set.copyOf(ids(index.search(IndexQuery.of("apples", 5)))));
            assertNull(index.health().emptied());
        }
    }

    @Test
    void an_index_that_could_not_be_opened_again_is_at_the_next_call() throws Exception {
        AtomicReference<FailingDirectory.Disk> disk = new AtomicReference<>(FailingDirectory.Disk.WORKS);
        try (Index index = failing(disk)) {
            index.put(List.of(document("a", "One", "apples")));

            disk.set(FailingDirectory.Disk.GONE);
            assertTrouble(() -> index.put(List.of(document("b", "Two", "apples"))));
            assertTrouble(() -> index.search(IndexQuery.of("apples", 5)));
            assertTrouble(() -> index.put(List.of(document("b", "Two", "apples"))));
            assertTrouble(index::health);

            disk.set(FailingDirectory.Disk.WORKS);
            assertEquals(List.of("a"), ids(index.search(IndexQuery.of("apples", 5))));
            index.put(List.of(document("b", "Two", "apples")));
            assertEquals(new IndexHealth(2, 2, null), index.health());
        }
    }

    private Index failing(AtomicReference<FailingDirectory.Disk> disk) {
        return LuceneIndex.open(folder.resolve("index"), each -> new FailingDirectory(each, disk::get), embedder);
    }

    /** Which of the two it is, the real disk decides. */
    private static void assertTrouble(Executable call) {
        String code = assertThrows(FailureException.class, call).failure().code();
        assertTrue(Set.of("index.io", "index.full").contains(code), code);
    }

    @Test
    void what_is_closest_in_meaning_is_found_exactly_over_many_segments() throws Exception {
        List<String> texts = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 6; word++) {
                text.append((char) ('a' + random.nextInt(26)))
                        .append((char) ('a' + random.nextInt(26)))
                        .append(' ');
            }
            texts.add(text.toString());
        }
        try (Index index = open()) {
            for (int from = 0; from < texts.size(); from += 100) {
                List<IndexDocument> batch = new ArrayList<>();
                for (int i = from; i < from + 100; i++) {
                    batch.add(document("d" + i, "", texts.get(i)));
                }
                index.put(batch);
            }
            for (int question = 0; question < 20; question++) {
                float[] vector = embedder.query(texts.get(question * 7) + "zz");
                double best = texts.stream()
                        .mapToDouble(text -> product(vector, text))
                        .max()
                        .orElseThrow();

                List<IndexHit> hits = index.search(IndexQuery.of(texts.get(question * 7) + "zz", 100))
                        .hits();

                double found = hits.stream()
                        .map(IndexHit::closeness)
                        .filter(each -> each != null)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                assertEquals(best, found, 1e-3);
            }
        }
    }

    private double product(float[] vector, String text) {
        try {
            float[] other = embedder.query(text);
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += vector[i] * other[i];
            }
            return sum;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Index open() {
        return LuceneIndex.open(folder.resolve("index"), KEY, embedder);
    }

    private static IndexHit first(Index index, String text) throws InterruptedException {
        return index.search(IndexQuery.of(text, 3)).hits().get(0);
    }

    private static List<String> ids(IndexAnswer answer) {
        return answer.hits().stream().map(IndexHit::document).toList();
    }

    static IndexDocument document(String id, String title, String... passages) {
        List<IndexPassage> all = new ArrayList<>();
        Arrays.stream(passages).forEach(text -> all.add(new IndexPassage("passage " + all.size(), text)));
        return new IndexDocument(
                IndexCollection.DOCUMENTS,
                id,
                "print of " + id + " " + passages.length,
                title,
                Map.of("folder", "home"),
                all);
    }

    private void damage(String name) throws IOException {
        List<Path> found = files().stream()
                .filter(file -> file.getFileName().toString().contains(name))
                .toList();
        assertTrue(!found.isEmpty(), "there is a file " + name);
        for (Path file : found) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    private void noneOf(List<String> marks) throws IOException {
        for (Path file : files()) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1) + file.getFileName();
            for (String mark : marks) {
                assertTrue(!content.contains(mark), mark + " is in " + file.getFileName());
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.toList();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
