// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/**
 * Writes vectors so that few of them are compared one by one, which is exact, and many by a graph. What it writes is read
 * by Lucene's own codec of the same name.
 */
final class VectorCodec extends Lucene104Codec {

    /** So many vectors of a segment are compared one by one. */
    static final int EXACT = 50_000;

    /** Lucene builds a graph where finding so many neighbours in it would touch fewer than all: n &gt; m ln n. */
    private static final int GRAPH_FROM = (int) Math.ceil(EXACT / Math.log(EXACT));

    private static final KnnVectorsFormat FORMAT = new Lucene99HnswVectorsFormat(
            Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
            Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
            1,
            null,
            GRAPH_FROM);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return FORMAT;
    }
}
