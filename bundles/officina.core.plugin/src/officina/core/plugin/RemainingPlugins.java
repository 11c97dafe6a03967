// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import officina.api.id.PluginId;
import officina.api.id.ToolId;

/** All but some. */
record RemainingPlugins(AvailablePlugins all, Set<PluginId> leftOut) implements AvailablePlugins {

    @Override
    public List<AgentEntry> agents() {
        return all.agents().stream().filter(each -> takesPart(each.plugin())).toList();
    }

    @Override
    public Optional<AgentEntry> agent(PluginId id) {
        return all.agent(id).filter(each -> takesPart(each.plugin()));
    }

    @Override
    public List<ToolEntry> tools() {
        return all.tools().stream().filter(each -> takesPart(each.plugin())).toList();
    }

    @Override
    public Optional<ToolEntry> tool(ToolId id) {
        return all.tool(id).filter(each -> takesPart(each.plugin()));
    }

    private boolean takesPart(PluginInfo plugin) {
        return !leftOut.contains(plugin.id());
    }
}
