// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import officina.api.host.HttpAccess;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.core.plugin.net.WebSender;
import officina.net.okhttp.Confinement;
import officina.net.okhttp.HttpScope;
import officina.net.okhttp.HttpTransport;
import org.jspecify.annotations.Nullable;

/** Sends what plug-ins were allowed to send, with the secrets that they were given. */
public final class PluginWeb implements WebSender {

    /** Whatever letters it is made of, it fits into a line to a plug-in host. */
    private static final int WHOLE = 1 << 20;

    private static final long PIECES = 1L << 30;

    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final Supplier<HttpTransport> transport;
    private final PluginSecrets secrets;

    /** @param transport asked for with the first request */
    public PluginWeb(Supplier<HttpTransport> transport, PluginSecrets secrets) {
        this.transport = transport;
        this.secrets = secrets;
    }

    @Override
    public boolean proxied(URI address) {
        return transport.get().proxied(address);
    }

    @Override
    public HttpAccess open(PluginId plugin, URI address, List<InetAddress> addresses, @Nullable SecretRef secret) {
        return transport
                .get()
                .open(new HttpScope(
                        address,
                        CONNECT,
                        secret,
                        asked -> secrets.find(plugin, asked, address),
                        new Confinement(addresses, WHOLE, PIECES)));
    }
}
