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
        once(with(command(officina, open, "chat"), hundred()));
        Process serve = start(command(officina, open, "serve"));
        try {
            serve.inputReader().readLine();
            once(command(officina, options, "todo", "list"));
            awaitKept();
            Map<String, List<String>> rows = new LinkedHashMap<>();
            rows.put("`sqlite3 FILE 'select * from todo'`", List.of("sqlite3", database.toString(), "select * from todo"));
            rows.put("`node -e 0`", List.of("node", "-e", "0"));
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

    private void measure(Map<String, List<String>> rows, int rounds) throws Exception {
        Map<String, double[]> millis = new LinkedHashMap<>();
        rows.keySet().forEach(name -> millis.put(name, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> row : rows.entrySet()) {
                long started = System.nanoTime();
                once(row.getValue());
                millis.get(row.getKey())[round] = (System.nanoTime() - started) / 1e6;
            }
        }
        double node = median(millis.get("`node -e 0`"));
        System.out.println("| whole process | median ms | best ms | worst ms | to `node -e 0` |");
        System.out.println("|---|---|---|---|---|");
        millis.forEach((name, each) -> System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %.1f |%n", name, median(each), each[0], each[rounds - 1], median(each) / node));
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
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("HOME", home.toString(), "XDG_CACHE_HOME", home.resolve("cache").toString()));
        return builder.start();
    }

    private void once(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        int code = process.waitFor();
        // a plan that waits for a decision is fine
        if (code != 0 && code != 3) {
            throw new IllegalStateException("exit code " + code + ": " + command);
        }
    }
}
