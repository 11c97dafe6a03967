// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

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
    private final Places places = new Places(OF_ONE, OF_ALL);

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

    /** A place for a request while it is under way. */
    Places.Place enter(PluginId plugin) {
        return places.enter(plugin);
    }
}
