// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import officina.core.plugin.HostPort;

/** Which addresses are everybody's, which a private network's, and which nobody's. */
final class Addresses {

    /** What the registries of addresses (RFC 6890, its successors) set apart, but for what is near. */
    private static final List<Range> APART = List.of(
            new Range("0.0.0.0", 8),
            new Range("169.254.0.0", 16),
            new Range("192.0.0.0", 24),
            new Range("192.0.2.0", 24),
            new Range("192.88.99.0", 24),
            new Range("198.18.0.0", 15),
            new Range("198.51.100.0", 24),
            new Range("203.0.113.0", 24),
            new Range("224.0.0.0", 3),
            // its protocols, with tunnels among them
            new Range("2001::", 23),
            new Range("2001:db8::", 32),
            new Range("2002::", 16),
            new Range("3fff::", 20));

    private static final List<Range> PRIVATE = List.of(
            new Range("10.0.0.0", 8),
            new Range("100.64.0.0", 10),
            new Range("127.0.0.0", 8),
            new Range("172.16.0.0", 12),
            new Range("192.168.0.0", 16),
            new Range("::1", 128),
            new Range("fc00::", 7));

    /** Where requests to many, or to nobody, go. */
    private static final List<Range> NOBODY =
            List.of(new Range("0.0.0.0", 8), new Range("224.0.0.0", 3), new Range("::", 128), new Range("ff00::", 8));

    private static final Range GLOBAL_6 = new Range("2000::", 3);

    /** An address of version 4 behind a translator stands at its end. */
    private static final Range TRANSLATED = new Range("64:ff9b::", 96);

    private static final int LENGTH_4 = 4;
    private static final int LENGTH_6 = 16;

    private static final String HERE = "localhost";

    /** Ends of names that no public server of names answers for. */
    private static final Set<String> LOCAL = Set.of(HERE, "local", "internal", "home.arpa");

    private Addresses() {}

    private record Range(byte[] start, int bits) {

        Range(String start, int bits) {
            this(InetAddress.ofLiteral(start).getAddress(), bits);
        }

        boolean includes(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            int mask = 0xff << (Byte.SIZE - rest) & 0xff;
            return Arrays.equals(bytes, 0, whole, start, 0, whole)
                    && (rest == 0 || (bytes[whole] & mask) == (start[whole] & mask));
        }
    }

    /** Whether a grant for any host covers it. */
    static boolean isPublic(InetAddress address) {
        if (TRANSLATED.includes(address)) {
            return isPublic(last(address));
        }
        boolean apart = in(APART, address) || in(PRIVATE, address);
        return !apart && (address.getAddress().length == LENGTH_4 || GLOBAL_6.includes(address));
    }

    /** Whether that name, which only private networks have, may lead there: to this machine only where it says so. */
    static boolean isPrivate(HostPort place, InetAddress address) {
        boolean here = place.host().equals(HERE) || place.host().endsWith("." + HERE);
        return in(PRIVATE, address) && here == address.isLoopbackAddress();
    }

    /** Whether somebody can be there who was granted by that very address. */
    static boolean isSomebody(InetAddress address) {
        return !in(NOBODY, address) && (!TRANSLATED.includes(address) || isSomebody(last(address)));
    }

    /**
     * Whether no stranger can say where that name leads: one without a dot, or with an end that is set apart. A public name
     * that leads to a private address is whoever's it is doing.
     */
    static boolean isLocalName(HostPort place) {
        String name = place.host();
        return place.address() == null
                && (name.indexOf('.') < 0 || LOCAL.stream().anyMatch(end -> name.endsWith("." + end)));
    }

    private static boolean in(List<Range> ranges, InetAddress address) {
        return ranges.stream().anyMatch(each -> each.includes(address));
    }

    private static InetAddress last(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), LENGTH_6 - LENGTH_4, LENGTH_6));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
