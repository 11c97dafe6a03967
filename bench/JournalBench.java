// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.journal.file.internal.FileJournalFactory;
import org.jspecify.annotations.Nullable;

/**
 * Measures the journal against the floor that the disk sets and beside SQLite, in turns. Run with
 * bench/journal [folder] [seconds].
 */
final class JournalBench {

    private static final String TEXT = "The quick brown fox jumps over the lazy dog. ".repeat(4);
    private static final String FLOOR_ONE = "floor: write 300 B, fdatasync";
    private static final String FLOOR_MANY = "floor: write 9600 B (32 events), fdatasync";
    private static final String FLOOR_READ = "floor: read and decrypt as many bytes";
    private static final int ROUNDS = 5;
    private static final int EVENTS = 1_000_000;
    private static final RunId RUN = new RunId(UUID.randomUUID());

    private final Path folder;
    private final long nanos;

    private JournalBench(Path folder, int seconds) {
        this.folder = folder;
        nanos = seconds * 1_000_000_000L;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]).toAbsolutePath(), "journal-bench");
        try {
            new JournalBench(folder, Integer.parseInt(args[1])).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws Exception {
        // each does its work for a moment before anything is counted
        appends(nanos / 8, new LinkedHashMap<>());
        Map<String, Row> rows = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            appends(nanos, rows);
        }
        System.out.println("| what | events/s, median | best | worst | of its floor | median us | p99 us |");
        System.out.println("|---|---|---|---|---|---|---|");
        rows.forEach((name, row) -> row.print(name, rows));
        replays();
    }

    /** Contenders in turns, each against the floor of as many events at a time. */
    private void appends(long span, Map<String, Row> rows) throws Exception {
        floor(rows, FLOOR_ONE, 300, 1, span);
        ours(rows, "Officina: 1 writer", FLOOR_ONE, 1, 1, span);
        peer(rows, "SQLite, WAL, synchronous=FULL: 1 writer", FLOOR_ONE, 1, span);
        floor(rows, FLOOR_MANY, 300 * 32, 32, span);
        ours(rows, "Officina: 32 writers", FLOOR_MANY, 32, 1, span);
        peer(rows, "SQLite, WAL, synchronous=FULL: 32 writers", FLOOR_MANY, 32, span);
        ours(rows, "Officina: 32 writers, 10 events at once", FLOOR_MANY, 32, 10, span);
        ours(rows, "Officina: 256 writers", FLOOR_MANY, 256, 1, span);
    }

    /** What was measured of a contender, round by round. */
    private static final class Row {
        private final @Nullable String floor;
        private final List<Double> rates = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();

        Row(@Nullable String floor) {
            this.floor = floor;
        }

        double median() {
            return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
        }

        void print(String name, Map<String, Row> all) {
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            // of rates that were measured in the same round
            double[] ratios = floor == null
                    ? new double[] {1}
                    : IntStream.range(0, rates.size())
                            .mapToDouble(i -> rates.get(i) / all.get(floor).rates.get(i))
                            .sorted()
                            .toArray();
            System.out.printf(
                    "| %s | %,.0f | %,.0f | %,.0f | %.2f | %,.0f | %,.0f |%n",
                    name,
                    median(),
                    Collections.max(rates),
                    Collections.min(rates),
                    ratios[ratios.length / 2],
                    sorted[sorted.length / 2] / 1e3,
                    sorted[(int) (sorted.length * 0.99)] / 1e3);
        }
    }

    private static void count(
            Map<String, Row> rows, String name, @Nullable String floor, int events, List<Long> times, long span) {
        Row row = rows.computeIfAbsent(name, _ -> new Row(floor));
        row.rates.add(times.size() * (double) events / (span / 1e9));
        row.times.addAll(times);
    }

    /** One thread that writes and synchronises a plain file. */
    private void floor(Map<String, Row> rows, String name, int bytes, int events, long span) throws IOException {
        Path file = folder.resolve("floor");
        List<Long> times = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
            long end = System.nanoTime() + span;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                channel.write(buffer.clear());
                channel.force(false);
                times.add(System.nanoTime() - start);
            }
        }
        Files.delete(file);
        count(rows, name, null, events, times, span);
    }

    private void ours(Map<String, Row> rows, String name, String floor, int writers, int each, long span)
            throws Exception {
        Path data = folder.resolve("append");
        List<Long> times;
        try (Journal journal = open(data)) {
            times = atOnce(writers, span, number -> {
                List<Draft> drafts = Collections.nCopies(each, draft(number));
                return () -> journal.append(drafts);
            });
        }
        delete(data);
        count(rows, name, floor, each, times, span);
    }

    /** One connection, whose writers take turns: SQLite has one writer at a time. Nothing is encrypted. */
    private void peer(Map<String, Row> rows, String name, String floor, int writers, long span) throws Exception {
        Path data = Files.createDirectory(folder.resolve("peer"));
        List<Long> times;
        try (Connection connection = sqlite(data);
                PreparedStatement insert = connection.prepareStatement("insert into event(body) values (?)")) {
            byte[] body = new byte[300];
            times = atOnce(writers, span, _ -> () -> {
                synchronized (insert) {
                    insert.setBytes(1, body);
                    insert.executeUpdate();
                }
            });
        }
        delete(data);
        count(rows, name, floor, 1, times, span);
    }

    private static Connection sqlite(Path data) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.sqlite"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=WAL");
            statement.execute("pragma synchronous=FULL");
            statement.execute("create table if not exists event(id integer primary key, body blob)");
        }
        return connection;
    }

    private interface Step {
        void take() throws Exception;
    }

    /** Lets so many write until the time is over; how long each step took. */
    private static List<Long> atOnce(int writers, long span, IntFunction<Step> made) throws Exception {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(writers);
        AtomicReference<Exception> failed = new AtomicReference<>();
        long end = System.nanoTime() + span;
        for (int i = 0; i < writers; i++) {
            Step step = made.apply(i);
            Thread.ofVirtual().start(() -> {
                List<Long> own = new ArrayList<>();
                try {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        step.take();
                        own.add(System.nanoTime() - start);
                    }
                } catch (Exception e) {
                    failed.set(e);
                }
                times.addAll(own);
                done.countDown();
            });
        }
        done.await();
        if (failed.get() != null) {
            throw failed.get();
        }
        return times;
    }

    private static Draft draft(int session) {
        return new Draft(new SessionId(new UUID(0, session)), RUN, Origin.USER, new RunEvent.TextDelta(0, TEXT));
    }

    private void replays() throws Exception {
        Path data = folder.resolve("replay");
        try (Journal journal = open(data)) {
            for (int i = 0; i < EVENTS / 20; i++) {
                journal.append(Collections.nCopies(20, draft(i % 100)));
            }
        }
        long bytes = size(data);
        Path plain = Files.createDirectory(folder.resolve("peer"));
        try (Connection connection = sqlite(plain);
                PreparedStatement insert = connection.prepareStatement("insert into event(body) values (?)")) {
            connection.setAutoCommit(false);
            byte[] body = new byte[(int) (bytes / EVENTS)];
            for (int i = 0; i < EVENTS; i++) {
                insert.setBytes(1, body);
                insert.executeUpdate();
            }
            connection.commit();
        }
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int round = -1; round < ROUNDS; round++) {
            Map<String, List<Double>> kept = round < 0 ? new LinkedHashMap<>() : millis;
            timed(kept, FLOOR_READ, () -> decrypt(data));
            timed(kept, "SQLite, plain: read all rows", () -> readAll(plain));
            replay(data, kept);
        }
        double floor = median(millis.get(FLOOR_READ));
        System.out.println();
        System.out.printf(
                "| %,d events in 100 sessions | ms, median | best | worst | of the floor's time | events/s |%n", EVENTS);
        System.out.println("|---|---|---|---|---|---|");
        millis.forEach((name, all) -> System.out.printf(
                "| %s | %,.0f | %,.0f | %,.0f | %.1f | %,.0f |%n",
                name,
                median(all),
                Collections.min(all),
                Collections.max(all),
                median(all) / floor,
                EVENTS / median(all) * 1e3));
        System.out.printf("%nOn disk: %d bytes an event, of which %d are text.%n", bytes / EVENTS, TEXT.length());
        long before = used();
        try (Journal journal = open(data)) {
            System.out.printf(
                    "Index in memory: %.1f bytes an event.%n", (used() - before) / (double) journal.lastPosition());
        }
    }

    private static void replay(Path data, Map<String, List<Double>> millis) throws Exception {
        Journal[] opened = new Journal[1];
        timed(millis, "Officina: open by summaries", () -> opened[0] = open(data));
        try (Journal journal = opened[0]) {
            timed(millis, "Officina: replay of all", () -> {
                long next = 1;
                while (next <= EVENTS) {
                    next += journal.readAll(next, 1000).size();
                }
            });
            timed(millis, "Officina: replay session by session", () -> {
                for (int i = 0; i < 100; i++) {
                    journal.read(new SessionId(new UUID(0, i)), 1, EVENTS);
                }
            });
            timed(millis, "Officina: subscription to all", () -> {
                CountDownLatch all = new CountDownLatch(EVENTS);
                try (Journal.Subscription _ = journal.subscribeAll(1, _ -> all.countDown())) {
                    all.await();
                }
            });
        }
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".summary")).toList()) {
                Files.delete(file);
            }
        }
        timed(millis, "Officina: open without summaries", () -> open(data).close());
    }

    /** As many bytes as the journal has, read and decrypted in pieces of 64 KiB; nothing is made of them. */
    private static void decrypt(Path data) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key(), new IvParameterSpec(new byte[16]));
        byte[] piece = new byte[64 << 10];
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".segment")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                        cipher.update(piece, 0, read);
                    }
                }
            }
        }
    }

    private static void readAll(Path data) throws SQLException {
        try (Connection connection = sqlite(data);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select body from event order by id")) {
            while (rows.next()) {
                rows.getBytes(1);
            }
        }
    }

    private static void timed(Map<String, List<Double>> millis, String name, Step step) throws Exception {
        long start = System.nanoTime();
        step.take();
        millis.computeIfAbsent(name, _ -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private static long size(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static SecretKeySpec key() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return new SecretKeySpec(key, "AES");
    }

    private static Journal open(Path data) {
        return new FileJournalFactory().open(data, key(), InstantSource.system());
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
