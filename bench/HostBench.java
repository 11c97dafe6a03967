// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.id.RecordId;
import officina.api.language.Entities;
import officina.api.language.LanguageContext;
import officina.api.record.UserProfile;
import officina.base.Threads;
import officina.host.HostCommand;
import officina.host.pool.HostLimits;
import officina.host.pool.HostPool;
import officina.host.pool.HostRuntime;
import officina.host.pool.HostedBundle;
import officina.host.pool.PluginHost;
import officina.protocol.exchange.Exchange;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxReport;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.LocalSandboxFactory;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryRecordAccess;
import officina.testkit.plugin.HostParts;
import officina.testkit.plugin.SampleJar;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;

/**
 * Plug-in hosts beside a Java that says hello and a worker of Node, all in turns: how long until a new process answers, how
 * long a call of one that is there takes beside an echo of as many bytes, what one takes that waits, and what is left after
 * many starts and kills. Run with bench/host [rounds] [starts and kills].
 */
final class HostBench {

    private static final int CALLS = 2_000;
    private static final int WARM_UP = 2_000;
    private static final int IDLE_SECONDS = 5;
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(5);

    /** A request of the exchange with what is answered to it, about. */
    private static final int SHORT = 100;

    private static final int LONG = 3_000;

    private static final String ECHO = "process.stdin.on('data', piece => process.stdout.write(piece))";

    private final Path home;
    private final Path parts;
    private final Path jar;
    private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final boolean node = canRun("node", "--version");

    /** Something that is started anew each time, and answers. */
    private interface Contender {
        /** Starts it; returns when it has answered. */
        Answered start() throws Exception;
    }

    /** A process that has answered. */
    private record Answered(long process, AutoCloseable end) {}

    private HostBench(Path home) throws IOException {
        this.home = home;
        parts = Files.createDirectory(home.resolve("parts"));
        jar = new SampleJar().in(home);
    }

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory(Path.of("/tmp"), "host-bench");
        try {
            // whoever a plug-in runs as has to come here
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            new HostBench(home).run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void run(int rounds, int cycles) throws Exception {
        HostRuntime plain = runtime(null);
        HostRuntime learning = runtime(home.resolve("learnt"));
        Map<String, HostPool> pools = new LinkedHashMap<>();
        pools.put("host, no sandbox, nothing learnt", pool(new Open(), plain));
        pools.put("host, no sandbox", pool(new Open(), learning));
        SandboxFactory.Tried best = new LocalSandboxFactory().open();
        pools.put("host, " + name(best), pool(() -> best, learning));
        if (best.sandbox().level() == SandboxLevel.BUBBLEWRAP) {
            SandboxFactory.Tried other = new LocalSandboxFactory(Optional.empty(), true).open();
            if (other.sandbox().level() == SandboxLevel.LOCKDOWN) {
                pools.put("host, " + name(other), pool(() -> other, learning));
            }
        }
        try {
            Map<String, PluginHost> hosts = new LinkedHashMap<>();
            pools.forEach((name, pool) -> hosts.put(name, pool.host(bundle())));
            awaitLearnt(hosts.get("host, no sandbox"), home.resolve("learnt"));
            Map<String, Contender> contenders = new LinkedHashMap<>();
            List<String> hello = hello();
            contenders.put("Java that says hello (floor)", () -> answered(hello));
            if (node) {
                contenders.put("worker of Node, echo", () -> answered(List.of("node", "-e", ECHO)));
            }
            hosts.forEach((name, host) -> contenders.put(name, () -> {
                host.services();
                return new Answered(host.processId(), host::stop);
            }));
            cold(contenders, rounds);
            calls(hosts, rounds);
            idle(contenders);
            pools.forEach((name, pool) -> {
                if (name.startsWith("host, no")) {
                    pool.close();
                }
            });
            cycles("host, " + name(best), hosts.get("host, " + name(best)), cycles);
        } finally {
            pools.values().forEach(HostPool::close);
        }
    }

    private static String name(SandboxFactory.Tried tried) {
        return tried.sandbox().level().toString().toLowerCase(Locale.ROOT);
    }

    /** Of copies, to which whoever a plug-in runs as comes. */
    private HostRuntime runtime(Path learnt) throws Exception {
        List<Path> classPath = new ArrayList<>();
        for (Class<?> each : List.of(
                HostCommand.class,
                Exchange.class,
                Failure.class,
                Threads.class,
                JsonFactory.class,
                Logger.class,
                Bundle.class)) {
            Path place = Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI());
            classPath.add(packed(place, "part-" + classPath.size()));
        }
        List<Path> extenders = new ArrayList<>();
        for (Path each : HostParts.extenders()) {
            extenders.add(packed(each, "extender-" + extenders.size()));
        }
        return new HostRuntime(
                Path.of(java), classPath, HostParts.packages(), HostParts.capabilities(), extenders, learnt);
    }

