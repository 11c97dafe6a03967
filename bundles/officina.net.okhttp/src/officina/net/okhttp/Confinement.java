// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp;

import java.net.InetAddress;
import java.util.List;

/**
 * What holds in addition for requests in the name of a plug-in: where they go was decided before, and what a server sends
 * back of the secret is masked.
 *
 * @param addresses that are connected to, whatever the host's name leads to by now, and without a proxy; none where the
 *     system's proxy is to find the host
 * @param whole most bytes of a whole answer and of an event
 * @param pieces most bytes of an answer that is read in pieces
 */
public record Confinement(List<InetAddress> addresses, int whole, long pieces) {

    public Confinement {
        addresses = List.copyOf(addresses);
    }
}
