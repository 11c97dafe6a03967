// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.base.Threads;

/** An {@link ApplyingProcess} as its parent sees it; closing it is {@code kill -9}. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Child(Process process) {
        this.process = process;
        BufferedReader reader = process.inputReader();
        Threads.start("lines-of-child", () -> {
            try {
                reader.lines().forEach(lines::add);
            } catch (UncheckedIOException e) {
                // it was killed, which is what it is there for
            }
        });
    }

    static Child start(Path folder, long seed, int events) throws IOException {
        return start(List.of(), folder, seed, events);
    }

    /** @param before words of the command before that of the process itself */
    static Child start(List<String> before, Path folder, long seed, int events, String... more) throws IOException {
        return start("-XX:TieredStopAtLevel=1", before, folder, seed, events, more);
    }

    /** @param compilers the option of Java that says which it has */
    static Child start(String compilers, List<String> before, Path folder, long seed, int events, String... more)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                compilers,
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                classPath(),
                ApplyingProcess.class.getName(),
                folder.toString(),
                Long.toString(seed),
                Integer.toString(events)));
        command.addAll(List.of(more));
        return new Child(
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start());
    }

    /** Surefire may hide the class path in the manifest of a jar; its own property still has it. */
    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire == null ? System.getProperty("java.class.path") : surefire.replace(",", File.pathSeparator);
    }

    /** Lets a stepwise one apply so many batches. */
    void allow(int batches) throws IOException {
        process.getOutputStream().write(new byte[batches]);
        process.getOutputStream().flush();
    }

    /** The next thing it says; fails where it says nothing for two minutes. */
    String awaitLine() throws InterruptedException {
        while (true) {
            String line = Objects.requireNonNull(
                    lines.poll(120, TimeUnit.SECONDS),
                    process.isAlive() ? "the process says nothing" : "the process ended by itself");
            if (line.startsWith(ApplyingProcess.LINE)) {
                return line.substring(ApplyingProcess.LINE.length());
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
