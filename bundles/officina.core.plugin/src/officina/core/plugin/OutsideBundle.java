// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.tool.Tool;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that never enters this process's framework: what its manifest says, and what speaks for its services here.
 *
 * @param missing why it has no services now, in words for people; {@code null} where it has those that it has
 */
public record OutsideBundle(
        PluginManifest manifest,
        PluginFiles files,
        List<OutsideAgent> agents,
        List<OutsideBatch> batchAgents,
        List<Tool> tools,
        @Nullable String missing) {

    /**
     * An agent.
     *
     * @param plugin which plug-in of its bundle it is; {@code null} where it is the only one
     */
    public record OutsideAgent(@Nullable String plugin, ChatAgent agent) {}

    /**
     * A batch agent.
     *
     * @param plugin which plug-in of its bundle it is; {@code null} where it is the only one
     */
    public record OutsideBatch(@Nullable String plugin, BatchAgent agent) {}

    public OutsideBundle {
        agents = List.copyOf(agents);
        batchAgents = List.copyOf(batchAgents);
        tools = List.copyOf(tools);
    }

    /** One without services. */
    public static OutsideBundle without(PluginManifest manifest, PluginFiles files, String missing) {
        return new OutsideBundle(manifest, files, List.of(), List.of(), List.of(), missing);
    }
}
