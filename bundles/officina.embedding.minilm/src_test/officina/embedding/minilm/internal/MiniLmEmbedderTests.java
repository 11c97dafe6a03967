// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import officina.api.error.FailureException;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderState;
import officina.embedding.minilm.internal.onnx.Resources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real model, loaded once for all of these. */
class MiniLmEmbedderTests {

    @TempDir
    private static Path folder;

    private static Embedder embedder;

    @BeforeAll
    static void open() {
        embedder = new MiniLmEmbedderFactory().open(folder.resolve("native"));
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void what_means_the_same_is_closer_than_what_has_the_same_words() throws Exception {
        float[] query = embedder.query("my laptop does not switch on");

        List<float[]> found = embedder.passages(
                List.of("The computer will not start when the button is pressed.", "I switch to my other train."));

        assertTrue(product(query, found.get(0)) > product(query, found.get(1)) + 0.2);
    }

    @Test
    void the_same_text_has_the_same_vector_whatever_is_asked_beside_it() throws Exception {
        List<String> texts = List.of("A short one.", "", "x ".repeat(1_000), "A short one.", "日本語のテキスト");

        List<float[]> together = embedder.passages(texts);

        for (int i = 0; i < texts.size(); i++) {
            float[] alone = embedder.query(texts.get(i));
            assertArrayEquals(alone, together.get(i), texts.get(i));
            assertEquals(embedder.model().dimensions(), alone.length);
            assertEquals(1, product(alone, alone), 1e-5);
        }
    }

    @Test
    void what_stands_behind_the_last_token_it_looks_at_does_not_count() throws Exception {
        String full = "word ".repeat(embedder.model().maxTokens() - 2);

        assertArrayEquals(embedder.query(full), embedder.query(full + "but what about this"));
        assertEquals(embedder.model().maxTokens() + 4, embedder.countTokens(full + "but what about this"));
    }

    /** How good it has to stay; decision 0064 has the figures of the other candidate. */
    @Test
    void finds_the_passage_for_a_question_in_other_words() throws Exception {
        List<String> passages = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (String line : lines("quality.txt")) {
            if (line.startsWith("? ")) {
                queries.add(line.substring(2));
                right.add(passages.size() - 1);
            } else if (!line.startsWith("#")) {
                passages.add(line);
            }
        }
        List<float[]> found = embedder.passages(passages);
        int first = 0;
        double ranks = 0;
        for (int i = 0; i < queries.size(); i++) {
            float[] query = embedder.query(queries.get(i));
            double own = product(query, found.get(right.get(i)));
            long better = found.stream()
                    .filter(passage -> product(query, passage) > own)
                    .count();
            first += better == 0 ? 1 : 0;
            ranks += 1.0 / (1 + better);
        }

        assertEquals(80, queries.size());
        assertTrue(first >= 64, first + " of 80 found at the first place");
        assertTrue(ranks / 80 >= 0.87, "mean reciprocal rank " + ranks / 80);
    }

    @Test
    void says_that_the_library_does_not_load_and_tries_again_when_asked_again() throws Exception {
        BrokenLibrary resources = new BrokenLibrary();
        try (LibraryForgotten _ = new LibraryForgotten();
                Embedder broken =
                        new MiniLmEmbedderFactory(resources, Duration.ofMinutes(1)).open(folder.resolve("broken"))) {
            assertInstanceOf(EmbedderState.Asleep.class, broken.state());

            FailureException thrown = assertThrows(FailureException.class, () -> broken.query("anything"));
            assertEquals("embedding.native-library", thrown.failure().code());
            assertEquals(new EmbedderState.Unavailable(thrown.failure()), broken.state());

            resources.missing = true;
            thrown = assertThrows(FailureException.class, () -> broken.passages(List.of("anything")));
            assertEquals("embedding.native-library", thrown.failure().code());
            thrown = assertThrows(FailureException.class, () -> broken.query("anything"));
            assertEquals("embedding.unsupported", thrown.failure().code());
        }
    }

    @Test
    void says_that_the_folder_cannot_be_written() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        try (LibraryForgotten _ = new LibraryForgotten();
                Embedder broken = new MiniLmEmbedderFactory().open(file.resolve("native"))) {
            FailureException thrown = assertThrows(FailureException.class, () -> broken.query("anything"));

            assertEquals("embedding.io", thrown.failure().code());
        }
    }

    @Test
    void says_that_the_model_is_missing_and_loads_it_when_it_is_there() throws Exception {
        BrokenLibrary resources = new BrokenLibrary();
        resources.missing = true;
        embedder.query("the library is loaded");
        try (Embedder broken =
                new MiniLmEmbedderFactory(resources, Duration.ofMinutes(1)).open(folder.resolve("broken"))) {
            FailureException thrown = assertThrows(FailureException.class, () -> broken.query("anything"));
            assertEquals("embedding.model", thrown.failure().code());

            resources.missing = false;
            assertArrayEquals(embedder.query("anything"), broken.query("anything"));
            assertInstanceOf(EmbedderState.Ready.class, broken.state());
        }
    }

    static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = MiniLmEmbedderTests.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** A product whose library is that of another processor, or not there; and so its model. */
    private static final class BrokenLibrary implements Resources {

        private static final String FOREIGN =
                System.getProperty("os.arch").equals("aarch64") ? "linux-x64" : "linux-aarch64";

        private volatile boolean missing;

        @Override
        public @Nullable InputStream library(String path) {
            return missing
                    ? null
                    : Resources.ofThisProduct()
                            .library("ai/onnxruntime/native/" + FOREIGN + "/libonnxruntime4j_jni.so");
        }

        @Override
        public @Nullable InputStream model(String name) {
            return missing ? null : Resources.ofThisProduct().model(name);
        }
    }

    /** As in a process that has not loaded the library yet; what has stays loaded. */
    private static final class LibraryForgotten implements AutoCloseable {

        private static final String PLACE = "onnxruntime.native.path";

        private final @Nullable String before = System.clearProperty(PLACE);

        @Override
        public void close() {
            if (before != null) {
                System.setProperty(PLACE, before);
            }
        }
    }
}
