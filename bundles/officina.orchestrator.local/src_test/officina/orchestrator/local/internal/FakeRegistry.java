// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import java.util.ArrayList;
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

/** Agents as a test puts them there. */
final class FakeRegistry implements PluginRegistry {

    final List<AgentEntry> agents = new ArrayList<>();
    final List<ToolEntry> tools = new ArrayList<>();

    @Override
    public List<PluginInfo> plugins() {
        return agents.stream().map(AgentEntry::plugin).toList();
    }

    @Override
    public List<PluginInfo> declared() {
        return plugins();
    }

    @Override
    public List<AgentEntry> agents() {
        return List.copyOf(agents);
    }

    @Override
    public Optional<AgentEntry> agent(PluginId id) {
        return agents.stream().filter(entry -> entry.plugin().id().equals(id)).findFirst();
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
        return List.copyOf(tools);
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
