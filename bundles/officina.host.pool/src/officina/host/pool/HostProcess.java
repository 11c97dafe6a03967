// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.base.Closeables;
import officina.base.Threads;
import officina.host.HostedPlugin;
import officina.protocol.exchange.Contracts;
import officina.protocol.exchange.Exchange;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.StreamChannel;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxLimits;
import officina.sandbox.SandboxRules;
import org.jspecify.annotations.Nullable;

/** One plug-in host at work: its process, its folder, the connection to it. Any thread. */
final class HostProcess implements AutoCloseable {

    private final Process process;
    private final Exchange exchange;
    private final HostedPlugin plugin;
    private final PrintedTail printed;
    private final Set<Permission> granted;
    private final Closeables owned;
    private final Instant since;
    private volatile @Nullable Failure reason;

    private HostProcess(
            Process process,
            Exchange exchange,
            PrintedTail printed,
            Set<Permission> granted,
            Instant since,
            Closeables owned) {
        this.process = process;
        this.exchange = exchange;
        this.printed = printed;
        this.granted = granted;
        this.since = since;
        this.owned = owned;
        plugin = exchange.borrow(HostedPlugin.class);
    }

    /**
     * Starts the process; the plug-in in it has not been asked for anything.
     *
     * @param lost what calls fail with when it is gone
     * @param ended called once, when it is gone for whatever reason, on a thread of its own
     */
    static HostProcess start(
            Sandbox sandbox,
            WorkFolders folders,
            WorkFolders sockets,
            HostRuntime runtime,
            Contracts contracts,
            HostedBundle bundle,
            SandboxLimits limits,
            Failure lost,
            Instant now,
            Consumer<HostProcess> ended) {
        Closeables owned = new Closeables();
        try {
            Path work = folders.make();
            owned.own(() -> WorkFolders.remove(work));
            Path copy = copied(bundle, work);
            Set<Permission> granted = Set.copyOf(bundle.granted().get());
            SandboxRules rules = SandboxRules.of(new SandboxFolders(work, runtime.files(), List.of(), bundle.hidden()))
                    .with(granted)
                    .withLimits(limits);
            Path socket = socket(sandbox, sockets, bundle, granted, owned);
            Process process =
                    sandbox.start(runtime.line(copy, work, socket), socket == null ? rules : rules.withSocket(socket));
            owned.own(() -> end(process));
            PrintedTail printed = new PrintedTail();
            printed.follow(process.getErrorStream(), "plugin-errors");
            StreamChannel pipes = new StreamChannel(process.getInputStream(), process.getOutputStream());
            Exchange exchange =
                    owned.own(new Exchange(new RpcConnection(pipes, "plugin", lost), contracts, "plugin-call", lost));
            // before the pipes are closed: who reads from one wakes only when the other end is gone
            owned.own(() -> end(process));
            HostProcess host = new HostProcess(process, exchange, printed, granted, now, owned);
            // who sends what is no message, or nothing any more, is of no use
            exchange.start(() -> Threads.start("plugin-end", () -> {
                process.destroyForcibly();
                ended.accept(host);
            }));
            return host;
        } catch (IOException e) {
            owned.close();
            throw PoolFailures.folder(e);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    /** Where its own client finds the network; {@code null} where it was granted none, or no socket can be handed in. */
    private static @Nullable Path socket(
            Sandbox sandbox, WorkFolders sockets, HostedBundle bundle, Set<Permission> granted, Closeables owned)
            throws IOException {
        boolean connects = granted.stream().anyMatch(each -> each.type() == PermissionType.NET_CONNECT);
        if (!connects || sandbox.level() != SandboxLevel.BUBBLEWRAP) {
            return null;
        }
        // beside the folder that it works in: what lies in that is the plug-in's to exchange
        Path folder = sockets.make();
        owned.own(() -> WorkFolders.remove(folder));
        return owned.own(bundle.network().open(folder)).socket();
    }

    private static Path copied(HostedBundle bundle, Path work) throws IOException {
        if (!Files.isReadable(bundle.jar())) {
            throw PoolFailures.noBundle(bundle.name());
        }
        Path copy = Files.copy(bundle.jar(), work.resolve("plugin.jar"));
        // the other one is the person's alone; this one the plug-in's own user has to read
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        return copy;
    }

    /** What its rules were made of. */
    Set<Permission> granted() {
        return granted;
    }

    /** Why somebody ended it, so that who waits for it hears that; {@code null} where it ended by itself. */
    @Nullable
    Failure reason() {
        return reason;
    }

    /** Ends it and removes its folder, for a reason. */
    void close(Failure why) {
        reason = why;
        close();
    }

    /** The plug-in in it. */
    HostedPlugin plugin() {
        return plugin;
    }

    /** When it was started. */
    Instant since() {
        return since;
    }

    /** What it takes now. */
    ProcessUse use() {
        return ProcessUse.of(process.toHandle());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long id() {
        return process.pid();
    }

    /** Whether it still works for somebody who does not wait any more. */
    boolean isBusyForNobody() {
        return exchange.abandoned() > 0;
    }

    /** Whether the engine itself has refused it something with that failure. */
    boolean wasTold(Failure failure) {
        return exchange.hasTold(failure);
    }

    /** The end of what it printed. */
    String printed() {
        return printed.text();
    }

    /** Ends it at once, as the system can. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends it and removes its folder. */
    @Override
    public void close() {
        owned.close();
    }

    private static void end(Process process) {
        boolean interrupted = false;
        process.destroyForcibly();
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
