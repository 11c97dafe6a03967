// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.CallId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.record.UserProfile;
import officina.core.plugin.PluginRegistry;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.SessionState;
import officina.engine.Engine;
import officina.engine.EngineOptions;
import officina.engine.LogFiles;
import officina.engine.internal.LocalEngineFactory;
import officina.engine.remote.RemoteEngine;
import officina.engine.socket.internal.SocketPort;
import officina.journal.file.internal.FileJournalFactory;
import officina.language.WordEntityExtractor;
import officina.orchestrator.Orchestrator;
import officina.sandbox.SandboxFactory;
import officina.store.ForeignDatabases;
import officina.store.internal.H2StoreFactory;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.internal.FileVaultFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * From the call to the state of a session of 100,000 events: 2,000 turns of 50 events, the newest 1,500 of which lie
 * behind the snapshot. Each round starts fresh processes, so that nothing is compiled or cached; what is asked again is
 * asked in the same process. Run with bench/session [folder] [rounds].
 */
final class SessionBench {

    private static final int TURNS = 2_000;
    private static final int EACH = 50;
    private static final int BEHIND = 30;
    private static final int AGAIN = 5;
    private static final SessionId SESSION = new SessionId(new UUID(3, 3));
    private static final String TEXT = "The quick brown fox jumps over the lazy dog. ";
    private static final PassphraseSource PASSPHRASE = _ -> "correct horse battery".toCharArray();

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Milliseconds, and those of processor time of the process that asked. */
    private record Taken(double millis, double busy) {}

    private final Path data;
    private final Map<String, List<Taken>> taken = new LinkedHashMap<>();

