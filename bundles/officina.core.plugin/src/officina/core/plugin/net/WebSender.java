// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import officina.api.host.HttpAccess;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import org.jspecify.annotations.Nullable;

/** Sends requests for plug-ins once it was decided that they may be sent. Any thread. */
public interface WebSender {

    /** Whether the system's proxy connects to that address. */
    boolean proxied(URI address);

    /**
     * A handle to the one origin of an address. It follows no redirects and masks the secret in what comes back.
     *
     * @param addresses to connect to, and no others; none where the system's proxy finds the host
     * @param secret the one that may go there: of those that the person gave this plug-in for this origin; {@code null}
     *     for none
     */
    HttpAccess open(PluginId plugin, URI address, List<InetAddress> addresses, @Nullable SecretRef secret);
}
