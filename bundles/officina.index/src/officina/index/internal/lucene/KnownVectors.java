// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/**
 * Vectors of texts that the index has already: of a file that was moved or copied, of what stayed in one that changed.
 * To make them is nearly all that reading a document costs.
 */
final class KnownVectors {

    /** So much of a digest tells texts apart. */
    private static final int BYTES = 16;

    private KnownVectors() {}

    /** Texts of the same key are the same. */
    static String key(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The vectors that are there of these texts. */
    static Map<String, float[]> of(IndexSearcher searcher, Collection<String> texts) throws IOException {
        Map<String, float[]> known = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            if (vectors != null) {
                for (String text : texts) {
                    int document = known.containsKey(text) ? DocIdSetIterator.NO_MORE_DOCS : first(leaf.reader(), text);
                    // an iterator goes forward only
                    DocIndexIterator at = vectors.iterator();
                    if (document != DocIdSetIterator.NO_MORE_DOCS && at.advance(document) == document) {
                        float[] vector = vectors.vectorValue(at.index());
                        known.put(text, Arrays.copyOf(vector, vector.length));
                    }
                }
            }
        }
        return known;
    }

    private static int first(LeafReader leaf, String text) throws IOException {
        PostingsEnum found = leaf.postings(new Term(Fields.TEXT_KEY, key(text)), PostingsEnum.NONE);
        if (found == null) {
            return DocIdSetIterator.NO_MORE_DOCS;
        }
        Bits live = leaf.getLiveDocs();
        int document = found.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = found.nextDoc();
        }
        return document;
    }
}
