// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.store.Store;
import officina.store.internal.H2StoreFactory;

/**
 * Reads of one row by its key, at random: the store beside databases of the same rows with and without encryption. All
 * of them take turns, so that a machine that is busy for a while is so for all. Run with bench/store [folder] [seconds].
 */
final class StoreBench {

    private static final int ROWS = 100_000;
    private static final int TURNS = 5;
    /** Holds all rows; the store takes the same with the heap that bench/store gives. */
    private static final int SIZED = 524_288;
    private static final int SMALL = 4_096;
    private static final String KEY = "correct horse";
    private static final String PROJECT = new UUID(7, 1).toString();
    private static final String NOTE = "The quick brown fox jumps over the lazy dog. ".repeat(5);

    private final Path folder;
    private final long nanos;
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();

    /** One reader: one thread's own connection. */
    private interface Reader extends AutoCloseable {
        /** The length of what stands at that key. */
        int read(UUID key) throws Exception;
    }

    /** Makes readers. */
    private interface Source {
        Reader reader() throws Exception;
    }

    private record Contender(String name, Source source) {}

    /**
     * One turn of one contender.
     *
     * @param rate reads a second
     * @param micros processor time of the whole process for each read; what others do on the machine moves it less
     */
    private record Turn(double rate, double micros) {}

