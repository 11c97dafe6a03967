// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.base.Closeables;
import officina.base.Threads;
import officina.protocol.exchange.Contracts;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxLevel;
import org.jspecify.annotations.Nullable;

/**
 * The plug-in hosts of an engine. The sandbox is tried when the first plug-in is started, which takes about two seconds.
 * Any thread. All processes end when it is closed, and with this process, however that ends.
 */
public final class HostPool implements AutoCloseable {

    /** The kernel takes 107 letters for the whole name of a socket; ours need 84 of them. */
    private static final int LONGEST_FOR_SOCKETS = 20;

    private static final Path FOR_SOCKETS = Path.of("/tmp");

    private final SandboxFactory sandboxes;
    private final Supplier<HostRuntime> runtime;
    private final HostLimits limits;
    private final InstantSource clock;
    private final Contracts contracts = new Contracts();
    private final Semaphore places;
    private final Set<PluginHost> hosts = ConcurrentHashMap.newKeySet();
    private final Closeables owned = new Closeables();
    private @Nullable Ground ground;
    private @Nullable Rehearsal rehearsal;
    private boolean closed;

    /**
     * What is made when the first process is started.
     *
     * @param sockets where the folders of sockets are
     */
    private record Ground(Sandbox sandbox, WorkFolders folders, WorkFolders sockets) {}

    /** @param runtime asked at each start */
    public HostPool(SandboxFactory sandboxes, Supplier<HostRuntime> runtime, HostLimits limits, InstantSource clock) {
        this.sandboxes = sandboxes;
        this.runtime = runtime;
        this.limits = limits;
        this.clock = clock;
        places = new Semaphore(limits.calls(), true);
    }

    /** A host for that bundle; no process yet. Closed by whoever asked for it, or with the pool. */
    public PluginHost host(HostedBundle bundle) {
        PluginHost made = new PluginHost(this, bundle);
        hosts.add(made);
        return made;
    }

    void forget(PluginHost host) {
        hosts.remove(host);
    }

    /** Those that were asked for, with a process or without, by name. */
    public List<PluginHost> hosts() {
        return hosts.stream().sorted(Comparator.comparing(PluginHost::name)).toList();
    }

    HostProcess start(HostedBundle bundle, Consumer<HostProcess> ended) {
        Ground known = ground();
        HostRuntime parts = runtime.get();
        return HostProcess.start(
                known.sandbox(),
                known.folders(),
                known.sockets(),
                parts,
                contracts,
                bundle,
                limits.sandbox(),
                PoolFailures.ended(bundle.name()),
                now(),
                ended);
    }

    /**
     * Learns what makes the next ones start faster, once, where that is not known yet. In the background: called when the
     * first plug-in has done what it was asked.
     */
    synchronized void learn() {
        HostRuntime parts = runtime.get();
        Path learnt = parts.learnt();
        if (closed || rehearsal != null || learnt == null || Files.exists(learnt)) {
            return;
        }
        Rehearsal made = new Rehearsal(parts, contracts);
        rehearsal = made;
        Threads.startBackground("plugin-rehearsal", () -> made.run(learnt));
    }

    private synchronized Ground ground() {
        Ground known = ground;
        if (known == null) {
            Sandbox sandbox = owned.own(sandboxes.open().sandbox());
            Path place = Path.of(System.getProperty("java.io.tmpdir"));
            WorkFolders folders = owned.own(folders(place));
            boolean fits = place.toString().length() <= LONGEST_FOR_SOCKETS;
            known = new Ground(sandbox, folders, fits ? folders : owned.own(folders(FOR_SOCKETS)));
            ground = known;
        }
        return known;
    }

    private static WorkFolders folders(Path place) {
        try {
            return WorkFolders.in(place);
        } catch (IOException e) {
            throw PoolFailures.folder(e);
        }
    }

    /** What keeps the processes in; {@link SandboxLevel#NONE} before the first one is started. */
    public SandboxLevel level() {
        Ground known;
        synchronized (this) {
            known = ground;
        }
        return known == null ? SandboxLevel.NONE : known.sandbox().level();
    }

    HostLimits limits() {
        return limits;
    }

    Instant now() {
        return clock.instant();
    }

    /** One for each agent that works. */
    Semaphore places() {
        return places;
    }

    @Override
    public void close() {
        Rehearsal known;
        synchronized (this) {
            closed = true;
            known = rehearsal;
        }
        hosts.forEach(PluginHost::close);
        if (known != null) {
            known.close();
        }
        owned.close();
    }
}
