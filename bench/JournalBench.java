// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.journal.file.internal.FileJournalFactory;

/** Measures the journal against the floor that the disk sets. Run with bench/journal [folder] [seconds]. */
final class JournalBench {

    private static final String TEXT = "The quick brown fox jumps over the lazy dog. ".repeat(4);
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
        System.out.println("| what | events/s | median us | p99 us |");
        System.out.println("|---|---|---|---|");
        floor(300, 1);
        floor(300 * 32, 32);
        for (int round = 0; round < 2; round++) {
            // the first round warms up
            boolean show = round == 1;
            append(show, 1, 1);
            append(show, 32, 1);
            append(show, 32, 10);
            append(show, 256, 1);
        }
        replay();
    }

    /** One thread that writes and synchronises a plain file. */
    private void floor(int bytes, int events) throws IOException {
        Path file = folder.resolve("floor");
        List<Long> times = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
            long end = System.nanoTime() + nanos;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                channel.write(buffer.clear());
                channel.force(false);
                times.add(System.nanoTime() - start);
            }
        }
        Files.delete(file);
        row("floor: write " + bytes + " B, fdatasync", events, times);
    }

    private void append(boolean show, int writers, int each) throws Exception {
        Path data = folder.resolve("append");
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        try (Journal journal = open(data)) {
            CountDownLatch done = new CountDownLatch(writers);
            long end = System.nanoTime() + (show ? nanos : nanos / 4);
            for (int i = 0; i < writers; i++) {
                SessionId session = new SessionId(new UUID(0, i));
                Thread.ofVirtual().start(() -> {
                    List<Long> own = new ArrayList<>();
                    List<Draft> drafts = Collections.nCopies(
                            each, new Draft(session, RUN, Origin.USER, new RunEvent.TextDelta(0, TEXT)));
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        journal.append(drafts);
                        own.add(System.nanoTime() - start);
                    }
                    times.addAll(own);
                    done.countDown();
                });
            }
            done.await();
        }
        if (show) {
            row("append: " + writers + " writers, " + each + " at once", each, times);
        }
        delete(data);
    }

    private void row(String what, int events, List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        double seconds = nanos / 1e9;
        System.out.printf(
                "| %s | %,.0f | %,.0f | %,.0f |%n",
                what,
                sorted.length * (double) events / seconds,
                sorted[sorted.length / 2] / 1e3,
                sorted[(int) (sorted.length * 0.99)] / 1e3);
    }

    private void replay() throws Exception {
        Path data = folder.resolve("replay");
        int total = 1_000_000;
        try (Journal journal = open(data)) {
            for (int i = 0; i < total / 20; i++) {
                SessionId session = new SessionId(new UUID(0, i % 100));
                journal.append(
                        Collections.nCopies(20, new Draft(session, RUN, Origin.USER, new RunEvent.TextDelta(0, TEXT))));
            }
        }
        System.out.println();
        System.out.println("| " + total + " events in 100 sessions | ms | events/s |");
        System.out.println("|---|---|---|");
        for (int round = 0; round < 2; round++) {
            boolean show = round == 1;
            long start = System.nanoTime();
            try (Journal journal = open(data)) {
                line(show, "open by summaries", start, total);
                start = System.nanoTime();
                long next = 1;
                while (next <= total) {
                    next += journal.readAll(next, 1000).size();
                }
                line(show, "replay of all", start, total);
                start = System.nanoTime();
                int read = 0;
                for (int i = 0; i < 100; i++) {
                    List<EventEnvelope> events = journal.read(new SessionId(new UUID(0, i)), 1, total);
                    read += events.size();
                }
                line(show, "replay session by session", start, read);
                CountDownLatch all = new CountDownLatch(total);
                start = System.nanoTime();
                try (Journal.Subscription _ = journal.subscribeAll(1, _ -> all.countDown())) {
                    all.await();
                }
                line(show, "subscription to all", start, total);
            }
            try (Stream<Path> files = Files.list(data)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".summary")).toList()) {
                    Files.delete(file);
                }
            }
            start = System.nanoTime();
            open(data).close();
            line(show, "open without summaries", start, total);
        }
        long bytes;
        try (Stream<Path> files = Files.list(data)) {
            bytes = files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
        System.out.printf("%nOn disk: %d bytes an event, of which %d are text.%n", bytes / total, TEXT.length());
        long before = used();
        try (Journal journal = open(data)) {
            System.out.printf(
                    "Index in memory: %.1f bytes an event.%n", (used() - before) / (double) journal.lastPosition());
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void line(boolean show, String what, long start, long events) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (show) {
            System.out.printf("| %s | %,.0f | %,.0f |%n", what, seconds * 1e3, events / seconds);
        }
    }

    private static Journal open(Path data) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return new FileJournalFactory().open(data, new SecretKeySpec(key, "AES"), InstantSource.system());
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
