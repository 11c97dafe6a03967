// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.net.InetAddress;
import java.util.List;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.plugin.AccessScope;
import officina.core.plugin.HostPort;
import officina.core.plugin.net.NetGate;

/** Where a plug-in may connect to by its grants: as with requests that are sent for it, but that no secret goes along. */
public record GrantedTunnels(NetGate gate, AccessScope scope) implements Tunnels {

    private static final String ACTION = "CONNECT";

    @Override
    public List<InetAddress> open(HostPort place) throws InterruptedException {
        return gate.open(scope, place, ACTION, false);
    }

    @Override
    public void refused(String why) {
        Permission any = new Permission(PermissionType.NET_CONNECT, Permission.ANY);
        scope.log().denied(new AccessRecord(scope.plugin(), any, ACTION, why));
    }

    @Override
    public void ended(HostPort place, String outcome, long sent, long received) {
        Permission connect = new Permission(PermissionType.NET_CONNECT, place.toString());
        scope.log()
                .used(new AccessRecord(
                        scope.plugin(),
                        connect,
                        "end",
                        place + " " + outcome + ", sent " + sent + ", received " + received));
    }
}
