// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Knows the addresses of hosts. Any thread; may block for long. */
@FunctionalInterface
public interface HostNames {

    /** What the system says. */
    HostNames SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> find(String host) throws UnknownHostException;
}
