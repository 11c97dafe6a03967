// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program that takes more and more of one thing. Tells before each step by the clock when it takes it ({@code takes}),
 * and where it is refused and lives on, when that was ({@code held}). Runs in the sandbox, alone.
 */
final class Breaker {

    private static final int MIB = 1 << 20;
    private static final PrintStream OUT = System.out;

    /** What takes one step. */
    private interface Step {
        Object take() throws IOException, InterruptedException;
    }

    private Breaker() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        switch (words[0]) {
            case "heap" -> take(() -> new byte[MIB]);
            case "memory" -> take(() -> ByteBuffer.allocateDirect(16 * MIB));
            case "files" -> take(() -> new RandomAccessFile("taken", "rw"));
            case "length" -> {
                try (OutputStream out = Files.newOutputStream(Path.of("long"))) {
                    byte[] piece = new byte[64 << 10];
                    take(() -> {
                        out.write(piece);
                        return out;
                    });
                }
            }
            case "processes" -> take(() -> new ProcessBuilder("/usr/bin/true").start());
            case "threads" -> {
                CountDownLatch never = new CountDownLatch(1);
                take(() -> Thread.ofPlatform().daemon().start(() -> await(never)));
            }
            case "processor" -> spin(Long.parseLong(words[1]) * 1_000_000_000L);
            default -> throw new IllegalArgumentException(words[0]);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void take(Step step) throws InterruptedException {
        List<Object> kept = new ArrayList<>();
        try {
            while (true) {
                OUT.println("takes " + System.nanoTime());
                kept.add(step.take());
            }
        } catch (IOException | OutOfMemoryError e) {
            long now = System.nanoTime();
            int count = kept.size();
            kept.clear();
            OUT.println("held " + now + " after " + count);
        }
    }

    /** Beyond its time by its own reckoning it says so once. */
    private static void spin(long limit) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        boolean said = false;
        while (true) {
            if (!said && system.getProcessCpuTime() >= limit) {
                OUT.println("takes " + System.nanoTime());
                said = true;
            }
        }
    }
}
