// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.agent.ChatAgent;
import officina.api.id.PluginId;
import officina.api.id.ToolId;
import officina.api.tool.Tool;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.ManifestReader;
import officina.core.plugin.PluginDelta;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.ToolEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The registry of a framework: services come and go, and the manifests of their bundles decide what they are. */
@Component(service = PluginRegistry.class)
public final class ServicePluginRegistry implements PluginRegistry {

    private final BundleContext framework;
    private final Listeners listeners = new Listeners();
    private final Map<ServiceReference<?>, Contribution> contributions = new LinkedHashMap<>();
    private volatile Catalog catalog = Catalog.EMPTY;

    @Activate
    public ServicePluginRegistry(BundleContext framework) {
        this.framework = framework;
    }

    @Reference(
            service = ChatAgent.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void addAgent(ServiceReference<ChatAgent> reference, ChatAgent agent) {
        Object id = reference.getProperty(ManifestReader.PLUGIN);
        put(reference, Contributions.agent(Provider.of(reference.getBundle()), id, agent));
    }

    @Reference(
            service = Tool.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void addTool(ServiceReference<Tool> reference, Tool tool) {
        put(reference, Contributions.tool(Provider.of(reference.getBundle()), tool));
    }

    void remove(ServiceReference<?> reference) {
        synchronized (contributions) {
            contributions.remove(reference);
            refresh();
        }
        listeners.tell();
    }

    private void put(ServiceReference<?> reference, Contribution contribution) {
        synchronized (contributions) {
            contributions.put(reference, contribution);
            refresh();
        }
        listeners.tell();
    }

    /** Under the lock, so that changes are queued in the order they happened. */
    private void refresh() {
        Catalog before = catalog;
        Catalog after = Catalog.of(contributions.values());
        catalog = after;
        PluginDelta delta = new PluginDelta(after.without(before), before.without(after), after.plugins());
        if (!delta.added().isEmpty() || !delta.removed().isEmpty()) {
            listeners.queue(delta);
        }
    }

    @Override
    public List<PluginInfo> plugins() {
        return catalog.plugins();
    }

    @Override
    public List<AgentEntry> agents() {
        return List.copyOf(catalog.agents().values());
    }

    @Override
    public Optional<AgentEntry> agent(PluginId id) {
        return Optional.ofNullable(catalog.agents().get(id));
    }

    @Override
    public List<ToolEntry> tools() {
        return List.copyOf(catalog.tools().values());
    }

    @Override
    public Optional<ToolEntry> tool(ToolId id) {
        return Optional.ofNullable(catalog.tools().get(id));
    }

    @Override
    public List<PluginProblem> problems() {
        Catalog current = catalog;
        Set<PluginProblem> problems = new LinkedHashSet<>();
        for (Bundle bundle : framework.getBundles()) {
            String provides = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
            if (provides != null && provides.contains(ManifestReader.PLUGIN)) {
                Provider provider = Provider.of(bundle);
                problems.addAll(provider.manifest().problems());
                problems.addAll(Missing.services(provider, bundle.getState(), current));
            }
        }
        problems.addAll(current.problems());
        List<PluginProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(PluginProblem::bundle));
        return List.copyOf(sorted);
    }

    @Override
    public AutoCloseable onChange(Consumer<PluginDelta> listener) {
        return listeners.add(listener);
    }
}
