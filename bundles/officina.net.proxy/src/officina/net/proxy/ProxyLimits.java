// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.time.Duration;

/**
 * What one program may take of the network.
 *
 * @param connections at the same time
 * @param each most bytes of a connection, both ways together
 * @param all most bytes of all connections
 * @param head how long a request may take to arrive
 * @param connect how long the connection to an address may take
 * @param idle how long a connection may carry nothing
 */
public record ProxyLimits(int connections, long each, long all, Duration head, Duration connect, Duration idle) {

    public static final ProxyLimits USUAL = new ProxyLimits(
            8, 1L << 30, 4L << 30, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(2));
}
