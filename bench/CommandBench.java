// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Commands as whole processes, from their start to their end, in turns, so that all suffer the same noise. The data
 * folder holds a hundred to-dos and is kept open by {@code officina serve}. Run with bench/command [rounds].
 */
final class CommandBench {

    private final Path home;
    private final Path officina;
    private final Path platform;

    private CommandBench(Path root, Path home) {
        this.home = home;
        Path product = root.resolve("releng/officina.headless.product/target/products/officina.headless.product")
                .resolve("linux/gtk/x86_64/officina");
        officina = product.resolve("officina");
        platform = product.resolve("settings/platform.sh");
    }

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("command-bench");
        try {
            new CommandBench(Path.of(args[0]), home).run(Integer.parseInt(args[1]));
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void run(int rounds) throws Exception {
        Path passphrase = Files.writeString(home.resolve("passphrase"), "correct horse\n");
        List<String> options = List.of("--data", home.resolve("data").toString());
        List<String> open = with(options, "--passphrase-file", passphrase.toString());
        Path database = home.resolve("todos.sqlite");
        once(List.of("sqlite3", database.toString(), "create table todo(title); insert into todo values('a to-do')"));
        once(with(command(officina, open, "chat", "--mode", "direct"), hundred()));
        Process serve = start(command(officina, open, "serve"));
        try {
            serve.inputReader().readLine();
            once(command(officina, options, "todo", "list"));
            awaitKept();
            Map<String, List<String>> rows = new LinkedHashMap<>();
            rows.put("`sqlite3 FILE 'select * from todo'`", List.of("sqlite3", database.toString(), "select * from todo"));
            rows.put("`node -e 0`", List.of("node", "-e", "0"));
            rows.put("Java that says hello, with a cache of its own", hello());
            rows.put("`officina todo list`, attached", command(officina, options, "todo", "list"));
            rows.put("`officina todo add`, attached", command(officina, options, "todo", "add", "one more"));
            rows.put("`officina help`", List.of(officina.toString(), "help"));
            rows.put("the same `todo list`, attached from the platform", command(platform, options, "todo", "list"));
            measure(rows, rounds);
        } finally {
            serve.destroy();
            serve.waitFor();
        }
    }

    /** What no program of this Java is faster than, with the options of the command. */
    private List<String> hello() throws IOException, InterruptedException {
        Path source = Files.writeString(
                home.resolve("Hello.java"),
                "final class Hello { public static void main(String[] words) { System.out.println(\"hello\"); } }");
        String bin = Path.of(System.getProperty("java.home"), "bin").toString();
        Path classes = home.resolve("hello");
        Path jar = home.resolve("hello.jar");
        Path cache = home.resolve("hello.aot");
        once(List.of(bin + "/javac", "-d", classes.toString(), source.toString()));
        once(List.of(bin + "/jar", "--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        String options = "@" + platform.resolveSibling("attached.options");
        once(List.of(bin + "/java", options, "-XX:AOTCacheOutput=" + cache, "-cp", jar.toString(), "Hello"));
        return List.of(bin + "/java", options, "-XX:AOTCache=" + cache, "-cp", jar.toString(), "Hello");
    }

    private void measure(Map<String, List<String>> rows, int rounds) throws Exception {
        Map<String, double[]> millis = new LinkedHashMap<>();
        Map<String, double[]> processor = new LinkedHashMap<>();
        for (String name : rows.keySet()) {
            millis.put(name, new double[rounds]);
            processor.put(name, new double[rounds]);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> row : rows.entrySet()) {
                long started = System.nanoTime();
                once(row.getValue());
                millis.get(row.getKey())[round] = (System.nanoTime() - started) / 1e6;
                processor.get(row.getKey())[round] = processor(row.getValue());
            }
        }
        double node = median(millis.get("`node -e 0`"));
        System.out.println("| whole process | median ms | best ms | worst ms | to `node -e 0` | processor ms |");
        System.out.println("|---|---|---|---|---|---|");
        millis.forEach((name, each) -> System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %.1f | %.0f |%n",
                name,
                median(each),
                each[0],
                each[rounds - 1],
                median(each) / node,
                median(processor.get(name))));
    }

    /** Milliseconds of processor time of one more run, with all that the command starts and waits for. */
    private double processor(List<String> command) throws IOException, InterruptedException {
        List<String> timed =
                with(List.of("bash", "-c", "TIMEFORMAT='%3U %3S'; time \"$@\" >/dev/null 2>&1", "bash"), command);
        Process process = builder(timed).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String[] seconds = process.inputReader().readLine().split(" ");
        require(process, timed);
        return 1_000 * (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The second and later commands have what was learnt beside the first. */
    private void awaitKept() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
        while (System.nanoTime() < end) {
            try (Stream<Path> files = Files.walk(home.resolve("cache"))) {
                if (files.anyMatch(file -> file.toString().endsWith(".aot"))) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("nothing was learnt beside the first command");
    }

    private static String hundred() {
        StringBuilder text = new StringBuilder("Add to-dos:\n");
        for (int i = 0; i < 100; i++) {
            text.append("- number ").append(i).append('\n');
        }
        return text.toString();
    }

    private static List<String> command(Path program, List<String> options, String... words) {
        List<String> all = new ArrayList<>();
        if (program.toString().endsWith(".sh")) {
            all.add("/bin/sh");
        }
        all.add(program.toString());
        all.addAll(List.of(words));
        all.addAll(options);
        return all;
    }

    private static List<String> with(List<String> some, String... more) {
        return with(some, List.of(more));
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Process start(List<String> command) throws IOException {
        return builder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("HOME", home.toString(), "XDG_CACHE_HOME", home.resolve("cache").toString()));
        return builder;
    }

    private void once(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        require(process, command);
    }

    private static void require(Process process, List<String> command) throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + ": " + command);
        }
    }
}