    private StoreBench(Path folder, double seconds) {
        this.folder = folder;
        nanos = (long) (seconds * 1e9);
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]).toAbsolutePath(), "store-bench");
        try {
            new StoreBench(folder, Double.parseDouble(args[1])).run(args.length > 2 ? args[2] : "");
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(String node) throws Exception {
        String plain = "jdbc:h2:" + folder.resolve("plain") + ";CACHE_SIZE=%d";
        String cipher = "jdbc:h2:async:" + folder.resolve("cipher") + ";CIPHER=AES;CACHE_SIZE=%d";
        String user = "officina";
        String secret = KEY.replace(" ", "") + " " + KEY.replace(" ", "");
        fill(() -> DriverManager.getConnection(plain.formatted(SIZED), user, ""), "uuid");
        fill(() -> DriverManager.getConnection(cipher.formatted(SIZED), user, secret), "uuid");
        fill(() -> sqlite("plain.sqlite", false, SIZED), "blob");
        fill(() -> sqlite("cipher.sqlite", true, SIZED), "blob");
        try (Store store = new H2StoreFactory()
                .open(folder.resolve("ours"), new SecretKeySpec(new byte[32], "AES"))) {
            fill(store);
            List<Contender> cached = List.of(
                    new Contender("H2, plain (floor)", () -> h2(plain.formatted(SIZED), "")),
                    new Contender("H2, its own AES", () -> h2(cipher.formatted(SIZED), secret)),
                    new Contender("SQLite, plain, JDBC", () -> new Rows(sqlite("plain.sqlite", false, SIZED), true)),
                    new Contender("SQLCipher, JDBC", () -> new Rows(sqlite("cipher.sqlite", true, SIZED), true)),
                    new Contender("ours: Store.get", () -> new Records(store)));
            compare("cache 512 MiB, 1 thread", cached, 1, node);
            compare("cache 512 MiB, 4 threads", cached, 4, "");
        }
        List<Contender> uncached = List.of(
                new Contender("H2, plain (floor)", () -> h2(plain.formatted(SMALL), "")),
                new Contender("H2, its own AES", () -> h2(cipher.formatted(SMALL), secret)),
                new Contender("SQLite, plain, JDBC", () -> new Rows(sqlite("plain.sqlite", false, SMALL), true)),
                new Contender("SQLCipher, JDBC", () -> new Rows(sqlite("cipher.sqlite", true, SMALL), true)));
        compare("cache 4 MiB, 1 thread", uncached, 1, "");
    }

    private void compare(String title, List<Contender> contenders, int threads, String node) throws Exception {
        System.out.println();
        System.out.println("| " + title + " | reads/s, median | worst | to the floor | processor us | to the floor |");
        System.out.println("|---|---|---|---|---|---|");
        turns.clear();
        // a program keeps its database open
        List<Reader> open = new ArrayList<>();
        for (Contender each : contenders) {
            open.add(each.source().reader());
        }
        for (int turn = -1; turn < TURNS; turn++) {
            // the first turn warms up
            for (Contender each : contenders) {
                Turn measured = turn(each.source(), threads);
                if (turn >= 0) {
                    turns.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(measured);
                }
            }
            if (!node.isEmpty() && turn >= 0) {
                turns.computeIfAbsent("better-sqlite3, plain, Node", name -> new ArrayList<>())
                        .add(new Turn(node(node), Double.NaN));
            }
        }
        for (Reader each : open) {
            each.close();
        }
        List<Turn> floor = turns.get(contenders.getFirst().name());
        turns.forEach((name, all) -> System.out.printf(
                "| %s | %,.0f | %,.0f | %.2f | %s | %s |%n",
                name,
                median(all, Turn::rate),
                all.stream().mapToDouble(Turn::rate).min().orElseThrow(),
                median(all, Turn::rate) / median(floor, Turn::rate),
                known("%.1f", median(all, Turn::micros)),
                known("%.2f", median(floor, Turn::micros) / median(all, Turn::micros))));
    }

    /** The processor time of another program is not known. */
    private static String known(String format, double figure) {
        return Double.isNaN(figure) ? "" : format.formatted(figure);
    }

    private static double median(List<Turn> all, ToDoubleFunction<Turn> figure) {
        return all.stream().mapToDouble(figure).sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private Turn turn(Source source, int threads) throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            List<Reader> readers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                readers.add(source.reader());
            }
            for (Reader each : readers) {
                // a cache that is filled once is what a program that runs for hours has
                for (int i = 0; i < ROWS; i += 7) {
                    each.read(key(i));
                }
            }
            long busy = system.getProcessCpuTime();
            long start = System.nanoTime();
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Reader reader = readers.get(i);
                SplittableRandom random = new SplittableRandom(i);
                Callable<Long> work = () -> {
                    long count = 0;
                    long length = 0;
                    while (System.nanoTime() - start < nanos) {
                        for (int n = 0; n < 100; n++) {
                            length += reader.read(key(random.nextInt(ROWS)));
                        }
                        count += 100;
                    }
                    if (length < count * NOTE.length()) {
                        throw new IllegalStateException("rows were not there");
                    }
                    return count;
                };
                counts.add(all.submit(work));
            }
            long sum = 0;
            for (Future<Long> each : counts) {
                sum += each.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double micros = (system.getProcessCpuTime() - busy) / 1e3 / sum;
            for (Reader each : readers) {
                each.close();
            }
            return new Turn(sum / seconds, micros);
        }
    }

    private static UUID key(int i) {
        return new UUID(i * 0x9E3779B97F4A7C15L, i);
    }

    private static String title(int i) {
        return "Renew the passport number " + i;
    }

    /** The fields that a record of ours has, as text. */
    private static String text(int i) {
        return "{\"project\":\"" + PROJECT + "\",\"title\":\"" + title(i) + "\",\"description\":\"" + NOTE
                + "\",\"priority\":\"medium\",\"status\":\"open\",\"people\":[]}";
    }

    private static JsonObject fields(int i) {
        return JsonObject.EMPTY
                .with("project", PROJECT)
                .with("title", title(i))
                .with("description", NOTE)
                .with("priority", "medium")
                .with("status", "open")
                .with("people", List.of());
    }

    private void fill(Callable<Connection> source, String keyType) throws Exception {
        try (Connection connection = source.call();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table data_record (id " + keyType
                    + " primary key, kind varchar(40), revision bigint, created_at bigint, updated_at bigint, fields varchar)");
            try (PreparedStatement insert = connection.prepareStatement("insert into data_record values (?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < ROWS; i++) {
                    insert.setObject(1, keyType.equals("uuid") ? key(i) : bytes(key(i)));
                    insert.setString(2, "todo");
                    insert.setLong(3, 1);
                    insert.setLong(4, i);
                    insert.setLong(5, i);
                    insert.setString(6, text(i));
                    insert.addBatch();
                    if (i % 1_000 == 999) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
        }
    }

    private static void fill(Store store) {
        SessionId session = new SessionId(new UUID(0, 1));
        RunId run = new RunId(new UUID(0, 2));
        Instant now = Instant.now();
        long position = 1;
        store.apply(List.of(new EventEnvelope(
                1, session, run, position, position, now, Origin.USER, new RunEvent.RunStarted(RunKind.EDIT, "Fill", null, null))));
        List<EventEnvelope> batch = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            position++;
            RunEvent.RecordChanged created = new RunEvent.RecordChanged(
                    RecordKind.TODO, new RecordId(key(i)), RecordChange.CREATED, 1, null, fields(i));
            batch.add(new EventEnvelope(1, session, run, position, position, now, Origin.USER, created));
            if (batch.size() == 1_000) {
                store.apply(batch);
                batch.clear();
            }
        }
    }

    private static Reader h2(String url, String secret) throws SQLException {
        return new Rows(DriverManager.getConnection(url, "officina", secret), false);
    }

    private Connection sqlite(String file, boolean encrypted, int kibibytes) throws SQLException {
        String key = encrypted ? "?cipher=sqlcipher&legacy=4&key=" + KEY.replace(" ", "") : "";
        Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + folder.resolve(file) + key);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma cache_size=-" + kibibytes);
        }
        return connection;
    }

    private static byte[] bytes(UUID key) {
        return ByteBuffer.allocate(16)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }

    /** The same rows and the same statement in any database. */
    private static final class Rows implements Reader {
        private final Connection connection;
        private final PreparedStatement select;
        private final boolean binary;

        Rows(Connection connection, boolean binary) throws SQLException {
            this.connection = connection;
            this.binary = binary;
            select = connection.prepareStatement(
                    "select id, kind, revision, created_at, updated_at, fields from data_record where id = ?");
        }

        @Override
        public int read(UUID key) throws SQLException {
            select.setObject(1, binary ? bytes(key) : key);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(6).length();
            }
        }

        @Override
        public void close() throws SQLException {
            select.close();
            connection.close();
        }
    }

    /** Whole records, as the engine reads them: parsed, with their fields. */
    private record Records(Store store) implements Reader {
        @Override
        public int read(UUID key) {
            JsonObject fields =
                    store.get(RecordKind.TODO, new RecordId(key)).orElseThrow().fields();
            return fields.text("description").length();
        }

        @Override
        public void close() {
            // the store is shared
        }
    }

    private double node(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "node", script, folder.resolve("plain.sqlite").toString(), ROWS + "", nanos / 1_000_000 + "")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("node: " + Arrays.toString(said.getBytes()));
        }
        return Double.parseDouble(said);
    }
}
