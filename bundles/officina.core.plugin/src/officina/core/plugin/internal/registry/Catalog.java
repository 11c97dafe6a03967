// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import officina.api.id.PluginId;
import officina.api.id.ToolId;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.ToolEntry;

/**
 * What counts at one moment. Of two bundles that claim one id the product's own wins, then the one installed first, so
 * that no plug-in takes another's place by coming later.
 */
record Catalog(
        List<PluginInfo> plugins,
        Map<PluginId, AgentEntry> agents,
        Map<PluginId, BatchEntry> batchAgents,
        Map<ToolId, ToolEntry> tools,
        List<PluginProblem> problems) {

    private static final Comparator<Contribution.Accepted> PRECEDENCE = Comparator.comparing(
                    (Contribution.Accepted each) -> !each.plugin().bundled())
            .thenComparing(Contribution.Accepted::bundleId);

    static final Comparator<PluginInfo> BY_ID =
            Comparator.comparing((PluginInfo plugin) -> plugin.id().value()).thenComparing(PluginInfo::kind);

    /** After the orders, which it needs. */
    static final Catalog EMPTY = of(List.of());

    static Catalog of(Collection<Contribution> contributions) {
        List<PluginProblem> problems = new ArrayList<>();
        List<Contribution.Accepted> accepted = new ArrayList<>();
        for (Contribution contribution : contributions) {
            switch (contribution) {
                case Contribution.Accepted each -> accepted.add(each);
                case Contribution.Rejected(PluginProblem problem) -> problems.add(problem);
                case Contribution.Starting() -> {}
            }
        }
        accepted.sort(PRECEDENCE);

        Map<PluginId, Contribution.Accepted> owners = new HashMap<>();
        Map<PluginId, AgentEntry> agents = new TreeMap<>(Comparator.comparing(PluginId::value));
        Map<PluginId, BatchEntry> batchAgents = new TreeMap<>(Comparator.comparing(PluginId::value));
        Map<ToolId, ToolEntry> tools = new TreeMap<>(Comparator.comparing(ToolId::toString));
        Set<PluginInfo> plugins = new LinkedHashSet<>();
        for (Contribution.Accepted each : accepted) {
            PluginInfo plugin = each.plugin();
            Contribution.Accepted owner = owners.putIfAbsent(plugin.id(), each);
            if (owner != null && owner.bundleId() != each.bundleId()) {
                String text =
                        "Ignored: the bundle " + owner.plugin().bundle() + " has this id already; choose another.";
                problems.add(problem(plugin, plugin.id(), text));
                continue;
            }
            boolean first =
                    switch (each) {
                        case Contribution.Agent agent -> agents.putIfAbsent(plugin.id(), agent.entry()) == null;
                        case Contribution.Batch batch -> batchAgents.putIfAbsent(plugin.id(), batch.entry()) == null;
                        case Contribution.Tool tool -> tools.putIfAbsent(tool.id(), tool.entry()) == null;
                    };
            if (first) {
                plugins.add(plugin);
            } else {
                Object twice = each instanceof Contribution.Tool tool ? tool.id() : plugin.id();
                problems.add(problem(plugin, twice, "The second service is ignored: there is one already."));
            }
        }
        return new Catalog(plugins.stream().sorted(BY_ID).toList(), agents, batchAgents, tools, List.copyOf(problems));
    }

    /** Those in this catalogue that are not in the other. */
    List<PluginInfo> without(Catalog other) {
        return plugins.stream()
                .filter(plugin -> !other.plugins.contains(plugin))
                .toList();
    }

    private static PluginProblem problem(PluginInfo plugin, Object subject, String text) {
        return new PluginProblem(plugin.bundle(), subject.toString(), text);
    }
}
