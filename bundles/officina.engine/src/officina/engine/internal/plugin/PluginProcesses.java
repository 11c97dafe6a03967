// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import officina.api.id.PluginId;
import officina.core.plugin.InstalledBundle;
import officina.engine.PluginProcess;
import officina.host.pool.HostFacts;
import officina.host.pool.HostPool;
import officina.host.pool.PluginHost;
import org.jspecify.annotations.Nullable;

/** The processes of installed bundles, with those of versions that finish what they are at work on. Any thread. */
public final class PluginProcesses {

    private final HostPool pool;
    private final BundleRecords records;

    public PluginProcesses(HostPool pool, BundleRecords records) {
        this.pool = pool;
        this.records = records;
    }

    /** Those that run now, by bundle and then by age. */
    public List<PluginProcess> list() {
        String level = pool.level().name().toLowerCase(Locale.ROOT);
        return pool.hosts().stream()
                .flatMap(host -> host.facts().stream())
                .map(facts -> told(facts, records.all().get(facts.bundle()), level))
                .sorted(Comparator.comparing(PluginProcess::bundle).thenComparing(PluginProcess::since))
                .toList();
    }

    private static PluginProcess told(HostFacts facts, @Nullable InstalledBundle known, String level) {
        return new PluginProcess(
                facts.bundle(),
                known == null
                        ? List.of()
                        : known.ids().stream()
                                .sorted(Comparator.comparing(PluginId::value))
                                .toList(),
                facts.process(),
                level,
                facts.since(),
                facts.calls(),
                facts.processor(),
                facts.memory());
    }

    /** Ends those that the plug-in runs in. {@code plugin.no-process}. */
    public void end(PluginId plugin) {
        List<PluginHost> running = pool.hosts().stream()
                .filter(host -> host.facts().isPresent())
                .filter(host -> {
                    InstalledBundle known = records.all().get(host.name());
                    return known != null && known.ids().contains(plugin);
                })
                .toList();
        if (running.isEmpty()) {
            throw InstallRules.noProcess(plugin);
        }
        running.forEach(PluginHost::stop);
    }
}