    /** As a jar, as it is in the product: nothing is learnt of classes in folders. */
    private Path packed(Path place, String name) throws Exception {
        Path made = parts.resolve(name + ".jar");
        if (Files.notExists(made)) {
            if (Files.isDirectory(place)) {
                String tool = Path.of(System.getProperty("java.home"), "bin", "jar").toString();
                once(List.of(tool, "--create", "--file", made.toString(), "-C", place.toString(), "."));
            } else {
                Files.copy(place, made);
                unsign(made);
            }
        }
        return made;
    }

    /** As the product does: Java keeps no class of a signed jar. */
    private static void unsign(Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar);
                Stream<Path> entries = Files.list(content.getPath("/META-INF"))) {
            for (Path each : entries.filter(one -> one.toString().matches(".*\\.(SF|RSA|DSA|EC)")).toList()) {
                Files.delete(each);
            }
        }
    }

    private HostPool pool(SandboxFactory sandboxes, HostRuntime runtime) {
        Duration idle = Duration.ofHours(1);
        HostLimits usual = HostLimits.USUAL;
        return new HostPool(
                sandboxes,
                () -> runtime,
                new HostLimits(
                        usual.calls(),
                        usual.start(),
                        usual.call(),
                        usual.grace(),
                        idle,
                        usual.longestPause(),
                        usual.sandbox()),
                Clock.systemUTC());
    }

    private HostedBundle bundle() {
        return new HostedBundle("sample", jar, List::of, List.of(), _ -> {
            throw new UnsupportedOperationException("nobody connects here");
        });
    }

    private static void awaitLearnt(PluginHost host, Path learnt) throws Exception {
        host.services();
        long end = System.nanoTime() + LIMIT_NANOS;
        while (Files.notExists(learnt)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing was learnt");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Files.setPosixFilePermissions(learnt, PosixFilePermissions.fromString("rw-r--r--"));
        host.stop();
    }

    /** Says hello and stays, as a host does. */
    private List<String> hello() throws Exception {
        Path source = Files.writeString(home.resolve("Hello.java"), """
                final class Hello {
                    public static void main(String[] words) throws java.io.IOException {
                        System.out.println("hello");
                        System.in.transferTo(System.out);
                    }
                }
                """);
        Path classes = home.resolve("hello");
        String bin = Path.of(System.getProperty("java.home"), "bin").toString();
        once(List.of(bin + "/javac", "-d", classes.toString(), source.toString()));
        Path made = home.resolve("hello.jar");
        once(List.of(bin + "/jar", "--create", "--file", made.toString(), "-C", classes.toString(), "."));
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-cp",
                made.toString(),
                "Hello");
    }

    private static Answered answered(List<String> command) throws IOException {
        Process process = start(command);
        process.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        if (process.getInputStream().read() != 'h') {
            throw new IllegalStateException("it does not answer: " + command);
        }
        return new Answered(process.pid(), () -> process.destroyForcibly().waitFor());
    }

    private void cold(Map<String, Contender> contenders, int rounds) throws Exception {
        Map<String, double[]> millis = rows(contenders, rounds);
        Map<String, double[]> processor = rows(contenders, rounds);
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Contender> each : contenders.entrySet()) {
                long started = System.nanoTime();
                Answered answered = each.getValue().start();
                double took = (System.nanoTime() - started) / 1e6;
                double used = processor(answered.process());
                answered.end().close();
                if (round >= 0) {
                    millis.get(each.getKey())[round] = took;
                    processor.get(each.getKey())[round] = used;
                }
            }
        }
        double floor = median(millis.get("Java that says hello (floor)"));
        double floorUsed = median(processor.get("Java that says hello (floor)"));
        System.out.println("| until a new process answers | ms, median | best | worst | to the floor | processor ms | to the floor |");
        System.out.println("|---|---|---|---|---|---|---|");
        millis.forEach((name, each) -> System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %.1f | %.0f | %.1f |%n",
                name,
                median(each),
                each[0],
                each[each.length - 1],
                median(each) / floor,
                median(processor.get(name)),
                median(processor.get(name)) / floorUsed));
        System.out.println();
    }

    /** A call of a process that is there: of the host itself, and of the agent in it with a text of 1,000 letters. */
    private void calls(Map<String, PluginHost> hosts, int rounds) throws Exception {
        Map<String, double[]> micros = new LinkedHashMap<>();
        Map<String, double[]> worst = new LinkedHashMap<>();
        try (Echo cat = new Echo(List.of("cat"));
                Echo worker = node ? new Echo(List.of("node", "-e", ECHO)) : null) {
            Map<String, Call> all = new LinkedHashMap<>();
            all.put("echo by cat, " + SHORT + " bytes (floor)", () -> cat.echo(SHORT));
            all.put("echo by cat, " + LONG + " bytes (floor of agents)", () -> cat.echo(LONG));
            if (worker != null) {
                all.put("echo by Node, " + SHORT + " bytes", () -> worker.echo(SHORT));
                all.put("echo by Node, " + LONG + " bytes", () -> worker.echo(LONG));
            }
            ChatRequest request = request("say " + "x".repeat(1_000));
            hosts.forEach((name, host) -> {
                all.put(name, host::services);
                all.put(name + ", its agent", () -> host.agent("agent.sample").handle(request, context()));
            });
            for (Map.Entry<String, Call> each : all.entrySet()) {
                repeat(each.getValue(), WARM_UP);
            }
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Call> each : all.entrySet()) {
                    double[] times = repeat(each.getValue(), CALLS);
                    micros.computeIfAbsent(each.getKey(), _ -> new double[rounds])[round] = times[times.length / 2];
                    worst.computeIfAbsent(each.getKey(), _ -> new double[rounds])[round] = times[times.length * 99 / 100];
                }
            }
        }
        System.out.println("| a call of a process that is there | us, median | p99 | to the floor |");
        System.out.println("|---|---|---|---|");
        double floor = median(micros.get("echo by cat, " + SHORT + " bytes (floor)"));
        double floorOfAgents = median(micros.get("echo by cat, " + LONG + " bytes (floor of agents)"));
        micros.forEach((name, each) -> System.out.printf(
                "| %s | %.0f | %.0f | %.1f |%n",
                name,
                median(each),
                median(worst.get(name)),
                median(each) / (name.contains("agent") || name.contains("" + LONG) ? floorOfAgents : floor)));
        System.out.println();
        hosts.values().forEach(PluginHost::stop);
    }

    /** Something that is done again and again. */
    private interface Call {
        Object make() throws Exception;
    }

    private static double[] repeat(Call call, int times) throws Exception {
        double[] micros = new double[times];
        for (int i = 0; i < times; i++) {
            long started = System.nanoTime();
            call.make();
            micros[i] = (System.nanoTime() - started) / 1e3;
        }
        Arrays.sort(micros);
        return micros;
    }

    /** A process that gives back what it gets. */
    private static final class Echo implements AutoCloseable {

        private final Process process;
        private final OutputStream out;
        private final InputStream in;

        Echo(List<String> command) throws IOException {
            process = start(command);
            out = process.getOutputStream();
            in = process.getInputStream();
        }

        Object echo(int bytes) throws IOException {
            out.write(new byte[bytes]);
            out.flush();
            return in.readNBytes(bytes);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    private static ChatRequest request(String words) {
        return new ChatRequest(
                Message.text(MessageRole.USER, words),
                new RecordId(new UUID(0, 1)),
                ExecutionMode.PLAN,
                null,
                new ChatContext(
                        new UserProfile("Ada", Locale.UK, ZoneId.of("UTC")), List.of(), List.of(), List.of()));
    }

    private static FakeAgentContext context() {
        return new FakeAgentContext(
                new RecordId(new UUID(0, 1)),
                new InMemoryRecordAccess(new FakeClock()),
                (text, _) -> new Entities(text, List.of()),
                new LanguageContext(Instant.EPOCH, ZoneId.of("UTC"), Locale.UK));
    }

    private static void idle(Map<String, Contender> contenders) throws Exception {
        System.out.println("| that waits | PSS, MB |");
        System.out.println("|---|---|");
        for (Map.Entry<String, Contender> each : contenders.entrySet()) {
            Answered answered = each.getValue().start();
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            System.out.printf("| %s | %.0f |%n", each.getKey(), share(answered.process()) / 1024.0);
            answered.end().close();
        }
        System.out.println();
    }

    /** Starts, waits for the answer and kills; then nothing may be there that was not before. */
    private static void cycles(String name, PluginHost host, int cycles) throws Exception {
        host.services();
        host.stop();
        String before = left();
        long started = System.nanoTime();
        for (int i = 0; i < cycles; i++) {
            host.services();
            host.stop();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!left().equals(before) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        System.out.printf("%s: %d starts and kills in %.0f s; before: %s; after: %s%n", name, cycles, seconds, before, left());
    }

    /** Processes below this one, zombies among them, files of plug-ins, and mounts. */
    private static String left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")));
                Stream<String> mounts = Files.lines(Path.of("/proc/self/mountinfo"))) {
            TreeSet<String> ours = new TreeSet<>();
            files.map(each -> each.getFileName().toString())
                    .filter(each -> each.startsWith("officina-"))
                    .forEach(ours::add);
            return children() + " processes, " + ours.size() + " files " + ours + ", " + mounts.count() + " mounts";
        }
    }

    private static long children() throws IOException {
        String parent = Long.toString(ProcessHandle.current().pid());
        long count = 0;
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path each : all.filter(one -> one.getFileName().toString().matches("[0-9]+")).toList()) {
                try {
                    String told = Files.readString(each.resolve("stat"));
                    String[] words = told.substring(told.lastIndexOf(')') + 2).split(" ");
                    count += words[1].equals(parent) ? 1 : 0;
                } catch (IOException gone) {
                    // it has ended meanwhile
                }
            }
        }
        return count;
    }

    private static Stream<ProcessHandle> family(long process) {
        return ProcessHandle.of(process).stream().flatMap(each -> Stream.concat(Stream.of(each), each.descendants()));
    }

    private static double processor(long process) {
        return family(process)
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .mapToDouble(each -> each.toNanos() / 1e6)
                .sum();
    }

    /** KB of memory, shared pages by their share. */
    private static long share(long process) {
        return family(process).mapToLong(each -> pss(each.pid())).sum();
    }

    private static long pss(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Map<String, double[]> rows(Map<String, Contender> contenders, int rounds) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        contenders.keySet().forEach(each -> rows.put(each, new double[rounds]));
        return rows;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static boolean canRun(String... command) {
        try {
            once(List.of(command));
            return true;
        } catch (IOException | InterruptedException | IllegalStateException e) {
            return false;
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void once(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("it failed: " + command);
        }
    }

    /** Keeps nothing in. */
    private static final class Open implements SandboxFactory, Sandbox {

        @Override
        public Tried open() {
            return new Tried(this, new SandboxReport(SandboxLevel.NONE, List.of(), List.of()));
        }

        @Override
        public SandboxLevel level() {
            return SandboxLevel.NONE;
        }

        @Override
        public Process start(List<String> command, SandboxRules rules) {
            try {
                ProcessBuilder builder = new ProcessBuilder(command).directory(rules.folders().work().toFile());
                builder.environment().clear();
                return builder.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            // who started them ends them
        }
    }
}
