// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host;

import java.util.List;

/**
 * The services of a plug-in, by their places.
 *
 * @param agents for each agent which plug-in of its bundle it says it is (service property {@code officina.plugin}); empty
 *     where it does not say
 * @param batchAgents the same for batch agents
 * @param tools how many tools there are
 */
public record HostedServices(List<String> agents, List<String> batchAgents, int tools) {

    /** More agents, or more tools, no plug-in has. */
    public static final int MOST = 200;

    public HostedServices {
        if (tools < 0 || tools > MOST || agents.size() > MOST || batchAgents.size() > MOST) {
            throw new IllegalArgumentException("a plug-in has at most " + MOST + " services of a kind");
        }
        agents = List.copyOf(agents);
        batchAgents = List.copyOf(batchAgents);
    }
}
