// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.escape;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.base.Closeables;
import officina.base.Threads;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.net.HostNames;
import officina.core.run.RunState;
import officina.engine.Engine;
import officina.engine.EngineOptions;
import officina.engine.InstallConsent;
import officina.engine.TurnRequest;
import officina.engine.internal.LocalEngine;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.survival.RealParts;
import officina.host.HostCommand;
import officina.host.pool.HostRuntime;
import officina.net.okhttp.internal.OkHttpTransport;
import officina.orchestrator.Orchestrator;
import officina.orchestrator.OrchestratorStatus;
import officina.orchestrator.RunContext;
import officina.protocol.exchange.Exchange;
import officina.sandbox.SandboxFactory;
import officina.testkit.plugin.HostParts;
import officina.testkit.plugin.SampleJar;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;

/**
 * The real engine with its real journal and store, and {@link Intruder} in a real process in a real sandbox: each turn is
 * an order to it.
 */
final class IntrudedEngine implements AutoCloseable {

    static final PluginId INTRUDER = new PluginId("agent.sample");
    static final PluginId NEIGHBOUR = new PluginId("agent.other");

    private final Closeables owned = new Closeables();
    private final Strangers strangers = new Strangers();
    private final Path folder;
    private final Engine engine;

    /** What was installed, with the agents in it. */
    private static final class Strangers extends NoPlugins {

        private final List<Seat> seats = new CopyOnWriteArrayList<>();

        private final class Seat implements Place {

            private volatile OutsideBundle now;

            Seat(OutsideBundle now) {
                this.now = now;
            }

            @Override
            public void become(OutsideBundle bundle) {
                now = bundle;
            }

            @Override
            public void close() {
                seats.remove(this);
            }
        }

        @Override
        public Place add(OutsideBundle bundle) {
            Seat made = new Seat(bundle);
            seats.add(made);
            return made;
        }

        @Override
        public List<PluginInfo> declared() {
            return seats.stream()
                    .flatMap(each -> each.now.manifest().plugins().stream())
                    .map(PluginManifest.Declared::info)
                    .toList();
        }

        @Nullable
        ChatAgent find(PluginId plugin) {
            return seats.stream()
                    .flatMap(each -> each.now.agents().stream())
                    .filter(each -> plugin.value().equals(each.plugin()))
                    .map(OutsideBundle.OutsideAgent::agent)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Hands on what was said, and what is answered. */
    private final class Ordering implements Orchestrator {

        @Override
        public OrchestratorStatus status() {
            return new OrchestratorStatus("local", "this machine", "no model", true);
        }

        @Override
        public void advance(RunState state, RunContext context) throws InterruptedException {
            boolean other = context.request().message().plainText().startsWith(Intruder.TO_THE_OTHER);
            PluginId asked = other ? NEIGHBOUR : INTRUDER;
            AgentReply reply = Objects.requireNonNull(strangers.find(asked))
                    .handle(context.request(), context.agent(asked, List.of()));
            context.emit(List.of(
                    new RunEvent.PartWritten(0, reply.response().getFirst()), new RunEvent.RunFinished(true, "done")));
        }
    }

    IntrudedEngine(SandboxFactory sandboxes, HostNames names) throws IOException {
        // whoever the intruder runs as has to come to what it is made of
        folder = Files.createTempDirectory(Path.of("/tmp"), "intruder");
        owned.own(() -> delete(folder));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path parts = Files.createDirectory(folder.resolve("parts"));
        List<Path> classPath = new ArrayList<>();
        for (Class<?> each : List.of(
                HostCommand.class,
                Exchange.class,
                Failure.class,
                Threads.class,
                JsonFactory.class,
                Logger.class,
                Bundle.class)) {
            classPath.add(copied(place(each), parts.resolve("part-" + classPath.size() + ".jar")));
        }
        List<Path> extenders = new ArrayList<>();
        for (Path each : HostParts.extenders()) {
            extenders.add(copied(each, parts.resolve("extender-" + extenders.size() + ".jar")));
        }
        HostRuntime runtime = new HostRuntime(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath,
                HostParts.packages(),
                HostParts.capabilities(),
                extenders,
                null);
        Path data = folder.resolve("data");
        OkHttpTransport transport = owned.own(new OkHttpTransport());
        engine = owned.own(LocalEngine.open(
                RealParts.parts(strangers, new Ordering(), sandboxes, () -> runtime, () -> transport, names),
                new EngineOptions(
                        data,
                        _ -> "passphrase".toCharArray(),
                        InstantSource.system(),
                        Locale.UK,
                        ZoneId.of("Europe/Rome"))));
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    Engine engine() {
        return engine;
    }

    /** Its data, which nobody is shown. */
    Path data() {
        return folder.resolve("data");
    }

    /** Where else something may lie; everybody may come here. */
    Path folder() {
        return folder;
    }

    /** Installs it, and allows it that. */
    void install(SampleJar jar, PluginId plugin, Permission... allowed) throws IOException {
        engine.plugins().install(jar.in(folder), null, Set.of(InstallConsent.UNSIGNED));
        for (Permission each : allowed) {
            engine.plugins().grant(plugin, each, GrantScope.ALWAYS, null);
        }
        while (strangers.find(plugin) == null) {
            Thread.onSpinWait();
        }
    }

    /** What it is told, and how that ends. */
    RunState order(String words) throws InterruptedException {
        return engine.runs()
                .await(engine.runs()
                        .start(new TurnRequest(
                                null, null, ExecutionMode.DIRECT, null, Message.text(MessageRole.USER, words)))
                        .run());
    }

    /** The same, in its words; a failure by its code. */
    String told(String words) throws InterruptedException {
        RunState run = order(words);
        Failure failure = run.outcome().failure();
        if (failure != null) {
            return "held " + failure.code();
        }
        return run.parts().getFirst() instanceof ContentPart.Text(String text) ? text : "no text";
    }

    @Override
    public void close() {
        owned.close();
    }
}
