// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.id.PluginId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.tool.Tool;
import officina.core.plugin.Grants;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.OutsideBundle.OutsideAgent;
import officina.core.plugin.OutsideBundle.OutsideBatch;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginJar;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.host.pool.HostNetwork;
import officina.host.pool.HostPool;
import officina.host.pool.HostedBundle;
import officina.host.pool.PluginHost;
import org.jspecify.annotations.Nullable;

/** One version of an installed bundle, with its host and its place in the registry. One thread at a time. */
final class LoadedBundle implements AutoCloseable {

    final InstalledBundle.Version version;
    final PluginManifest manifest;

    private final Path jar;
    private final Grants grants;
    private final PluginRegistry registry;
    /** Why it has no host; {@code null} where it has one. */
    private final @Nullable String reason;

    private final @Nullable PluginHost host;
    private final boolean broken;

    private List<Tool> tools = List.of();
    private PluginRegistry.@Nullable Place place;

    private LoadedBundle(
            InstalledBundle.Version version,
            PluginManifest manifest,
            Path jar,
            Grants grants,
            PluginRegistry registry,
            @Nullable PluginHost host,
            @Nullable String reason,
            boolean broken) {
        this.version = version;
        this.manifest = manifest;
        this.jar = jar;
        this.grants = grants;
        this.registry = registry;
        this.host = host;
        this.reason = reason;
        this.broken = broken;
    }

    /** One whose file was read. */
    static LoadedBundle of(
            InstalledBundle.Version version,
            PluginManifest manifest,
            Path jar,
            Path data,
            Grants grants,
            PluginRegistry registry,
            HostPool pool,
            Function<PluginManifest, HostNetwork> networks) {
        PluginHost host = pool.host(new HostedBundle(
                manifest.bundle(), jar, () -> allowed(manifest, grants), List.of(data), networks.apply(manifest)));
        return new LoadedBundle(version, manifest, jar, grants, registry, host, null, false);
    }

    /** One that the person does not want to run. */
    static LoadedBundle off(
            InstalledBundle.Version version,
            PluginManifest manifest,
            Path jar,
            Grants grants,
            PluginRegistry registry) {
        String text = "It is switched off. To switch it on: officina plugins enable "
                + version.plugins().getFirst().plugin();
        return new LoadedBundle(version, manifest, jar, grants, registry, null, text, false);
    }

    /** One whose file cannot be used: it is known by what was written down of it, so that it can be removed. */
    static LoadedBundle broken(
            String bundle, InstalledBundle.Version version, Path jar, Grants grants, PluginRegistry registry) {
        String first = version.plugins().getFirst().plugin().value();
        String text = "It is not started: its copy in the data folder cannot be read, or is not what was installed."
                + " Install it again, or remove it: officina plugins remove " + first;
        List<PluginManifest.Declared> plugins = version.plugins().stream()
                .map(each -> new PluginManifest.Declared(
                        new PluginInfo(
                                each.plugin(), each.kind(), version.version(), bundle, "", false, List.of(), List.of()),
                        null))
                .toList();
        List<PluginProblem> problems = version.plugins().stream()
                .map(each -> new PluginProblem(bundle, each.plugin().value(), text))
                .toList();
        PluginManifest manifest = new PluginManifest(bundle, version.version(), plugins, problems);
        return new LoadedBundle(version, manifest, jar, grants, registry, null, text, true);
    }

    boolean isBroken() {
        return broken;
    }

    boolean isOff() {
        return host == null && !broken;
    }

    Set<PluginId> ids() {
        return manifest.plugins().stream().map(each -> each.info().id()).collect(Collectors.toSet());
    }

    /** What is granted has changed. */
    void follow() {
        if (host != null) {
            host.follow();
        }
    }

    /** Shows it as what it can do now, in place of what it could before. */
    void offer() {
        PluginRegistry.Place known = place;
        if (known == null) {
            place = registry.add(offered());
        } else {
            known.become(offered());
        }
    }

    private OutsideBundle offered() {
        PluginHost running = host;
        if (running == null) {
            return OutsideBundle.without(
                    manifest, broken ? _ -> null : PluginJar.files(jar), Objects.requireNonNull(reason));
        }
        List<String> refused = refused();
        if (!refused.isEmpty()) {
            return OutsideBundle.without(
                    manifest,
                    PluginJar.files(jar),
                    "It is not started, because it was not granted what it needs: " + String.join(", ", refused) + ".");
        }
        return new OutsideBundle(manifest, PluginJar.files(jar), agents(running), batchAgents(running), tools, null);
    }

    private List<OutsideAgent> agents(PluginHost running) {
        return ids(PluginInfo.AGENT)
                .map(each -> new OutsideAgent(each, running.agent(each)))
                .toList();
    }

    private List<OutsideBatch> batchAgents(PluginHost running) {
        return ids(PluginInfo.BATCH)
                .map(each -> new OutsideBatch(each, running.batchAgent(each)))
                .toList();
    }

    private Stream<String> ids(String kind) {
        return manifest.plugins().stream()
                .map(PluginManifest.Declared::info)
                .filter(each -> each.kind().equals(kind))
                .map(each -> each.id().value());
    }

    /** Where to ask what tools it has, which starts it; {@code null} where nobody has to. */
    @Nullable
    PluginHost toAskForTools() {
        boolean any =
                manifest.plugins().stream().anyMatch(each -> each.info().kind().equals(PluginInfo.TOOL));
        return any && refused().isEmpty() ? host : null;
    }

    void become(List<Tool> found) {
        tools = found;
        offer();
    }

    /** What it cannot do without and may not. */
    private List<String> refused() {
        return refused(manifest, grants);
    }

    /** What a bundle cannot do without and may not. */
    static List<String> refused(PluginManifest manifest, Grants grants) {
        return manifest.plugins().stream()
                .flatMap(each -> grants.missing(each.info()).stream())
                .map(Permission::toString)
                .distinct()
                .toList();
    }

    /** What those plug-ins may do for as long as nobody takes it back. The rest is for the broker to decide. */
    private static Collection<Permission> allowed(PluginManifest manifest, Grants grants) {
        Set<Permission> allowed = new HashSet<>();
        for (PluginManifest.Declared each : manifest.plugins()) {
            grants.all().stream()
                    .filter(grant -> grant.scope() == GrantScope.ALWAYS
                            && grant.plugin().equals(each.info().id()))
                    .map(Grant::permission)
                    // what was granted to another version is no right of this one
                    .filter(granted -> each.info().permissions().stream()
                            .anyMatch(asked -> Grants.covers(asked.permission(), granted)))
                    .forEach(allowed::add);
        }
        return allowed;
    }

    /** Takes over the place of another version, which leaves it. */
    void succeed(LoadedBundle before) {
        place = before.place;
        before.place = null;
    }

    /** Does nothing new; what it is at work on it finishes. */
    void retire() {
        if (host != null) {
            host.retire();
        }
    }

    boolean hasLeft() {
        return host == null || host.processId() == null;
    }

    @Override
    public void close() {
        PluginRegistry.Place known = place;
        if (known != null) {
            known.close();
            place = null;
        }
        if (host != null) {
            host.close();
        }
    }
}
