// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * This machine and the private networks around it, where a key may go unencrypted. It is the one look-up of such a
 * request: the addresses that were found near are those that the connection uses.
 *
 * @param names who knows the addresses of a host
 */
record Neighbourhood(Dns names) implements Dns {

    /** A host that is not in the neighbourhood, or of which nobody can say that it is. */
    static final class FarAway extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    /** The host's addresses, all of them near; throws {@link FarAway} where one is not. */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = names.lookup(host);
        if (found.isEmpty() || !found.stream().allMatch(Neighbourhood::isNear)) {
            throw new FarAway();
        }
        return found;
    }

    /** Whether the host may be near: OkHttp asks nobody about a host that is written as an address. */
    static boolean mayInclude(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (!bare.contains(":") && !bare.matches("[0-9.]+")) {
            return true;
        }
        try {
            return isNear(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException noAddress) {
            return false;
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
