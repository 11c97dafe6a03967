// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the system names: in {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and {@code no_proxy},
 * as other programs read them, else what Java was told. This machine is always reached directly.
 */
final class SystemProxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Map<String, String> environment;

    SystemProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (isThisMachine(host) || isExcepted(host)) {
            return DIRECT;
        }
        String named = variable(address.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
        Proxy proxy = proxy(named == null ? variable("all_proxy") : named);
        if (proxy != null) {
            return List.of(proxy);
        }
        ProxySelector java = ProxySelector.getDefault();
        return java == null ? DIRECT : java.select(address);
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    private boolean isExcepted(String host) {
        String excepted = variable("no_proxy");
        return excepted != null
                && Arrays.stream(excepted.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                        .map(each -> each.startsWith("*.") ? each.substring(1) : each)
                        .filter(each -> !each.isEmpty())
                        .anyMatch(each -> each.equals("*")
                                || host.equals(each.startsWith(".") ? each.substring(1) : each)
                                || host.endsWith(each.startsWith(".") ? each : "." + each));
    }

    private @Nullable String variable(String name) {
        String value = environment.get(name);
        String other = value == null ? environment.get(name.toUpperCase(Locale.ROOT)) : value;
        return other == null || other.isBlank() ? null : other.strip();
    }

    private static @Nullable Proxy proxy(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            boolean socks =
                    String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).startsWith("socks");
            if (uri.getHost() == null) {
                return null;
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : socks ? 1080 : 80;
            return new Proxy(
                    socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                    InetSocketAddress.createUnresolved(uri.getHost(), port));
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException trouble) {
        // the request fails and says so
    }
}
