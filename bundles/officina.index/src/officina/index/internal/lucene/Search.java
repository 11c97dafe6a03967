// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search in one state of the index. */
final class Search {

    /** How far down each order is looked at. */
    static final int DEPTH = 100;

    /** More words of a query are not looked for. */
    private static final int MOST_WORDS = 64;

    private static final float TITLE = 1.5f;

    /** What Lucene's formula makes of the weight of a word that is there once. */
    private static final double ONCE = 1 / 2.2;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    Search(IndexSearcher searcher, Analyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    /** @param vector of the query; {@code null} to look for words only */
    List<IndexHit> run(IndexQuery query, float @Nullable [] vector) throws IOException {
        @Nullable Query filter = filter(query);
        int depth = Math.max(DEPTH, query.limit());
        Map<Integer, Double> closeness = new HashMap<>();
        Map<Integer, Double> coverage = new HashMap<>();
        Set<String> words = words(query.text());
        if (!words.isEmpty()) {
            double most = weight(words);
            for (ScoreDoc found : searcher.search(words(words, filter), depth).scoreDocs) {
                coverage.put(found.doc, found.score / most);
            }
        }
        if (vector != null) {
            Query nearest = new KnnFloatVectorQuery(Fields.VECTOR, vector, depth, filter);
            for (ScoreDoc found : searcher.search(nearest, depth).scoreDocs) {
                // Lucene gives half of one more than the cosine
                closeness.put(found.doc, 2.0 * found.score - 1);
            }
        }
        StoredFields stored = searcher.storedFields();
        List<IndexHit> hits = new ArrayList<>();
        for (Ranking.Ranked each : Ranking.join(closeness, coverage)) {
            if (hits.size() == query.limit()) {
                break;
            }
            Double known = closeness.get(each.passage());
            hits.add(hit(stored.document(each.passage()), each.score(), known));
        }
        return hits;
    }

    private static IndexHit hit(Document stored, double score, @Nullable Double closeness) {
        IndexPassage passage = Fields.passage(stored);
        return new IndexHit(
                Fields.collection(stored),
                Fields.id(stored),
                Fields.title(stored),
                Fields.attributes(stored),
                passage.place(),
                passage.text(),
                score,
                closeness);
    }

    /**
     * What a passage of usual length would get that has each word once. Lucene weighs words by how rare they are; one that
     * is nowhere weighs most.
     */
    private double weight(Set<String> words) throws IOException {
        double all = Math.max(1, searcher.getIndexReader().numDocs());
        double weight = 0;
        for (String word : words) {
            double having = searcher.getIndexReader().docFreq(new Term(Fields.WORDS, word));
            weight += Math.log(1 + Math.max(0, all - having + 0.5) / (having + 0.5));
        }
        return weight * ONCE;
    }

    /** {@code null} where everything may be found. */
    private static @Nullable Query filter(IndexQuery query) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        if (!query.collections().isEmpty()) {
            filter.add(
                    new TermInSetQuery(
                            Fields.COLLECTION,
                            query.collections().stream()
                                    .map(each -> new BytesRef(each.name()))
                                    .toList()),
                    Occur.FILTER);
        }
        query.attributes()
                .forEach((name, value) -> filter.add(new TermQuery(Fields.attribute(name, value)), Occur.FILTER));
        BooleanQuery all = filter.build();
        return all.clauses().isEmpty() ? null : all;
    }

    private static Query words(Set<String> words, @Nullable Query filter) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : words) {
            any.add(new TermQuery(new Term(Fields.WORDS, word)), Occur.SHOULD);
            any.add(new BoostQuery(new TermQuery(new Term(Fields.TITLE_WORDS, word)), TITLE), Occur.SHOULD);
        }
        return filter == null
                ? any.build()
                : new BooleanQuery.Builder()
                        .add(any.build(), Occur.MUST)
                        .add(filter, Occur.FILTER)
                        .build();
    }

    private Set<String> words(String text) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(Fields.WORDS, Folding.fold(text))) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (words.size() < MOST_WORDS && tokens.incrementToken()) {
                words.add(String.valueOf(Arrays.copyOf(word.buffer(), word.length())));
            }
            tokens.end();
        }
        return words;
    }
}
