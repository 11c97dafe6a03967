// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import officina.api.memory.EmbeddingModel;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;

/** An index of Lucene that is open: what is written is in one commit or not there. One thread writes at a time. */
final class OpenIndex implements Closeable {

    /** Grows whenever the same documents would make other entries. */
    private static final String FORMAT = "1";

    private static final String FORMAT_KEY = "format";
    private static final String MODEL_KEY = "model";
    private static final double BUFFER_MEBIBYTES = 32;

    private final Directory directory;
    private final Analyzer analyzer;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private OpenIndex(Directory directory, Analyzer analyzer, IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.analyzer = analyzer;
        this.writer = writer;
        this.searchers = searchers;
    }

    /** Another version or another model has written it. */
    static final class OutdatedException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Opens what was committed last; that writes nothing, for it has to succeed on a full disk too. */
    static OpenIndex open(Directory directory, EmbeddingModel model) throws IOException {
        Analyzer analyzer = new StandardAnalyzer(CharArraySet.EMPTY_SET);
        IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer)
                        .setCodec(new VectorCodec())
                        // merges take the time of who writes, and no thread
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
                        .setCommitOnClose(false));
        try {
            Map<String, String> wanted = Map.of(FORMAT_KEY, FORMAT, MODEL_KEY, model.id());
            Map<String, String> found = new HashMap<>();
            Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
            if (data != null) {
                data.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            }
            if (writer.getDocStats().maxDoc > 0 && !found.equals(wanted)) {
                throw new OutdatedException();
            }
            if (!found.equals(wanted)) {
                writer.setLiveCommitData(wanted.entrySet());
                writer.commit();
            }
            return new OpenIndex(directory, analyzer, writer, new SearcherManager(writer, null));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /** A change of some documents' entries. */
    record Change(Term document, List<Document> entries) {}

    /** All of these in one commit. */
    void put(List<Change> changes) throws IOException {
        for (Change change : changes) {
            writer.updateDocuments(change.document(), change.entries());
        }
        commit();
    }

    /** Takes out what any of the terms name. */
    void remove(List<Term> terms) throws IOException {
        writer.deleteDocuments(terms.toArray(Term[]::new));
        commit();
    }

    private void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** Something that is asked of one state. */
    interface Question<T> {
        T ask(IndexSearcher searcher, Analyzer analyzer) throws IOException;
    }

    <T> T ask(Question<T> question) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.ask(searcher, analyzer);
        } finally {
            searchers.release(searcher);
        }
    }

    /** What was not committed is not there any more. */
    @Override
    public void close() throws IOException {
        try (directory;
                analyzer) {
            searchers.close();
            writer.rollback();
        }
    }
}
