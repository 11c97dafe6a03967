// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.plugin.AccessScope;
import officina.core.plugin.Grants;
import officina.core.plugin.HostPort;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.net.NetGate;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.record.RecordWriter;
import officina.host.pool.HostNetwork;
import officina.net.proxy.ConnectProxy;
import officina.net.proxy.GrantedTunnels;
import officina.net.proxy.ProxyLimits;
import officina.net.proxy.Tunnels;

/**
 * The proxies of plug-in hosts, one for each process: what plug-ins reach by clients of their own, by the same grants and
 * through the same gate as requests that are sent for them. Any thread.
 */
public final class PluginNetwork {

    private final NetGate gate;
    private final Grants grants;
    private final EventLog events;
    private final RecordWriter writer;
    private final RecordId project;
    private final InstantSource clock;

    /** @param project whose sessions hold what was connected to */
    public PluginNetwork(
            NetGate gate, Grants grants, EventLog events, RecordWriter writer, RecordId project, InstantSource clock) {
        this.gate = gate;
        this.grants = grants;
        this.events = events;
        this.writer = writer;
        this.project = project;
        this.clock = clock;
    }

    /** That of a bundle, by what each of its plug-ins was granted. */
    public HostNetwork of(PluginManifest manifest) {
        List<PluginId> asking = manifest.plugins().stream()
                .map(PluginManifest.Declared::info)
                .filter(each -> each.permissions().stream()
                        .anyMatch(asked -> asked.permission().type() == PermissionType.NET_CONNECT))
                .map(each -> each.id())
                .distinct()
                .toList();
        return folder -> new Proxied(folder, manifest.bundle(), asking);
    }

    /** The proxy of one process, with what is written down of it. */
    private final class Proxied implements HostNetwork.Way {

        private final ConnectionLog log;
        private final ConnectProxy proxy;

        Proxied(Path folder, String bundle, List<PluginId> asking) throws IOException {
            log = new ConnectionLog(events, writer, project, clock, bundle);
            proxy = ConnectProxy.open(folder, new OfPlugins(asking, log), ProxyLimits.USUAL);
        }

        @Override
        public Path socket() {
            return proxy.path();
        }

        @Override
        public void close() {
            proxy.close();
            log.close();
        }
    }

    /** A process does not say for which of the plug-ins in it: each place is asked for by the one that may go there. */
    private final class OfPlugins implements Tunnels {

        private final List<PluginId> asking;
        private final ConnectionLog log;
        /** By whose grant places were opened; what goes through is bounded by what is kept of it. */
        private final Map<HostPort, PluginId> opened = new ConcurrentHashMap<>();

        OfPlugins(List<PluginId> asking, ConnectionLog log) {
            this.asking = asking;
            this.log = log;
        }

        @Override
        public List<InetAddress> open(HostPort place) throws InterruptedException {
            PluginId plugin = whose(place);
            List<InetAddress> found = of(plugin).open(place);
            opened.put(place, plugin);
            return found;
        }

        @Override
        public void refused(String why) {
            of(asking.getFirst()).refused(why);
        }

        @Override
        public void ended(HostPort place, String outcome, long sent, long received) {
            of(opened.getOrDefault(place, asking.getFirst())).ended(place, outcome, sent, received);
        }

        private PluginId whose(HostPort place) {
            Permission wanted = new Permission(PermissionType.NET_CONNECT, place.toString());
            return asking.stream()
                    .filter(each -> grants.all().stream()
                            .anyMatch(grant -> grant.plugin().equals(each)
                                    && grant.scope() == GrantScope.ALWAYS
                                    && Grants.covers(grant.permission(), wanted)))
                    .findFirst()
                    .orElse(asking.getFirst());
        }

        /** In no project: what was granted for one is for what is done in it. */
        private Tunnels of(PluginId plugin) {
            RecordId none = new RecordId(log.run().value());
            return new GrantedTunnels(gate, new AccessScope(plugin, log.run(), none, log.of(plugin)));
        }
    }
}
