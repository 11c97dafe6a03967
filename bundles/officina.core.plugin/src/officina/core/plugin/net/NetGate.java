// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.base.Threads;
import officina.core.plugin.AccessScope;
import officina.core.plugin.HostPort;
import officina.core.plugin.PermissionBroker;

/**
 * Decides whether a plug-in may connect to a host, and to which addresses. A name is looked up once, here; whoever connects
 * takes the addresses that were decided on and asks nobody again. Any thread.
 */
public final class NetGate {

    /** A server of names may take as long as it likes, and cannot be interrupted: it outlasts whoever asked. */
    private static final int OF_ONE = 8;

    private static final int OF_ALL = 32;

    private static final int PATIENCE_SECONDS = 20;

    private final PermissionBroker broker;
    private final HostNames names;
    private final Places lookUps = new Places(OF_ONE, OF_ALL);

    public NetGate(PermissionBroker broker, HostNames names) {
        this.broker = broker;
        this.names = names;
    }

    /**
     * The addresses to connect to: the use is granted and logged.
     *
     * @param action what is to be done, as a verb
     * @param proxied whether the system's proxy connects, which finds the host by itself
     * @throws officina.api.error.FailureException {@code permission.denied}, {@code net.private}, which are logged;
     *     {@code net.unreachable}, {@code net.busy}
     */
    public List<InetAddress> open(AccessScope scope, HostPort place, String action, boolean proxied)
            throws InterruptedException {
        Permission wanted = new Permission(PermissionType.NET_CONNECT, place.toString());
        // before the look-up: it tells a server of names who is asked for
        broker.check(scope, wanted, action, place.toString());
        List<InetAddress> all = find(scope.plugin(), place);
        List<InetAddress> open = all.stream().filter(Addresses::isPublic).toList();
        boolean local = Addresses.isLocalName(place);
        if (!open.isEmpty() || all.isEmpty() && proxied && !local) {
            broker.require(scope, wanted, action, place.toString());
            return open;
        }
        List<InetAddress> near =
                all.stream().filter(each -> isReachable(place, local, each)).toList();
        if (near.isEmpty() && !all.isEmpty()) {
            throw broker.refuse(scope, wanted, action, place.toString(), privateAddress(scope, place));
        }
        if (near.isEmpty() && !proxied) {
            throw NetRefusals.unreachable(place);
        }
        broker.requireNamed(scope, wanted, action, place.toString(), privateAddress(scope, place));
        return near;
    }

    private static boolean isReachable(HostPort place, boolean local, InetAddress address) {
        return place.address() == null ? local && Addresses.isPrivate(place, address) : Addresses.isSomebody(address);
    }

    private static Failure privateAddress(AccessScope scope, HostPort place) {
        return NetRefusals.privateAddress(scope.plugin(), place);
    }

    /** Empty where it has none, or nobody says in time which. */
    private List<InetAddress> find(PluginId plugin, HostPort place) throws InterruptedException {
        if (place.address() != null) {
            return List.of(place.address());
        }
        Places.Place lookUp = lookUps.enter(plugin);
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        Threads.start("look-up", () -> {
            try {
                found.complete(List.copyOf(names.find(place.host())));
            } catch (UnknownHostException | RuntimeException e) {
                found.complete(List.of());
            } finally {
                lookUp.close();
            }
        });
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what is looked up is found or not", e);
        }
    }
}
