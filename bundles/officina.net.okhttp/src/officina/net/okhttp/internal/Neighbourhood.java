// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** This machine and the private networks around it, where a key may go unencrypted. */
final class Neighbourhood {

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private Neighbourhood() {}

    /** Whether all addresses of the host are in it; looks the name up. */
    static boolean includes(@Nullable String host) {
        try {
            return host != null && Stream.of(InetAddress.getAllByName(host)).allMatch(Neighbourhood::isNear);
        } catch (UnknownHostException e) {
            // nothing goes to a host that nobody knows; the request will say so
            return true;
        }
    }

    private static boolean isNear(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || bytes.length == 16 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }
}
