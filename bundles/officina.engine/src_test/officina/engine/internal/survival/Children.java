// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import officina.api.id.SessionId;

/**
 * Starts {@link WorkingProcess}es: on the class path of this one, compiled little; in long runs half of them, which their
 * seed decides, have both compilers, as an engine has that serves. For many of them the classes go into jars, so that the
 * virtual machine can keep what it has loaded and linked.
 */
final class Children {

    /** So long may one take in all, killed or not: longer than its threads may, of which it tells itself. */
    static final int LIMIT_SECONDS = 180;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Path folder;
    private final List<String> command = new ArrayList<>();

    private Children(Path folder, String classPath, List<String> options) {
        this.folder = folder;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, WorkingProcess.class.getName()));
    }

    /** For a few. */
    static Children plain(Path folder) {
        return new Children(folder, classPath(), List.of());
    }

    /** For many: takes some seconds. */
    static Children shared(Path folder) throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>();
        for (String entry : classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes" + jars.size() + ".jar");
                pack(path, jar);
                path = jar;
            }
            if (Files.exists(path)) {
                jars.add(path.toString());
            }
        }
        String path = String.join(File.pathSeparator, jars);
        Path cache = folder.resolve("classes.aot");
        Children training = new Children(folder, path, List.of("-XX:AOTCacheOutput=" + cache));
        Path data = Files.createDirectory(folder.resolve("training"));
        Files.createDirectory(data.resolve("out"));
        Process process = training.start(data, 1, 1, List.of(0), 300, List.of());
        CompletableFuture<Process> end = end(process);
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        end.handle((_, late) -> late).join();
        if (end.isCompletedExceptionally()) {
            throw new IllegalStateException(
                    "the process that makes the cache of classes did not end within " + LIMIT_SECONDS + " s");
        }
        if (process.exitValue() != 0 || !Files.exists(cache)) {
            throw new IllegalStateException(
                    "no cache of classes was made: " + Files.readString(data.resolve("errors.txt")));
        }
        return new Children(folder, path, List.of("-XX:AOTCache=" + cache));
    }

    /** The option of Java for a process with that seed. */
    static String compilers(long seed) {
        // not a bit of the seed itself: those of processes that follow each other would be alike
        boolean both = Boolean.getBoolean("officina.long") && seed * GOLDEN > 0;
        return both ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1";
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    /** Surefire may hide the class path in the manifest of a jar; its own property still has it. */
    static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire == null ? System.getProperty("java.class.path") : surefire.replace(",", File.pathSeparator);
    }

    /** Its end; fails after the limit, and then the process is killed, so that reading what it says ends as well. */
    static CompletableFuture<Process> end(Process process) {
        return process.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).whenComplete((_, late) -> {
            if (late != null) {
                process.toHandle().destroyForcibly();
            }
        });
    }

    /** @param lines after so many it ends in order; 0 for never */
    Process start(Path place, long seed, int from, List<Integer> passphrases, int lines, List<SessionId> mains)
            throws IOException {
        return new ProcessBuilder(command(place, seed, from, passphrases, lines, mains))
                .redirectError(place.resolve("errors.txt").toFile())
                .directory(folder.toFile())
                .start();
    }

    /** What {@link #start} starts, for who starts it elsewhere. */
    List<String> command(Path place, long seed, int from, List<Integer> passphrases, int lines, List<SessionId> mains) {
        List<String> all = new ArrayList<>(command);
        all.add(1, compilers(seed));
        all.addAll(List.of(
                place.resolve("data").toString(),
                place.resolve("out").toString(),
                Long.toString(seed),
                Integer.toString(from),
                String.join(",", passphrases.stream().map(String::valueOf).toList()),
                Integer.toString(lines)));
        mains.forEach(each -> all.add(each.toString()));
        return all;
    }
}
