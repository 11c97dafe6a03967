// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import officina.api.host.HttpAccess;
import officina.api.id.PluginId;
import officina.core.plugin.AccessScope;
import officina.core.plugin.HandleScope;
import officina.core.plugin.PermissionBroker;

/** The requests of all plug-ins: what is allowed to each, and how many at the same time. Any thread. */
public final class Web {

    /** Most requests of one plug-in that are under way. */
    static final int OF_ONE = 4;

    private static final int OF_ALL = 32;

    private final PermissionBroker broker;
    private final NetGate gate;
    private final WebSender sender;
    private final Semaphore all = new Semaphore(OF_ALL);
    private final Map<PluginId, Semaphore> each = new ConcurrentHashMap<>();

    public Web(PermissionBroker broker, NetGate gate, WebSender sender) {
        this.broker = broker;
        this.gate = gate;
        this.sender = sender;
    }

    /** Requests as a plug-in gets them for one call. */
    public HttpAccess of(AccessScope scope, HandleScope life) {
        return new GuardedHttp(this, scope, life);
    }

    PermissionBroker broker() {
        return broker;
    }

    NetGate gate() {
        return gate;
    }

    WebSender sender() {
        return sender;
    }

    /** A request that is under way. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Does not wait: a plug-in that may have only so many knows best which of them comes first. */
    Place enter(PluginId plugin) {
        Semaphore own = each.computeIfAbsent(plugin, _ -> new Semaphore(OF_ONE));
        if (!own.tryAcquire()) {
            throw NetRefusals.busy(OF_ONE);
        }
        if (!all.tryAcquire()) {
            own.release();
            throw NetRefusals.busy(OF_ALL);
        }
        return () -> {
            all.release();
            own.release();
        };
    }
}
