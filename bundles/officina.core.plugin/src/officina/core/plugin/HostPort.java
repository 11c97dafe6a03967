// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and a port in the one form in which they are granted, compared and logged: a name in lower case, or an address as
 * the system prints it. What others might read as another host than Java does is none.
 *
 * @param host a name or an address of version 4; one of version 6 in brackets
 * @param address where the host is one; {@code null} for a name
 */
public record HostPort(String host, int port, @Nullable InetAddress address) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}]):([0-9]{1,5})");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern VERSION_4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private static final int LAST_PORT = 65_535;
    private static final int SECURE = 443;
    private static final int PLAIN = 80;

    /** What {@code example.org:443} names; {@code null} for what names nothing, or not to everybody the same. */
    public static @Nullable HostPort parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int port = Integer.parseInt(matcher.group(2));
        return port >= 1 && port <= LAST_PORT ? of(matcher.group(1).toLowerCase(Locale.ROOT), port) : null;
    }

    /** Where a request to that address goes; {@code null} where it is no address of HTTP. */
    public static @Nullable HostPort of(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            return null;
        }
        int port = address.getPort() >= 0 ? address.getPort() : secure ? SECURE : PLAIN;
        return parse(address.getHost() + ":" + port);
    }

    private static @Nullable HostPort of(String host, int port) {
        if (host.startsWith("[")) {
            return literal(host.substring(1, host.length() - 1), port);
        }
        String[] labels = host.split("\\.", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            // 127.1, 0x7f000001 and 010.0.0.1 are addresses to some and names to others
            HostPort literal = VERSION_4.matcher(host).matches() ? literal(host, port) : null;
            return literal != null && literal.host.equals(host) ? literal : null;
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return null;
            }
        }
        return new HostPort(host, port, null);
    }

    private static @Nullable HostPort literal(String host, int port) {
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            String printed = address.getHostAddress();
            return new HostPort(printed.contains(":") ? "[" + printed + "]" : printed, port, address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As a permission names it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
