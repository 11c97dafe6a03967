// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.memory.Embedder;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;
import officina.base.Redacted;
import officina.base.Threads;
import officina.index.Index;
import officina.index.IndexHealth;
import officina.index.IndexHealth.Emptied;
import officina.index.internal.cipher.EncryptedDirectory;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on Lucene. After an error the last commit is opened again, at the next call where not at once, or, where that
 * is damaged, an empty index.
 */
public final class LuceneIndex implements Index {

    private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

    private final Path folder;
    private final DirectoryOpener opener;
    private final Embedder embedder;

    /** Writes, opens and closes: Lucene takes an interrupt in the middle of that for the end of the index. */
    private final ExecutorService writer = Threads.inBackground("index-writer");

    /** Held for reading by who uses the open index, for writing by who replaces it. */
    private final ReentrantReadWriteLock using = new ReentrantReadWriteLock();

    /** {@code null} after an error that opening again met too, until a call succeeds with it. */
    private volatile @Nullable OpenIndex open;

    private final AtomicLong changes = new AtomicLong();
    private volatile boolean closed;
    private volatile @Nullable Emptied emptied;

    private LuceneIndex(Path folder, DirectoryOpener opener, Embedder embedder) {
        this.folder = folder;
        this.opener = opener;
        this.embedder = embedder;
    }

    /** See {@link officina.index.IndexFactory#open}. */
    public static LuceneIndex open(Path folder, SecretKey key, Embedder embedder) {
        return open(folder, each -> new EncryptedDirectory(each, key), embedder);
    }

    /** With other files, for tests. */
    static LuceneIndex open(Path folder, DirectoryOpener opener, Embedder embedder) {
        LuceneIndex index = new LuceneIndex(folder, opener, embedder);
        try {
            index.onWriter(index::opened);
            return index;
        } catch (RuntimeException e) {
            index.writer.shutdown();
            throw e;
        }
    }

    /** On the writer's thread: what is open, or what can be opened by now. */
    private OpenIndex opened() {
        if (closed) {
            throw IndexFailures.closed();
        }
        OpenIndex index = open;
        if (index == null) {
            using.writeLock().lock();
            try {
                index = openOrEmpty();
                open = index;
            } catch (IOException e) {
                throw IndexFailures.io(folder, e);
            } finally {
                using.writeLock().unlock();
            }
        }
        return index;
    }

    /** Opens the files of the index. */
    interface DirectoryOpener {
        Directory open(Path folder) throws IOException;
    }

    private OpenIndex openOrEmpty() throws IOException {
        try {
            return OpenIndex.open(opener.open(folder), embedder.model());
        } catch (IOException e) {
            Emptied reason = reason(e);
            if (reason == null) {
                throw e;
            }
            log.warn("the index is emptied, and made anew from its sources: {}", reason, Redacted.of(e));
            emptied = reason;
            deleteFiles();
            return OpenIndex.open(opener.open(folder), embedder.model());
        }
    }

    /** Why an index that gives such an error is to be emptied; {@code null} where the disk is in the way. */
    private static @Nullable Emptied reason(Throwable error) {
        return switch (error) {
            case OpenIndex.OutdatedException _, IndexFormatTooNewException _, IndexFormatTooOldException _ ->
                Emptied.OUTDATED;
            case CorruptIndexException _, EOFException _, NoSuchFileException _, IndexNotFoundException _ ->
                Emptied.DAMAGED;
            default -> null;
        };
    }

    private void deleteFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void put(List<IndexDocument> documents) throws InterruptedException {
        List<String> texts = documents.stream()
                .flatMap(document -> document.passages().stream())
                .map(IndexPassage::text)
                .toList();
        @Nullable List<float[]> vectors = vectors(texts);
        List<OpenIndex.Change> changes = new ArrayList<>();
        int at = 0;
        for (IndexDocument document : documents) {
            int next = at + document.passages().size();
            changes.add(new OpenIndex.Change(
                    Fields.key(document.collection(), document.id()),
                    Fields.entries(document, vectors == null ? null : vectors.subList(at, next))));
            at = next;
        }
        write(index -> index.put(changes));
    }

    private @Nullable List<float[]> vectors(List<String> texts) throws InterruptedException {
        try {
            Map<String, float[]> vectors = new HashMap<>(read((searcher, _) -> KnownVectors.of(searcher, texts)));
            List<String> fresh = texts.stream()
                    .filter(each -> !vectors.containsKey(each))
                    .distinct()
                    .toList();
            if (!fresh.isEmpty()) {
                List<float[]> made = embedder.passages(fresh);
                for (int i = 0; i < fresh.size(); i++) {
                    vectors.put(fresh.get(i), made.get(i));
                }
            }
            return texts.stream().map(vectors::get).map(Objects::requireNonNull).toList();
        } catch (FailureException e) {
            log.info(
                    "documents are indexed by their words alone: {}",
                    e.failure().code());
            return null;
        }
    }

