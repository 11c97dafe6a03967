// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import officina.api.id.PluginId;
import officina.api.id.ToolId;

/** Agents and tools that are at work. They come and go; each method answers for the moment of the call. Any thread. */
public interface AvailablePlugins {

    /** By id. */
    List<AgentEntry> agents();

    Optional<AgentEntry> agent(PluginId id);

    /** By id. */
    List<ToolEntry> tools();

    Optional<ToolEntry> tool(ToolId id);

    /** The same without those of some plug-ins. */
    default AvailablePlugins without(Set<PluginId> leftOut) {
        return leftOut.isEmpty() ? this : new RemainingPlugins(this, Set.copyOf(leftOut));
    }
}
