// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Few vectors are compared one by one, many by a graph: held against comparing them all. */
class VectorCodecTests {

    private static final String FIELD = "vector";
    private static final int DIMENSIONS = 16;
    private static final int NEAREST = 10;
    private static final int QUESTIONS = 50;
    private static final int MANY = VectorCodec.EXACT + VectorCodec.EXACT / 50;

    private final Random random = new Random(11);

    @Test
    void few_are_compared_one_by_one_and_found_exactly() throws Exception {
        assertEquals(1.0, recall(VectorCodec.EXACT, false));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "officina.long",
            matches = "true",
            disabledReason = "a graph of 51,000 vectors takes a while: ./verify --long")
    void many_are_found_by_a_graph_that_misses_hardly_any() throws Exception {
        double recall = recall(MANY, true);
        System.out.println(MANY + " vectors by a graph: " + recall + " of the nearest were found");
        assertTrue(recall >= 0.95, () -> "only " + recall + " of the nearest were found");
    }

    /** Which part of the nearest vectors is found, looked for as deep as {@link Search} does. */
    private double recall(int count, boolean byGraph) throws IOException {
        float[][] vectors = new float[count][];
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, vectors);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                assertEquals(1, reader.leaves().size(), "one segment");
                assertEquals(byGraph, graph(reader) > 0);
                IndexSearcher searcher = new IndexSearcher(reader);
                int found = 0;
                for (int i = 0; i < QUESTIONS; i++) {
                    float[] question = vector();
                    Set<Integer> nearest = nearest(vectors, question);
                    KnnFloatVectorQuery query = new KnnFloatVectorQuery(FIELD, question, Search.DEPTH);
                    for (ScoreDoc each : searcher.search(query, NEAREST).scoreDocs) {
                        found += nearest.contains(each.doc) ? 1 : 0;
                    }
                }
                return (double) found / (QUESTIONS * NEAREST);
            }
        }
    }

    private void write(Directory directory, float[][] vectors) throws IOException {
        IndexWriterConfig settings =
                new IndexWriterConfig().setCodec(new VectorCodec()).setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = vector();
                Document document = new Document();
                document.add(new KnnFloatVectorField(FIELD, vectors[i], VectorSimilarityFunction.DOT_PRODUCT));
                writer.addDocument(document);
            }
        }
    }

    /** How many vectors the graph holds; none where there is no graph. */
    private static int graph(DirectoryReader reader) throws IOException {
        CodecReader segment =
                assertInstanceOf(CodecReader.class, reader.leaves().getFirst().reader());
        PerFieldKnnVectorsFormat.FieldsReader fields =
                assertInstanceOf(PerFieldKnnVectorsFormat.FieldsReader.class, segment.getVectorReader());
        HnswGraphProvider vectors = assertInstanceOf(HnswGraphProvider.class, fields.getFieldReader(FIELD));
        HnswGraph graph = vectors.getGraph(FIELD);
        return graph == null ? 0 : graph.size();
    }

    private static Set<Integer> nearest(float[][] vectors, float[] question) {
        record Scored(int document, float score) {}
        PriorityQueue<Scored> best = new PriorityQueue<>((a, b) -> Float.compare(a.score(), b.score()));
        for (int i = 0; i < vectors.length; i++) {
            best.add(new Scored(i, VectorSimilarityFunction.DOT_PRODUCT.compare(vectors[i], question)));
            if (best.size() > NEAREST) {
                best.remove();
            }
        }
        Set<Integer> nearest = new HashSet<>();
        best.forEach(each -> nearest.add(each.document()));
        return nearest;
    }

    private float[] vector() {
        float[] vector = new float[DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
