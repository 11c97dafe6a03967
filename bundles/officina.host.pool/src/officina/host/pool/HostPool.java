// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

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
import officina.protocol.exchange.Contracts;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import org.jspecify.annotations.Nullable;

/**
 * The plug-in hosts of an engine. The sandbox is tried when the first plug-in is started, which takes about two seconds.
 * Any thread. All processes end when it is closed, and with this process, however that ends.
 */
public final class HostPool implements AutoCloseable {

    private final SandboxFactory sandboxes;
    private final Supplier<HostRuntime> runtime;
    private final HostLimits limits;
    private final InstantSource clock;
    private final Contracts contracts = new Contracts();
    private final Semaphore places;
    private final Set<PluginHost> hosts = ConcurrentHashMap.newKeySet();
    private final Closeables owned = new Closeables();
    private @Nullable Sandbox sandbox;

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
        return HostProcess.start(
                sandbox(),
                runtime.get(),
                contracts,
                bundle,
                limits.sandbox(),
                PoolFailures.ended(bundle.name()),
                ended);
    }

    private synchronized Sandbox sandbox() {
        Sandbox known = sandbox;
        if (known == null) {
            known = owned.own(sandboxes.open().sandbox());
            sandbox = known;
        }
        return known;
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
        hosts.forEach(PluginHost::close);
        owned.close();
    }
}
