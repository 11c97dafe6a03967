// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.tool.Tool;
import officina.base.Redacted;
import officina.base.Threads;
import officina.core.plugin.Grants;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.OutsideBundle.OutsideAgent;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginJar;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.host.pool.HostPool;
import officina.host.pool.HostedBundle;
import officina.host.pool.PluginHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins of others in this data folder. One that was granted what it cannot do without is offered to the registry
 * and runs in a plug-in host; the others are known and do nothing. Grants are followed. Any thread.
 */
public final class InstalledPlugins implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InstalledPlugins.class);

    private final PluginFolder folder;
    private final Path data;
    private final PluginRegistry registry;
    private final HostPool pool;
    private final Grants grants;
    private final Map<String, Installed> installed = new TreeMap<>();
    /** What grants change is done here: ending a process takes longer than whoever grants should wait. */
    private final ExecutorService changes = Threads.inOrder("installed-plugins");

    private Grants.Following follows = () -> {};

    /** One bundle. */
    private static final class Installed {

        private final PluginManifest manifest;
        private final Path jar;
        private final PluginHost host;
        private List<Tool> tools = List.of();
        private PluginRegistry.@Nullable Place place;

        Installed(PluginManifest manifest, Path jar, PluginHost host) {
            this.manifest = manifest;
            this.jar = jar;
            this.host = host;
        }

        Set<PluginId> ids() {
            return manifest.plugins().stream().map(each -> each.info().id()).collect(Collectors.toSet());
        }
    }

    /**
     * Nothing is read yet.
     *
     * @param data the data folder, which no plug-in is shown
     */
    public InstalledPlugins(Path data, PluginRegistry registry, HostPool pool, Grants grants) {
        this.folder = new PluginFolder(data.resolve(PluginFolder.NAME));
        this.data = data;
        this.registry = registry;
        this.pool = pool;
        this.grants = grants;
    }

    /** Reads what is installed and begins to follow the grants; once. What cannot be read is passed over and logged. */
    public void open() {
        synchronized (this) {
            for (Path jar : folder.jars()) {
                try {
                    add(PluginJar.read(jar, Locale.getDefault()), jar);
                } catch (FailureException e) {
                    log.warn(
                            "an installed plug-in is passed over: {}",
                            e.failure().code());
                } catch (RuntimeException e) {
                    log.error("an installed plug-in is passed over", Redacted.of(e));
                }
            }
        }
        follows = grants.follow(plugin -> later(() -> changed(plugin)));
    }

    private void later(Runnable work) {
        try {
            changes.execute(work);
        } catch (RejectedExecutionException e) {
            log.debug("a change came when the plug-ins were being closed");
        }
    }

    /**
     * Installs a bundle, or a newer version of one; it runs once it was granted what it needs. {@code plugin.unfit} where
     * its manifest has faults, {@code plugin.taken} where another bundle has one of its ids, and as {@link PluginJar#read}.
     */
    public synchronized List<PluginInfo> install(Path file) {
        requireFit(PluginJar.read(file, Locale.getDefault()));
        try {
            // looked at again: only this copy stays as it is
            PluginManifest manifest = PluginJar.read(folder.take(file), Locale.getDefault());
            requireFit(manifest);
            requireFree(manifest);
            Path jar = folder.put(manifest.bundle());
            Installed before = installed.get(manifest.bundle());
            if (before != null) {
                drop(before);
            }
            add(manifest, jar);
            return manifest.plugins().stream()
                    .map(PluginManifest.Declared::info)
                    .toList();
        } finally {
            folder.forget();
        }
    }

    /** No other bundle has one of its ids. */
    private void requireFree(PluginManifest manifest) {
        boolean known = installed.containsKey(manifest.bundle());
        for (PluginInfo each : registry.declared()) {
            boolean own = known && each.bundle().equals(manifest.bundle()) && !each.bundled();
            if (!own
                    && manifest.plugins().stream()
                            .anyMatch(plugin -> plugin.info().id().equals(each.id()))) {
                throw taken(each);
            }
        }
    }

    /** Takes out the bundle of that plug-in; what it was granted stays. {@code plugin.not-installed}. */
    public synchronized PluginInfo remove(PluginId plugin) {
        Installed found = installed.values().stream()
                .filter(each -> each.ids().contains(plugin))
                .findFirst()
                .orElseThrow(() -> notInstalled(plugin));
        folder.remove(found.manifest.bundle());
        drop(found);
        return found.manifest.plugins().getFirst().info();
    }

    private void add(PluginManifest manifest, Path jar) {
        requireFit(manifest);
        PluginHost host = pool.host(new HostedBundle(manifest.bundle(), jar, () -> allowed(manifest), List.of(data)));
        Installed one = new Installed(manifest, jar, host);
        installed.put(manifest.bundle(), one);
        offer(one);
        Threads.start("plugin-tools", () -> findTools(one));
    }

    private void drop(Installed one) {
        installed.remove(one.manifest.bundle());
        if (one.place != null) {
            one.place.close();
        }
        one.host.close();
    }

    /** What those plug-ins may do for as long as nobody takes it back. The rest is for the broker to decide. */
    private Collection<Permission> allowed(PluginManifest manifest) {
        Set<Permission> allowed = new HashSet<>();
        for (PluginManifest.Declared each : manifest.plugins()) {
            grants.all().stream()
                    .filter(grant -> grant.scope() == GrantScope.ALWAYS
                            && grant.plugin().equals(each.info().id()))
                    .map(Grant::permission)
                    // what is left of another bundle that had the id is no right of this one
                    .filter(granted -> each.info().permissions().stream()
                            .anyMatch(asked -> Grants.covers(asked.permission(), granted)))
                    .forEach(allowed::add);
        }
        return allowed;
    }

    private void changed(PluginId plugin) {
        List<Installed> all;
        synchronized (this) {
            all = List.copyOf(installed.values());
        }
        all.stream().filter(each -> each.ids().contains(plugin)).forEach(this::renew);
    }

    private synchronized void renew(Installed one) {
        if (installed.get(one.manifest.bundle()) != one) {
            return;
        }
        one.host.follow();
        offer(one);
        // a plug-in that takes its time over its tools must not delay what is taken back from others
        Threads.start("plugin-tools", () -> findTools(one));
    }

    /** As what it can do now, in place of what it could before. */
    private void offer(Installed one) {
        PluginRegistry.Place place = one.place;
        if (place == null) {
            one.place = registry.add(offered(one));
        } else {
            place.become(offered(one));
        }
    }

    private OutsideBundle offered(Installed one) {
        List<String> refused = refused(one);
        if (!refused.isEmpty()) {
            return OutsideBundle.without(
                    one.manifest,
                    PluginJar.files(one.jar),
                    "It is not started, because it was not granted what it needs: " + String.join(", ", refused) + ".");
        }
        return new OutsideBundle(one.manifest, PluginJar.files(one.jar), agents(one), one.tools, null);
    }

    /** What it cannot do without and may not. */
    private List<String> refused(Installed one) {
        List<Grant> held = grants.all();
        List<String> refused = new ArrayList<>();
        for (PluginManifest.Declared each : one.manifest.plugins()) {
            for (PermissionRequest asked : each.info().permissions()) {
                boolean granted = asked.optional()
                        || held.stream()
                                .filter(grant ->
                                        grant.plugin().equals(each.info().id()) && lasts(grant.scope()))
                                .anyMatch(grant -> meets(grant.permission(), asked.permission()));
                if (!granted && !refused.contains(asked.permission().toString())) {
                    refused.add(asked.permission().toString());
                }
            }
        }
        return refused;
    }

    /** One that is spent with its use, or with a run, is nothing to be started for. */
    private static boolean lasts(GrantScope scope) {
        return scope == GrantScope.ALWAYS || scope == GrantScope.PROJECT;
    }

    /** All that is asked for or, where any resource would do, some of it. */
    private static boolean meets(Permission granted, Permission asked) {
        return Grants.covers(granted, asked)
                || (asked.resource().equals(Permission.ANY) && granted.type() == asked.type());
    }

    private static List<OutsideAgent> agents(Installed one) {
        return one.manifest.plugins().stream()
                .map(PluginManifest.Declared::info)
                .filter(each -> each.kind().equals(PluginInfo.AGENT))
                .map(each -> new OutsideAgent(
                        each.id().value(), one.host.agent(each.id().value())))
                .toList();
    }

    /** What tools there are only the plug-in can say, which is started for that. */
    private void findTools(Installed one) {
        boolean any = one.manifest.plugins().stream()
                .anyMatch(each -> each.info().kind().equals(PluginInfo.TOOL));
        if (!any || !refused(one).isEmpty()) {
            return;
        }
        try {
            List<Tool> found = one.host.tools();
            synchronized (this) {
                if (installed.get(one.manifest.bundle()) == one) {
                    one.tools = found;
                    offer(one);
                }
            }
        } catch (FailureException e) {
            log.warn("the tools of a plug-in are not known: {}", e.failure().code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireFit(PluginManifest manifest) {
        if (manifest.plugins().isEmpty() || !manifest.problems().isEmpty()) {
            String faults = manifest.problems().stream()
                    .map(PluginProblem::text)
                    .distinct()
                    .collect(Collectors.joining(" "));
            throw new FailureException(Failure.of(
                    "plugin.unfit",
                    ErrorKind.USER,
                    manifest.plugins().isEmpty()
                            ? "The bundle says nowhere that it is a plug-in of Officina."
                            : "The bundle's declarations have faults. " + faults,
                    "Look at it with: officina plugins check FILE"));
        }
    }

    private static FailureException taken(PluginInfo other) {
        return new FailureException(Failure.of(
                "plugin.taken",
                ErrorKind.USER,
                "There is a plug-in " + other.id() + " already, in the bundle " + other.bundle() + ".",
                other.bundled() ? "It is a part of Officina and stays." : "Remove that one first."));
    }

    private static FailureException notInstalled(PluginId plugin) {
        return new FailureException(Failure.of(
                "plugin.not-installed",
                ErrorKind.USER,
                "Nobody has installed a plug-in " + plugin + ".",
                "\"officina plugins list\" shows those there are; what came with Officina cannot be removed."));
    }

    @Override
    public void close() {
        follows.close();
        changes.shutdownNow();
        synchronized (this) {
            List.copyOf(installed.values()).forEach(this::drop);
        }
    }
}
