// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.net.InetAddress;
import java.util.List;
import officina.core.plugin.HostPort;

/** Decides where a program may connect to, and writes down what it does. Any thread. */
public interface Tunnels {

    /**
     * The addresses to connect to, and no others.
     *
     * @throws officina.api.error.FailureException where it may not
     */
    List<InetAddress> open(HostPort place) throws InterruptedException;

    /** A request that names no place was refused. */
    void refused(String why);

    /**
     * A connection that was allowed has ended, or did not come about.
     *
     * @param outcome in a word or two
     */
    void ended(HostPort place, String outcome, long sent, long received);
}
