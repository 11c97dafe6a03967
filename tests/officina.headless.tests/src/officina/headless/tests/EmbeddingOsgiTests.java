// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderFactory;
import officina.api.memory.EmbedderState;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;
import officina.index.Index;
import officina.index.IndexFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The model and its native library out of the bundles that are shipped. */
class EmbeddingOsgiTests {

    @TempDir
    private Path folder;

    @Test
    void the_shipped_model_is_loaded_with_the_first_text_and_not_before() throws Exception {
        BundleContext context =
                FrameworkUtil.getBundle(EmbeddingOsgiTests.class).getBundleContext();
        ServiceReference<EmbedderFactory> reference = context.getServiceReference(EmbedderFactory.class);
        assertNotNull(reference, "nobody makes embedders");
        Path natives = folder.resolve("native");
        // one copy serves the whole process, and another test may have brought it in
        boolean first = System.getProperty("onnxruntime.native.path") == null;
        try (Embedder embedder = context.getService(reference).open(natives)) {
            assertInstanceOf(EmbedderState.Asleep.class, embedder.state());
            assertTrue(Files.notExists(natives));

            float[] query = embedder.query("Which animal barks?");
            List<float[]> passages = embedder.passages(List.of("The dog is loud.", "The invoice is due."));

            assertTrue(product(query, passages.get(0)) > product(query, passages.get(1)) + 0.2);
            assertEquals(new EmbedderState.Ready(), embedder.state());
            assertEquals(first, Files.exists(natives.resolve(System.mapLibraryName("onnxruntime"))));
            indexed(embedder);
        }
    }

    /** The index with the shipped Lucene, which finds its own parts by name in its own bundle. */
    private void indexed(Embedder embedder) throws InterruptedException {
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        IndexDocument document = new IndexDocument(
                IndexCollection.NOTES,
                "a",
                "1",
                "Pets",
                Map.of(),
                List.of(
                        new IndexPassage("line 1", "The invoice is due."),
                        new IndexPassage("line 2", "Our dog is loud at night.")));
        try (Index index = service(IndexFactory.class).open(folder.resolve("index"), key, embedder)) {
            index.put(List.of(document));
        }
        try (Index index = service(IndexFactory.class).open(folder.resolve("index"), key, embedder)) {
            assertEquals(
                    "line 2",
                    index.search(IndexQuery.of("Which animal barks?", 1))
                            .hits()
                            .get(0)
                            .place());
        }
    }

    private static <S> S service(Class<S> type) {
        BundleContext context =
                FrameworkUtil.getBundle(EmbeddingOsgiTests.class).getBundleContext();
        ServiceReference<S> reference = context.getServiceReference(type);
        assertNotNull(reference, "nobody offers " + type.getSimpleName());
        return context.getService(reference);
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
