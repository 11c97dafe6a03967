// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headless product, started as a process of its own with a home and a data folder of the test, from an
 * {@link Installation}.
 */
final class Product {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Installation.of("headless", "officina");
    private static final int LINES_OF_LOG = 60;
    private static final long LIMIT_SECONDS = 120;
    private static final long LEARNING_LIMIT_SECONDS = 500;

    /**
     * What the platform works out at a first start, and what the virtual machine learns beside it, as a user has it after
     * a minute. It holds no user data; all tests share it, as all calls of a user do.
     */
    private static final Path CACHE = learnt(Path.of(System.getProperty("java.io.tmpdir"), "cache"));

    /** The window's product, which only the long tests have. */
    private static final class Window {
        private static final Path PROGRAM = Installation.of("workbench", "officina-workbench");
    }

    private final Path home;
    private final Path data;
    private final Path passphrase;
    private final List<String> before;
    private Path cache = CACHE;
    private Optional<Path> temp = Optional.empty();
    private boolean desktop;
    private int calls;

    /** What a process left behind. */
    record Outcome(int code, String out, String err) {

        List<JsonNode> json() {
            return out.lines().map(Product::parse).toList();
        }
    }

    /** With a data folder that does not exist yet: the first command makes it and its key. */
    Product(Path folder) throws IOException {
        this(folder, List.of());
    }

    /**
     * With a data folder that holds only a key, whose passphrase costs next to nothing to try: else most of what a
     * command computes would be its passphrase.
     */
    static Product withQuickKey(Path folder) throws IOException {
        Product product = new Product(folder);
        Files.createDirectory(
                product.data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(
                Path.of(System.getProperty("officina.root"), "tests/quick.keys"), product.data.resolve("vault.keys"));
        return product;
    }

    /** With a cache of its own, which starts empty. */
    Product withOwnCache() {
        cache = home.resolve("cache");
        return this;
    }

    /** With a folder of its own for temporary files, which {@link #look} looks through as well. */
    Product withOwnTemp() throws IOException {
        temp = Optional.of(Files.createDirectories(home.resolveSibling("temp")));
        return this;
    }

    /** On the desktop of the test, whose key ring keeps the key. */
    Product onDesktop() {
        desktop = true;
        return this;
    }

    /** Each command is started through these words: {@code nsenter ...}. */
    Product(Path folder, List<String> before) throws IOException {
        this.before = List.copyOf(before);
        home = Files.createDirectories(folder.resolve("home"));
        data = folder.resolve("data");
        passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");
    }

    /**
     * Looks at what is written, as Latin-1, in each file that a process may leave: beside the data folder in its home,
     * the cache and its own folder for temporary files. Files of the cache come and go with commands of other tests; one that is gone holds nothing.
     */
    void look(BiConsumer<Path, String> at) throws IOException {
        for (Path place :
                Stream.concat(Stream.of(data, home, cache), temp.stream()).toList()) {
            Files.walkFileTree(place, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        try {
                            at.accept(file, Files.readString(file, StandardCharsets.ISO_8859_1));
                        } catch (NoSuchFileException _) {
                            return FileVisitResult.CONTINUE;
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException && !file.equals(place)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        }
    }

    /** What is kept for the next starts. */
    Path cache() {
        return cache;
    }

    Path data() {
        return data;
    }

    Path passphrase() {
        return passphrase;
    }

    /** The newest lines that processes on the data folder have logged. */
    String endOfLog() throws IOException {
        Path log = data.resolve("logs/officina.log");
        if (!Files.exists(log)) {
            return "nothing was logged";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }

    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("not a JSON value: " + line, e);
        }
    }

    /** Runs a command on the data folder to its end. */
    Outcome run(String... words) throws IOException, InterruptedException {
        return run(new byte[0], words);
    }

    /** The same with the passphrase on that descriptor, which the caller has opened or not. */
    Outcome runWithDescriptor(int number, boolean open, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\"" + (open ? " " + number + "<\"$0\"" : "")));
        command.add(passphrase.toString());
        command.addAll(builder(List.of(words)).command());
        command.replaceAll(word -> word.equals("--passphrase-file") ? "--passphrase-fd" : word);
        command.set(command.size() - 1, Integer.toString(number));
        return run(new byte[0], environment(new ProcessBuilder(command)));
    }

    Outcome run(byte[] input, String... words) throws IOException, InterruptedException {
        return run(input, builder(List.of(words)));
    }

    private Outcome run(byte[] input, ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = home.resolveSibling("out-" + ++calls);
        Path err = home.resolveSibling("err-" + calls);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            // the process may refuse the rest of a long input: what it says then is what is looked at
        }
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + builder.command());
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /**
     * Starts a command whose output is read while it runs; it is killed when it takes too long, so that no reader waits
     * for ever. The shell script replaces itself by the program.
     */
    Process start(String... words) throws IOException {
        Process process = builder(List.of(words))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        process.getOutputStream().close();
        return process;
    }

    /** A message that asks for these to-dos in so many words that they decide who gets it. */
    static String listOf(List<String> titles) {
        return listOf("Add these tasks to my to-do list, high priority, due tomorrow:", titles);
    }

    /** A message that is for the same agent, but only its meaning leaves no doubt: the model is loaded for it. */
    static String doubtfulListOf(List<String> titles) {
        return listOf("Add to-dos:", titles);
    }

    private static String listOf(String asked, List<String> titles) {
        return titles.stream().map(title -> "- " + title).collect(Collectors.joining("\n", asked + "\n", "\n"));
    }

    private ProcessBuilder builder(List<String> words) {
        List<String> command = new ArrayList<>(before);
        command.add(PROGRAM.toString());
        command.addAll(words);
        if (!words.contains("--help") && !words.contains("--version")) {
            command.addAll(List.of("--data", data.toString()));
            // the phrase opens the data, no passphrase does; and what is erased is not opened
            if (!desktop && !words.contains("recover") && !words.contains("erase")) {
                command.addAll(List.of("--passphrase-file", passphrase.toString()));
            }
        }
        return environment(new ProcessBuilder(command));
    }

    /** Starts the window on the data folder; the script stays its parent. */
    Process startWindow() throws IOException {
        return environment(new ProcessBuilder(Window.PROGRAM.toString(), "--data", data.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder environment(ProcessBuilder builder) {
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("OFFICINA")
                        || (!desktop && (name.startsWith("XDG_") || name.startsWith("DBUS"))));
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "XDG_CACHE_HOME", cache.toString(),
                        "JAVA_HOME", System.getProperty("java.home")));
        temp.ifPresent(folder -> builder.environment().put("OFFICINA_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder));
        return builder;
    }

    private static Path learnt(Path cache) {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        PROGRAM.resolveSibling("settings").resolve("learn.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("XDG_CACHE_HOME", cache.toString(), "JAVA_HOME", System.getProperty("java.home")));
        try {
            Process process = builder.start();
            if (!process.waitFor(LEARNING_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still learning after " + LEARNING_LIMIT_SECONDS + " s");
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