    @Override
    public void remove(IndexCollection collection, Collection<String> ids) {
        List<Term> terms = ids.stream().map(id -> Fields.key(collection, id)).toList();
        if (!terms.isEmpty()) {
            write(index -> index.remove(terms));
        }
    }

    @Override
    public void clear(IndexCollection collection) {
        write(index -> index.remove(
                List.of(new Term(Fields.HEAD, collection.name()), new Term(Fields.COLLECTION, collection.name()))));
    }

    @Override
    public Map<String, String> fingerprints(IndexCollection collection) {
        return read((searcher, _) -> {
            Map<String, String> found = new HashMap<>();
            TermQuery heads = new TermQuery(new Term(Fields.HEAD, collection.name()));
            int all = Math.max(1, searcher.getIndexReader().maxDoc());
            for (ScoreDoc each : searcher.search(heads, all).scoreDocs) {
                Document stored = searcher.storedFields().document(each.doc);
                String fingerprint = Fields.fingerprint(stored);
                found.put(Fields.id(stored), fingerprint == null ? "" : fingerprint);
            }
            return found;
        });
    }

    @Override
    public long changes() {
        return changes.get();
    }

    @Override
    public IndexAnswer search(IndexQuery query) throws InterruptedException {
        if (query.text().isBlank()) {
            return new IndexAnswer(List.of(), null);
        }
        float[] vector = null;
        Failure wordsOnly = null;
        try {
            vector = embedder.query(query.text());
        } catch (FailureException e) {
            wordsOnly = e.failure();
        }
        float[] meaning = vector;
        return new IndexAnswer(
                read((searcher, analyzer) -> new Search(searcher, analyzer).run(query, meaning)), wordsOnly);
    }

    @Override
    public IndexHealth health() {
        return read((searcher, _) ->
                new IndexHealth(count(searcher, Fields.DOCUMENT), count(searcher, Fields.PASSAGE), emptied));
    }

    private static int count(IndexSearcher searcher, String kind) throws IOException {
        return searcher.count(new TermQuery(new Term(Fields.KIND, kind)));
    }

    /** A writing call. */
    private interface Writing {
        void on(OpenIndex index) throws IOException;
    }

    private void write(Writing work) {
        onWriter(() -> {
            OpenIndex index = opened();
            try {
                work.on(index);
                changes.incrementAndGet();
            } catch (IOException | RuntimeException e) {
                throw after(index, e);
            }
        });
    }

    private <T> T read(OpenIndex.Question<T> question) {
        if (open == null) {
            onWriter(this::opened);
        }
        OpenIndex index;
        IOException error;
        using.readLock().lock();
        try {
            index = current();
            try {
                return index.ask(question);
            } catch (IOException e) {
                error = e;
            }
        } finally {
            using.readLock().unlock();
        }
        onWriter(() -> {
            throw after(index, error);
        });
        throw new IllegalStateException("the line before throws");
    }

    /** Waits for the writer; an interrupt of the caller is kept for later. */
    private void onWriter(Runnable work) {
        Future<?> done;
        try {
            done = writer.submit(work);
        } catch (RejectedExecutionException e) {
            throw IndexFailures.closed();
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    done.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof FailureException failure
                            ? new FailureException(failure.failure(), failure)
                            : new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private OpenIndex current() {
        OpenIndex index = open;
        if (index == null) {
            throw closed
                    ? IndexFailures.closed()
                    : IndexFailures.io(folder, new IOException("it met an error meanwhile"));
        }
        return index;
    }

    /** Opens again what is good, and says what went wrong. On the writer's thread. */
    private FailureException after(OpenIndex broken, Exception error) {
        Emptied reason = reason(error);
        using.writeLock().lock();
        try {
            if (open == broken) {
                changes.incrementAndGet();
                open = null;
                closeQuietly(broken);
                if (reason != null) {
                    emptied = reason;
                    deleteFiles();
                }
                open = openOrEmpty();
            }
        } catch (IOException again) {
            // the next call tries again
            error.addSuppressed(again);
        } finally {
            using.writeLock().unlock();
        }
        log.warn("the index could not be used; emptied: {}", reason, Redacted.of(error));
        return reason == null ? IndexFailures.io(folder, error) : IndexFailures.damaged(error);
    }

    private static void closeQuietly(OpenIndex index) {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            log.info("an index that is in trouble closed with an error", Redacted.of(e));
        }
    }

    @Override
    public void close() {
        if (!writer.isShutdown()) {
            onWriter(this::end);
            writer.shutdown();
        }
    }

    private void end() {
        using.writeLock().lock();
        try {
            closed = true;
            OpenIndex index = open;
            open = null;
            if (index != null) {
                closeQuietly(index);
            }
        } finally {
            using.writeLock().unlock();
        }
    }
}
