// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import officina.api.id.PluginId;
import officina.api.permission.Grant;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.PublisherKey;
import officina.engine.ExaminedBundle;
import officina.engine.PluginItem;
import officina.engine.internal.plugin.BundleRecords;
import officina.engine.internal.plugin.InstalledPlugins;
import officina.engine.internal.plugin.Publishers;

/** Brings together what manifests, the registry, records and grants say of plug-ins. Any thread. */
final class PluginOverview {

    private final PluginRegistry registry;
    private final InstalledPlugins installed;
    private final BundleRecords bundles;
    private final Publishers publishers;
    private final PluginGrants grants;

    PluginOverview(
            PluginRegistry registry,
            InstalledPlugins installed,
            BundleRecords bundles,
            Publishers publishers,
            PluginGrants grants) {
        this.registry = registry;
        this.installed = installed;
        this.bundles = bundles;
        this.publishers = publishers;
        this.grants = grants;
    }

    /** All that are declared, at work or not, and those that are gone but still have grants; by id. */
    List<PluginItem> list() {
        TreeMap<String, List<PluginInfo>> declared = new TreeMap<>();
        registry.declared()
                .forEach(each -> declared.computeIfAbsent(each.id().value(), _ -> new ArrayList<>())
                        .add(each));
        Map<String, InstalledBundle> there = bundles.all();
        List<PluginInfo> next = there.values().stream()
                .flatMap(each -> installed.waiting(each).stream())
                .toList();
        // so that what only a version has that waits can be asked about, and granted what it needs
        Set<String> now = Set.copyOf(declared.keySet());
        next.stream()
                .filter(each -> !now.contains(each.id().value()))
                .forEach(each -> declared.computeIfAbsent(each.id().value(), _ -> new ArrayList<>())
                        .add(each));
        List<Grant> held = grants.held();
        held.forEach(each -> declared.putIfAbsent(each.plugin().value(), List.of()));
        Set<PluginInfo> working = Set.copyOf(registry.plugins());
        List<PluginProblem> problems = registry.problems();
        return declared.entrySet().stream()
                .map(each -> {
                    PluginId id = new PluginId(each.getKey());
                    List<PluginInfo> current = now.contains(each.getKey()) ? each.getValue() : List.of();
                    List<PermissionRequest> asks = askedAnew(id, current, next);
                    Map<String, PluginItem.Installation> known = new HashMap<>();
                    each.getValue().stream()
                            .map(info -> there.get(info.bundle()))
                            .filter(Objects::nonNull)
                            .forEach(bundle -> known.put(bundle.bundle(), installation(bundle, asks)));
                    return new PluginSheet(id, each.getValue(), working, problems, held, known).item();
                })
                .toList();
    }

    /** What a plug-in asks for in a version that waits, and in the current one does not. */
    private static List<PermissionRequest> askedAnew(PluginId id, List<PluginInfo> current, List<PluginInfo> next) {
        List<Permission> known = current.stream()
                .flatMap(each -> each.permissions().stream())
                .map(PermissionRequest::permission)
                .toList();
        return next.stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.permissions().stream())
                .filter(each -> !known.contains(each.permission()))
                .distinct()
                .toList();
    }

    private PluginItem.Installation installation(InstalledBundle bundle, List<PermissionRequest> asks) {
        List<PublisherKey> keys = bundle.current().keys();
        InstalledBundle.Version previous = bundle.previous();
        InstalledBundle.Version waiting = bundle.waiting();
        return new PluginItem.Installation(
                keys.stream().map(PublisherKey::text).toList(),
                publishers.name(keys).orElse(""),
                bundle.enabled(),
                previous == null ? "" : previous.version(),
                waiting == null ? null : new PluginItem.Waiting(waiting.version(), asks));
    }

    /** What the bundle in that file would be if it were installed. */
    ExaminedBundle examine(Path file) {
        InstalledPlugins.Examined found = installed.examine(file);
        List<PluginInfo> all = found.manifest().plugins().stream()
                .map(PluginManifest.Declared::info)
                .toList();
        PluginItem.Installation installation = new PluginItem.Installation(
                found.keys().stream().map(PublisherKey::text).toList(),
                publishers.name(found.keys()).orElse(""),
                true,
                found.there(),
                null);
        List<Grant> held = grants.held();
        List<PluginItem> items = all.stream()
                .map(PluginInfo::id)
                .distinct()
                .map(id -> new PluginSheet(
                                id,
                                all.stream()
                                        .filter(each -> each.id().equals(id))
                                        .toList(),
                                Set.of(),
                                List.of(),
                                held,
                                Map.of(found.manifest().bundle(), installation))
                        .item())
                .toList();
        return new ExaminedBundle(found.digest(), items);
    }
}
