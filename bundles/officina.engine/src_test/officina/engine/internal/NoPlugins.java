// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.id.PluginId;
import officina.api.id.ToolId;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.PluginDelta;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.ToolEntry;

/** Where no plug-in is installed. */
public class NoPlugins implements PluginRegistry {

    @Override
    public List<PluginInfo> plugins() {
        return List.of();
    }

    @Override
    public List<PluginInfo> declared() {
        return plugins();
    }

    @Override
    public List<AgentEntry> agents() {
        return List.of();
    }

    @Override
    public Optional<AgentEntry> agent(PluginId id) {
        return Optional.empty();
    }

    @Override
    public List<BatchEntry> batchAgents() {
        return List.of();
    }

    @Override
    public Optional<BatchEntry> batchAgent(PluginId id) {
        return Optional.empty();
    }

    @Override
    public List<ToolEntry> tools() {
        return List.of();
    }

    @Override
    public Optional<ToolEntry> tool(ToolId id) {
        return Optional.empty();
    }

    @Override
    public List<PluginProblem> problems() {
        return List.of();
    }

    @Override
    public Place add(OutsideBundle bundle) {
        throw new IllegalStateException("nothing runs elsewhere here");
    }

    @Override
    public AutoCloseable onChange(Consumer<PluginDelta> listener) {
        return () -> {};
    }
}
