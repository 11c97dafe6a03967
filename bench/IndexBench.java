// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import officina.api.document.DocumentReading;
import officina.api.document.Passage;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderFactory;
import officina.api.memory.EmbedderState;
import officina.api.memory.EmbeddingModel;
import officina.api.memory.IndexQuery;
import officina.document.Documents;
import officina.embedding.minilm.internal.MiniLmEmbedderFactory;
import officina.engine.Engine;
import officina.engine.IndexedFolderItem;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * An engine that reads a folder of generated Markdown files of 10 KB, and searches in it, beside Lucene alone without
 * encryption. Words follow the frequencies of a language. Run with bench/index [files] [of them by meaning] [folder].
 */
final class IndexBench {

    private static final int WORDS = 20_000;
    private static final int FILE = 10_000;
    private static final int FOLDERS = 100;
    private static final int SEARCHES = 1_000;
    private static final int WARM = 200;
    private static final Random RANDOM = new Random(7);

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path folder;
    private final List<String> words = new ArrayList<>();
    private final double[] upTo = new double[WORDS];

    private IndexBench(Path folder) {
        this.folder = folder;
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            words.add(word());
            sum += 1.0 / (i + 3);
            upTo[i] = sum;
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[2]).toAbsolutePath(), "index-bench");
        try {
            new IndexBench(folder).run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        } finally {
            delete(folder);
        }
    }

    private void run(int files, int byMeaning) throws Exception {
        Path many = generate("many", files);
        Path few = generate("few", byMeaning);
        System.out.println("| reading | MB | files/s | MB/s | processor s | of 1 processor |");
        System.out.println("|---|---|---|---|---|---|");
        Path plain = folder.resolve("plain");
        line("Lucene alone, no encryption (floor)", many, () -> plain(many, plain));
        try (Engine engine = BenchEngine.open(folder.resolve("words"), NoMeaning.FACTORY)) {
            IndexedFolderItem item = engine.knowledge().add(many, null);
            line("words only", many, () -> engine.knowledge().sync(item.id()));
        }
        try (Engine engine = BenchEngine.open(folder.resolve("meaning"), new MiniLmEmbedderFactory())) {
            IndexedFolderItem item = engine.knowledge().add(few, null);
            line("words and meaning, " + byMeaning + " files", few, () -> engine.knowledge().sync(item.id()));
            line("the same, nothing has changed", few, () -> engine.knowledge().sync(item.id()));
            Files.move(few.resolve("0"), few.resolve("moved"));
            line("the same, 1 of 100 folders was moved", few, () -> engine.knowledge().sync(item.id()));
        }
        try (Engine engine = BenchEngine.open(folder.resolve("vectors"), RandomMeaning::new)) {
            IndexedFolderItem item = engine.knowledge().add(many, null);
            line("words and vectors that cost nothing", many, () -> engine.knowledge().sync(item.id()));
            line("the same, nothing has changed", many, () -> engine.knowledge().sync(item.id()));
            Files.move(many.resolve("0"), many.resolve("moved"));
            line("the same, 1 of 100 folders was moved", many, () -> engine.knowledge().sync(item.id()));
            System.out.printf("%nPassages: %,d%n%n", engine.knowledge().status().getFirst().passages());
        }
        System.out.println("| asking | us, median | p99 | worst |");
        System.out.println("|---|---|---|---|");
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(plain));
                Engine onlyWords = BenchEngine.open(folder.resolve("words"), NoMeaning.FACTORY);
                Engine meaning = BenchEngine.open(folder.resolve("vectors"), RandomMeaning::new)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            ask("Lucene alone, words (floor)", text -> plain(searcher, text));
            ask("words only", text -> onlyWords.knowledge().search(IndexQuery.of(text, 10)));
            ask("words and meaning, the query by the model", text -> meaning.knowledge().search(IndexQuery.of(text, 10)));
            ask("status of the folders, as the view asks each second", _ -> meaning.knowledge().status());
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private interface Question {
        Object ask(String text) throws Exception;
    }

    private static void line(String name, Path files, Work work) throws Exception {
        long bytes = 0;
        long count = 0;
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
                count++;
            }
        }
        long busy = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = (SYSTEM.getProcessCpuTime() - busy) / 1e9;
        System.out.printf(
                "| %s | %.1f | %,.0f | %.2f | %.1f | %.0f %% |%n",
                name, bytes / 1e6, count / seconds, bytes / 1e6 / seconds, processor, 100 * processor / seconds);
    }

    private void ask(String name, Question question) throws Exception {
        double[] micros = new double[SEARCHES];
        for (int i = -WARM; i < SEARCHES; i++) {
            // common words find most
            String text = next() + " " + next() + " " + words.get(RANDOM.nextInt(WORDS));
            long start = System.nanoTime();
            question.ask(text);
            if (i >= 0) {
                micros[i] = (System.nanoTime() - start) / 1e3;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "| %s | %,.0f | %,.0f | %,.0f |%n",
                name, micros[SEARCHES / 2], micros[SEARCHES * 99 / 100], micros[SEARCHES - 1]);
    }

    /** One entry for each passage, as the product cuts them. */
    private static void plain(Path files, Path index) throws Exception {
        Documents documents = new Documents();
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(
                        directory,
                        new IndexWriterConfig(new StandardAnalyzer())
                                .setMergeScheduler(new SerialMergeScheduler())
                                .setRAMBufferSizeMB(32));
                Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (documents.read(file) instanceof DocumentReading.Read read) {
                    for (Passage passage : read.passages()) {
                        Document entry = new Document();
                        entry.add(new StoredField("id", file.toString()));
                        entry.add(new TextField("text", passage.text(), Field.Store.YES));
                        writer.addDocument(entry);
                    }
                }
            }
        }
    }

    private static List<String> plain(IndexSearcher searcher, String text) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : text.split(" ")) {
            any.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
        }
        List<String> found = new ArrayList<>();
        for (ScoreDoc each : searcher.search(any.build(), 10).scoreDocs) {
            found.add(searcher.storedFields().document(each.doc).get("text"));
        }
        return found;
    }

    private Path generate(String name, int count) throws IOException {
        Path files = folder.resolve(name);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("# " + next() + " " + next() + "\n\n");
            while (text.length() < FILE) {
                sentence(text);
                text.append(RANDOM.nextInt(6) > 0 ? " " : RANDOM.nextInt(4) > 0 ? "\n\n" : "\n\n## " + next() + "\n\n");
            }
            Path file = files.resolve(i % FOLDERS + "/" + i + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        return files;
    }

    private void sentence(StringBuilder text) {
        int length = 5 + RANDOM.nextInt(15);
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(next());
        }
        text.append('.');
    }

    /** A word, common ones more often. */
    private String next() {
        int at = Arrays.binarySearch(upTo, RANDOM.nextDouble() * upTo[WORDS - 1]);
        return words.get(Math.min(WORDS - 1, at < 0 ? -at - 1 : at));
    }

    private static String word() {
        String vowels = "aeiou";
        String consonants = "bcdfghklmnprstvw";
        StringBuilder word = new StringBuilder();
        int syllables = 1 + RANDOM.nextInt(4);
        for (int i = 0; i < syllables; i++) {
            word.append(consonants.charAt(RANDOM.nextInt(consonants.length())))
                    .append(vowels.charAt(RANDOM.nextInt(vowels.length())));
        }
        return word.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Cannot compare by meaning. */
    private record NoMeaning() implements Embedder {

        static final EmbedderFactory FACTORY = _ -> new NoMeaning();

        private static final Failure NONE = Failure.of("embedding.model", ErrorKind.RESOURCE, "none here", null);

        @Override
        public EmbeddingModel model() {
            return new EmbeddingModel("none", 384, 256);
        }

        @Override
        public EmbedderState state() {
            return new EmbedderState.Unavailable(NONE);
        }

        @Override
        public int countTokens(String text) {
            return text.length();
        }

        @Override
        public float[] query(String text) {
            throw new FailureException(NONE);
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            throw new FailureException(NONE);
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }

    /** Queries by the model; passages get a direction by chance, for which the index takes as long as for a real one. */
    private static final class RandomMeaning implements Embedder {

        private final Embedder model;
        private final Random random = new Random(11);

        RandomMeaning(Path folder) {
            model = new MiniLmEmbedderFactory().open(folder);
        }

        @Override
        public EmbeddingModel model() {
            return model.model();
        }

        @Override
        public EmbedderState state() {
            return model.state();
        }

        @Override
        public int countTokens(String text) {
            return model.countTokens(text);
        }

        @Override
        public float[] query(String text) throws InterruptedException {
            return model.query(text);
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            List<float[]> vectors = new ArrayList<>();
            texts.forEach(_ -> vectors.add(direction()));
            return vectors;
        }

        private float[] direction() {
            float[] vector = new float[model.model().dimensions()];
            double squares = 0;
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
                squares += vector[i] * vector[i];
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) Math.sqrt(squares);
            }
            return vector;
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
