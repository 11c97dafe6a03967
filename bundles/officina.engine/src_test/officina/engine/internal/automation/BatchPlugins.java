// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import officina.api.agent.AgentDescriptor;
import officina.api.batch.BatchAgent;
import officina.api.id.PluginId;
import officina.api.language.Entities;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.Grants;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.PluginInfo;
import officina.core.schedule.CronSchedule;
import officina.core.schedule.Timetable;
import officina.engine.internal.Bench;
import officina.engine.internal.NoBrowsers;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.NoServers;
import officina.engine.internal.knowledge.EngineIndex;
import officina.engine.internal.knowledge.KeptIndex;
import officina.engine.internal.knowledge.Meanings;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.run.ChatContexts;
import officina.engine.internal.run.RunServices;
import org.jspecify.annotations.Nullable;

/** Batch agents as a test puts them there, and what their runs stand on. */
public final class BatchPlugins extends NoPlugins {

    private final Map<PluginId, PluginInfo> infos = new LinkedHashMap<>();
    private final Map<PluginId, BatchAgent> agents = new ConcurrentHashMap<>();

    /** @param cron {@code null} for one without a schedule */
    public void add(
            PluginId id, @Nullable String cron, boolean overlaps, List<Permission> permissions, BatchAgent agent) {
        infos.put(
                id,
                new PluginInfo(
                        id,
                        PluginInfo.BATCH,
                        "1.0",
                        "test",
                        "",
                        true,
                        permissions.stream()
                                .map(each -> new PermissionRequest(each, "To look.", false))
                                .toList(),
                        List.of(),
                        cron == null ? null : new Timetable(CronSchedule.parse(cron), null, overlaps)));
        agents.put(id, agent);
    }

    /** Takes away the service; it stays declared. */
    public void remove(PluginId id) {
        agents.remove(id);
    }

    public PluginInfo info(PluginId id) {
        return infos.get(id);
    }

    @Override
    public List<PluginInfo> declared() {
        return List.copyOf(infos.values());
    }

    @Override
    public List<PluginInfo> plugins() {
        return infos.values().stream()
                .filter(each -> agents.containsKey(each.id()))
                .toList();
    }

    @Override
    public List<BatchEntry> batchAgents() {
        return infos.keySet().stream()
                .flatMap(each -> batchAgent(each).stream())
                .toList();
    }

    @Override
    public Optional<BatchEntry> batchAgent(PluginId id) {
        BatchAgent agent = agents.get(id);
        return agent == null
                ? Optional.empty()
                : Optional.of(new BatchEntry(
                        infos.get(id), new AgentDescriptor(id, name(id), "Looks after it", List.of(), false), agent));
    }

    private static String name(PluginId id) {
        String last = id.value().substring(id.value().indexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    public RunServices services(Bench bench, Grants grants, InstantSource clock) {
        return new RunServices(
                bench.log,
                bench.store,
                new RecordWriter(bench.log, bench.store, clock),
                this,
                new PermissionBroker(grants),
                (text, _) -> new Entities(text, List.of()),
                nothingCompared(),
                new KeptIndex(
                        bench.store,
                        new EngineIndex(
                                () -> {
                                    throw new UnsupportedOperationException("nothing is looked for here");
                                },
                                Path.of("no-index"),
                                new SecretKeySpec(new byte[32], "AES"),
                                nothingCompared())),
                () -> {
                    throw new UnsupportedOperationException("no file is read here");
                },
                NoBrowsers.HERE,
                NoServers.web(new PermissionBroker(grants)),
                NoServers.mail(),
                (_, _) -> Optional.empty(),
                _ -> Set.of(),
                new ChatContexts(bench.store, clock, Bench.person()),
                clock);
    }

    private static Meanings nothingCompared() {
        return new Meanings(
                () -> {
                    throw new UnsupportedOperationException("nothing is compared here");
                },
                Path.of("native"));
    }
}
