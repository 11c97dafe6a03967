// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.plugin.AccessLog;
import officina.core.plugin.AccessScope;
import officina.core.plugin.Grants;
import officina.core.plugin.PermissionBroker;

/** A plug-in, what it was granted, what is logged of it, and a server of names that says what it is told to say. */
final class Bench implements AccessLog {

    static final PluginId PLUGIN = new PluginId("agent.sample");

    final Grants grants = new Grants();
    final PermissionBroker broker = new PermissionBroker(grants);
    final List<String> logged = new CopyOnWriteArrayList<>();
    final List<String> asked = new ArrayList<>();
    final NetGate gate = new NetGate(broker, this::find);
    final AccessScope scope = new AccessScope(PLUGIN, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), this);

    private final Map<String, List<List<InetAddress>>> names = new HashMap<>();

    /** The name has these addresses. */
    Bench named(String host, String... addresses) {
        names.put(host, List.of(addresses(addresses)));
        return this;
    }

    /** The name has other addresses each time it is asked for. */
    Bench turning(String host, String first, String second) {
        names.put(host, new ArrayList<>(List.of(addresses(first), addresses(second))));
        return this;
    }

    private static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts).map(InetAddress::ofLiteral).toList();
    }

    private List<InetAddress> find(String host) throws UnknownHostException {
        List<List<InetAddress>> known = names.get(host);
        synchronized (asked) {
            asked.add(host);
            if (known == null) {
                throw new UnknownHostException(host);
            }
            return known.size() == 1 ? known.getFirst() : known.removeFirst();
        }
    }

    Bench allow(String... hosts) {
        return allow(PermissionType.NET_CONNECT, GrantScope.ALWAYS, hosts);
    }

    Bench allow(PermissionType type, GrantScope lasting, String... resources) {
        for (String each : resources) {
            grants.hold(
                    new RecordId(UUID.randomUUID()),
                    new Grant(PLUGIN, new Permission(type, each), lasting, null, Instant.EPOCH));
        }
        return this;
    }

    @Override
    public void used(AccessRecord access) {
        logged.add("used " + access.permission() + ": " + access.action() + " " + access.resource());
    }

    @Override
    public void denied(AccessRecord access) {
        logged.add("denied " + access.permission() + ": " + access.action() + " " + access.resource());
    }
}
