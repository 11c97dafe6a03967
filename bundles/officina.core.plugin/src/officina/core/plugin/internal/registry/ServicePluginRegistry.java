// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.id.PluginId;
import officina.api.id.ToolId;
import officina.api.tool.Tool;
import officina.base.Redacted;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.ManifestReader;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.PluginDelta;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.ToolEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry of a framework: services come and go, and the manifests of their bundles decide what they are. Services are
 * started on threads of their own; the questions wait for those that are being started, each for ten seconds at most.
 */
@Component(service = PluginRegistry.class)
public final class ServicePluginRegistry implements PluginRegistry {

    private static final Logger log = LoggerFactory.getLogger(ServicePluginRegistry.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(10);

    /** No framework counts its bundles so far: those that run elsewhere come after its own. */
    private static final long AFTER_ALL = 1L << 40;

    private final BundleContext framework;
    private final Starts starts;
    private final Listeners listeners = new Listeners();
    /** By what brought them: the reference of a service, or a place of a bundle that runs elsewhere. */
    private final Map<Object, Contribution> contributions = new LinkedHashMap<>();

    /** Under the lock of the contributions. */
    private final Map<Provider, OutsideBundle> outside = new LinkedHashMap<>();

    private final AtomicLong added = new AtomicLong(AFTER_ALL);
    private volatile Catalog catalog = Catalog.EMPTY;

    @Activate
    public ServicePluginRegistry(BundleContext framework) {
        this(framework, LONGEST_START);
    }

    /** @param longestStart how long a service may take to start before it is no longer waited for */
    ServicePluginRegistry(BundleContext framework, Duration longestStart) {
        this.framework = framework;
        this.starts = new Starts(longestStart);
    }

    @Reference(
            service = ChatAgent.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void addAgent(ServiceReference<ChatAgent> reference) {
        Object id = reference.getProperty(ManifestReader.PLUGIN);
        start(reference, (provider, agent) -> Contributions.agent(provider, id, agent));
    }

    @Reference(
            service = BatchAgent.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void addBatchAgent(ServiceReference<BatchAgent> reference) {
        Object id = reference.getProperty(ManifestReader.PLUGIN);
        start(reference, (provider, agent) -> Contributions.batch(provider, id, agent));
    }

    @Reference(
            service = Tool.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void addTool(ServiceReference<Tool> reference) {
        start(reference, Contributions::tool);
    }

    void remove(ServiceReference<?> reference) {
        boolean started;
        synchronized (contributions) {
            started = contributions.remove(reference) != Contribution.STARTING;
            refresh();
        }
        listeners.tell();
        if (started) {
            framework.ungetService(reference);
        }
    }

    /** The reference takes its place at once, so that the order in which services are ready decides nothing. */
    private <S> void start(ServiceReference<S> reference, BiFunction<Provider, S, Contribution> judge) {
        Provider provider = Provider.of(reference.getBundle());
        synchronized (contributions) {
            contributions.put(reference, Contribution.STARTING);
        }
        starts.run(reference, () -> put(reference, contribution(reference, provider, judge)));
    }

    private <S> Contribution contribution(
            ServiceReference<S> reference, Provider provider, BiFunction<Provider, S, Contribution> judge) {
        try {
            S service = framework.getService(reference);
            return service == null ? notStarted(provider) : judge.apply(provider, service);
        } catch (RuntimeException e) {
            log.error("A service of {} did not start", provider.manifest().bundle(), Redacted.of(e));
            return notStarted(provider);
        }
    }

    private static Contribution notStarted(Provider provider) {
        String bundle = provider.manifest().bundle();
        return new Contribution.Rejected(new PluginProblem(
                bundle, bundle, "A service is ignored: it failed to start; the log has the details."));
    }

    private void put(ServiceReference<?> reference, Contribution contribution) {
        boolean wanted;
        synchronized (contributions) {
            wanted = contributions.replace(reference, contribution) != null;
            refresh();
        }
        listeners.tell();
        if (!wanted) {
            framework.ungetService(reference);
        }
    }

    private Map<Provider, OutsideBundle> outside() {
        synchronized (contributions) {
            return new LinkedHashMap<>(outside);
        }
    }

    private List<ServiceReference<?>> late() {
        synchronized (contributions) {
            return starts.late().stream()
                    .filter(service -> contributions.get(service) == Contribution.STARTING)
                    .toList();
        }
    }

    private Catalog catalog() {
        starts.await();
        return catalog;
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
        return catalog().plugins();
    }

    @Override
    public List<AgentEntry> agents() {
        return List.copyOf(catalog().agents().values());
    }

    @Override
    public Optional<AgentEntry> agent(PluginId id) {
        return Optional.ofNullable(catalog().agents().get(id));
    }

    @Override
    public List<BatchEntry> batchAgents() {
        return List.copyOf(catalog().batchAgents().values());
    }

    @Override
    public Optional<BatchEntry> batchAgent(PluginId id) {
        return Optional.ofNullable(catalog().batchAgents().get(id));
    }

    @Override
    public List<ToolEntry> tools() {
        return List.copyOf(catalog().tools().values());
    }

    @Override
    public Optional<ToolEntry> tool(ToolId id) {
        return Optional.ofNullable(catalog().tools().get(id));
    }

    @Override
    public List<PluginProblem> problems() {
        Catalog current = catalog();
        Set<PluginProblem> problems = new LinkedHashSet<>();
        Set<String> late = new HashSet<>();
        for (ServiceReference<?> service : late()) {
            Bundle provider = service.getBundle();
            if (provider == null) {
                continue;
            }
            String bundle = Provider.of(provider).manifest().bundle();
            late.add(bundle);
            problems.add(new PluginProblem(
                    bundle,
                    bundle,
                    "A service is ignored for now: it has been starting for more than "
                            + starts.limit().toSeconds()
                            + " s. Its constructor and its activate method have to return at once."));
        }
        for (Bundle bundle : declaring()) {
            Provider provider = Provider.of(bundle);
            problems.addAll(provider.manifest().problems());
            if (!late.contains(provider.manifest().bundle())) {
                problems.addAll(Missing.services(provider, bundle.getState(), current));
            }
        }
        outside().forEach((provider, bundle) -> {
            problems.addAll(provider.manifest().problems());
            problems.addAll(Missing.services(provider, bundle.missing(), current));
        });
        problems.addAll(current.problems());
        List<PluginProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(PluginProblem::bundle));
        return List.copyOf(sorted);
    }

    @Override
    public List<PluginInfo> declared() {
        Map<PluginId, String> owners = new HashMap<>();
        List<PluginInfo> declared = new ArrayList<>();
        Stream.concat(declaring().stream().map(Provider::of), outside().keySet().stream())
                .sorted(Provider.PRECEDENCE)
                .flatMap(provider -> provider.manifest().plugins().stream())
                .map(PluginManifest.Declared::info)
                .forEach(info -> {
                    String owner = owners.putIfAbsent(info.id(), info.bundle());
                    if (owner == null || owner.equals(info.bundle())) {
                        declared.add(info);
                    }
                });
        declared.sort(Catalog.BY_ID);
        return List.copyOf(declared);
    }

    /** The bundles that say they are plug-ins. */
    private List<Bundle> declaring() {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> {
                    String provides = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
                    return provides != null && provides.contains(ManifestReader.PLUGIN);
                })
                .toList();
    }

    @Override
    public Place add(OutsideBundle bundle) {
        OutsidePlace place = new OutsidePlace(added.incrementAndGet());
        place.become(bundle);
        return place;
    }

    /** What one bundle that runs elsewhere has here. */
    private final class OutsidePlace implements Place {

        private final long number;
        private @Nullable Provider provider;
        private Set<Object> services = Set.of();

        OutsidePlace(long number) {
            this.number = number;
        }

        @Override
        public void become(OutsideBundle bundle) {
            Provider next = new Provider(number, bundle.manifest(), bundle.files());
            Map<Object, Contribution> made = new LinkedHashMap<>();
            bundle.agents()
                    .forEach(each -> made.put(new Object(), Contributions.agent(next, each.plugin(), each.agent())));
            bundle.batchAgents()
                    .forEach(each -> made.put(new Object(), Contributions.batch(next, each.plugin(), each.agent())));
            bundle.tools().forEach(each -> made.put(new Object(), Contributions.tool(next, each)));
            synchronized (contributions) {
                clear();
                provider = next;
                services = made.keySet();
                outside.put(next, bundle);
                contributions.putAll(made);
                refresh();
            }
            listeners.tell();
        }

        /** Under the lock. */
        private void clear() {
            if (provider != null) {
                outside.remove(provider);
            }
            contributions.keySet().removeAll(services);
        }

        @Override
        public void close() {
            synchronized (contributions) {
                clear();
                refresh();
            }
            listeners.tell();
        }
    }

    @Override
    public AutoCloseable onChange(Consumer<PluginDelta> listener) {
        return listeners.add(listener);
    }
}
