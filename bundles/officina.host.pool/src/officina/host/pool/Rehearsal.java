// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import officina.api.agent.AgentContext;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.id.RecordId;
import officina.api.language.LanguageContext;
import officina.api.record.UserProfile;
import officina.base.Closeables;
import officina.host.HostedPlugin;
import officina.host.RehearsalBundle;
import officina.protocol.exchange.Contracts;
import officina.protocol.exchange.Exchange;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.StreamChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a host with a plug-in of our own once for each build and Java, from which the virtual machine makes what lets
 * later hosts start in a fraction of the time (JEP 483, 514, 515). No code of others is in it, so that it needs no sandbox,
 * which would not let it write. It takes a few seconds of the processor, at the lowest priority.
 */
final class Rehearsal implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

    private static final int ROUNDS = 20;
    private static final long LIMIT_SECONDS = 300;
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final HostRuntime runtime;
    private final Contracts contracts;
    private final Closeables owned = new Closeables();

    Rehearsal(HostRuntime runtime, Contracts contracts) {
        this.runtime = runtime;
        this.contracts = contracts;
    }

    /** Learns, and keeps that where the next host finds it. Takes seconds; what goes wrong leaves everything as it was. */
    void run(Path learnt) {
        try (owned) {
            Path home = Files.createDirectories(learnt.toAbsolutePath().getParent());
            Path own = Files.createTempDirectory(home, "rehearsal-");
            owned.own(() -> WorkFolders.remove(own));
            Path made = own.resolve("learnt");
            perform(own, made);
            // two engines may learn at the same time: the one is as good as the other
            Files.move(made, learnt, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            log.info("plug-ins start no faster the next time: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Path own, Path made) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            line.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        line.addAll(runtime.rehearsal(RehearsalBundle.in(own), own, made));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(own.toFile()).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        StreamChannel pipes = new StreamChannel(process.getInputStream(), process.getOutputStream());
        Failure lost = PoolFailures.ended(own.toString());
        RpcConnection connection = new RpcConnection(pipes, "rehearsal", lost);
        Exchange exchange = owned.own(new Exchange(connection, contracts, "rehearsal-call", lost));
        // before the pipes are closed: who reads from one wakes only when the other end is gone
        owned.own(() -> process.destroyForcibly().waitFor());
        exchange.start(() -> {});
        HostedPlugin plugin = exchange.borrow(HostedPlugin.class);
        plugin.start();
        AgentContext context = context();
        for (int round = 0; round < ROUNDS; round++) {
            plugin.agent(0).handle(request(), context);
        }
        // by that it knows that it is over, and makes of what it has learnt what is kept
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the rehearsal took too long");
        }
    }

    private static ChatRequest request() {
        return new ChatRequest(
                Message.text(MessageRole.USER, "Remember the milk."),
                new RecordId(new UUID(0, 1)),
                ExecutionMode.PLAN,
                null,
                new ChatContext(new UserProfile("", Locale.ROOT, ZoneOffset.UTC), List.of(), List.of(), List.of()));
    }

    /** With as many handles as the rehearsing agent asks for. */
    private static AgentContext context() {
        InvocationHandler handles = (_, method, _) -> switch (method.getName()) {
            case "progress" -> null;
            case "language" -> new LanguageContext(Instant.EPOCH, ZoneOffset.UTC, Locale.ROOT);
            default -> throw new UnsupportedOperationException(method.getName());
        };
        return (AgentContext) Proxy.newProxyInstance(
                AgentContext.class.getClassLoader(), new Class<?>[] {AgentContext.class}, handles);
    }

    /** Ends what is at work. */
    @Override
    public void close() {
        owned.close();
    }
}