    private SessionBench(Path data) {
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "floor" -> floor(Path.of(args[1]));
            case "here" -> here(Path.of(args[1]));
            case "serve" -> serve(Path.of(args[1]));
            case "attached" -> attached(Path.of(args[1]));
            default -> measure(Path.of(args[0]), Integer.parseInt(args[1]));
        }
    }

    private static void measure(Path disk, int rounds) throws Exception {
        System.setProperty("officina.keyring", "none");
        Path data = Files.createTempDirectory(disk.toAbsolutePath(), "session-bench");
        try {
            SessionBench bench = new SessionBench(data);
            write(data);
            for (int round = 0; round < rounds; round++) {
                bench.child("floor");
                bench.child("here");
                Process serving = bench.start("serve");
                try (BufferedReader said = serving.inputReader()) {
                    if (said.readLine() == null) {
                        throw new IOException("the engine did not open");
                    }
                    bench.child("attached");
                    bench.child("attached", " of a warm engine");
                    serving.getOutputStream().close();
                    serving.waitFor();
                }
            }
            bench.print();
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void print() {
        System.out.println("| " + TURNS * EACH + " events | ms, median | best | worst | processor ms |");
        System.out.println("|---|---|---|---|---|");
        taken.forEach((name, all) -> {
            List<Double> sorted = all.stream().map(Taken::millis).sorted().toList();
            List<Double> busy = all.stream().map(Taken::busy).sorted().toList();
            System.out.printf(
                    "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                    name,
                    sorted.get(sorted.size() / 2),
                    sorted.getFirst(),
                    sorted.getLast(),
                    busy.get(busy.size() / 2));
        });
    }

    private Process start(String what) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-Dofficina.keyring=none",
                        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "SessionBench",
                        what,
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void child(String what) throws Exception {
        child(what, "");
    }

    /** What it prints is a name and a time on each line. */
    private void child(String what, String more) throws Exception {
        Process process = start(what);
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] parts = line.split("\t");
                taken.computeIfAbsent(parts[0] + more, _ -> new ArrayList<>()).add(new Taken(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(what + " failed");
        }
    }

    /** The moment before what is measured. */
    private record Start(long time, long busy) {

        static Start now() {
            return new Start(System.nanoTime(), SYSTEM.getProcessCpuTime());
        }

        void line(String name) {
            long end = System.nanoTime();
            System.out.println(name + "\t" + (end - time) / 1e6 + "\t" + (SYSTEM.getProcessCpuTime() - busy) / 1e6);
        }
    }

    /** Reads and decrypts as many bytes as a snapshot and the events after it have, and does nothing with them. */
    private static void floor(Path data) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        byte[] plain = Files.readAllBytes(bytesToRead(data));
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, new byte[12]));
        Path sealed = data.resolve("floor");
        Files.write(sealed, cipher.doFinal(plain));
        for (int i = 0; i <= AGAIN; i++) {
            Start start = Start.now();
            byte[] read = Files.readAllBytes(sealed);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, new byte[12]));
            byte[] opened = cipher.doFinal(read);
            if (opened.length != plain.length) {
                throw new IOException("too short");
            }
            if (i == 0 || i == AGAIN) {
                start.line("floor: read and decrypt as many bytes" + (i == 0 ? "" : ", again"));
            }
        }
        Files.delete(sealed);
    }

    private static Path bytesToRead(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(SESSION + ".snapshot")).findFirst().orElseThrow();
        }
    }

    /** An engine of this process, newly opened each time; then once more from memory. */
    private static void here(Path data) {
        for (int i = 0; i <= AGAIN; i++) {
            try (Engine engine = open(data)) {
                Start start = Start.now();
                require(engine.sessions().state(SESSION));
                if (i == 0) {
                    start.line("in process, nothing compiled");
                } else if (i == AGAIN) {
                    start.line("in process, engine newly opened");
                    start = Start.now();
                    require(engine.sessions().state(SESSION));
                    start.line("in process, again");
                }
            }
        }
    }

    private static void serve(Path data) throws IOException {
        try (Engine _ = open(data)) {
            System.out.println("ready");
            // until the other end closes
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void attached(Path data) {
        try (RemoteEngine engine = RemoteEngine.attach(data, "bench")) {
            engine.projects().list();
            for (int i = 0; i <= AGAIN; i++) {
                Start start = Start.now();
                require(engine.sessions().state(SESSION));
                if (i == 0 || i == AGAIN) {
                    start.line(i == 0 ? "attached, new client" : "attached, client asks again");
                }
            }
        }
    }

    private static void require(SessionState state) {
        if (state.lastSeq() != (long) TURNS * EACH || state.runs().size() != TURNS) {
            throw new IllegalStateException("not the session: " + state);
        }
    }

    private static Engine open(Path data) {
        return new LocalEngineFactory(
                        new FileVaultFactory(),
                        new FileJournalFactory(),
                        new H2StoreFactory(),
                        nothing(PluginRegistry.class),
                        new WordEntityExtractor(),
                        nothing(Orchestrator.class),
                        nothing(ForeignDatabases.class),
                        nothing(ComponentServiceObjects.class),
                        nothing(ComponentServiceObjects.class),
                        nothing(ComponentServiceObjects.class),
                        nothing(ComponentServiceObjects.class),
                        nothing(LogFiles.class),
                        new SocketPort(context()),
                        nothing(SandboxFactory.class),
                        nothing(ComponentServiceObjects.class),
                        nothing(ComponentServiceObjects.class),
                        context())
                .open(new EngineOptions(data, PASSPHRASE, Clock.systemUTC(), Locale.UK, ZoneId.of("UTC")));
    }

    /** What this measurement never asks for anything. */
    private static <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> method.getReturnType() == List.class
                        ? List.of()
                        : method.getReturnType().isInterface() ? nothing(method.getReturnType()) : null));
    }

    private static BundleContext context() {
        Bundle bundle = (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (_, _, _) -> new Version(1, 0, 0));
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (_, _, _) -> bundle);
    }

    /** A data folder with the session; its snapshot is made before the last turns. */
    private static void write(Path data) {
        open(data).close();
        append(data, 0, TURNS - BEHIND);
        try (Engine engine = open(data)) {
            engine.sessions().state(SESSION);
        }
        append(data, TURNS - BEHIND, TURNS);
        open(data).close();
    }

    private static void append(Path data, int from, int to) {
        try (Vault vault = new FileVaultFactory().open(data, PASSPHRASE);
                Journal journal = new FileJournalFactory()
                        .open(data.resolve("journal"), vault.key("journal"), InstantSource.system())) {
            for (int i = from; i < to; i++) {
                RunId run = new RunId(new UUID(4, i));
                journal.append(turn(i).stream()
                        .map(event -> new Draft(SESSION, run, Origin.USER, event))
                        .toList());
            }
        }
    }

    private static List<RunEvent> turn(int number) {
        ChatRequest request = new ChatRequest(
                Message.text(MessageRole.USER, number + ": " + TEXT.repeat(3)),
                new RecordId(new UUID(2, 2)),
                ExecutionMode.DIRECT,
                null,
                new ChatContext(new UserProfile("", Locale.UK, ZoneId.of("UTC")), List.of(), List.of(), List.of()));
        CallId call = new CallId(new UUID(5, number));
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.RunStarted(RunKind.TURN, "Turn " + number, null, request));
        events.add(new RunEvent.ToolAsked(call, ToolId.parse("agent.task:list_tasks"), JsonObject.EMPTY.with("text", TEXT)));
        events.add(new RunEvent.ToolStarted(call));
        events.add(new RunEvent.ToolFinished(
                call, true, List.of(new ContentPart.Text(TEXT.repeat(5))), JsonObject.EMPTY.with("count", 5), null));
        while (events.size() < EACH - 1) {
            events.add(new RunEvent.TextDelta(0, TEXT));
        }
        events.add(new RunEvent.RunFinished(true, "Done"));
        return events;
    }
}
