// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host;

import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.tool.Tool;

/**
 * What a plug-in host lends the engine for as long as they are connected: the one plug-in that it holds. Each method is a
 * call to the other process and may block for as long as the plug-in does; whoever calls limits the time.
 */
public interface HostedPlugin {

    /**
     * Starts the plug-in and tells which services it has then; called again, it tells the same. {@code
     * plugin.cannot-resolve} where it needs what it is not given, {@code plugin.cannot-start} where its own code fails.
     */
    HostedServices start() throws InterruptedException;

    /**
     * One of its agents, made when it is first asked for; {@code plugin.service-failed} where that does not work.
     *
     * @param place among {@link HostedServices#agents}, from 0
     */
    ChatAgent agent(int place) throws InterruptedException;

    /**
     * One of its batch agents, in the same way.
     *
     * @param place among {@link HostedServices#batchAgents}, from 0
     */
    BatchAgent batchAgent(int place) throws InterruptedException;

    /**
     * One of its tools, in the same way.
     *
     * @param place below {@link HostedServices#tools}, from 0
     */
    Tool tool(int place) throws InterruptedException;
}
