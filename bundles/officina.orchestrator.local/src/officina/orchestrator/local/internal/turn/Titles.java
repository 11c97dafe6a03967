// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import officina.api.id.PluginId;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.core.plugin.AgentEntry;

/** What the person has, by the agents that look after it: those whose manifests ask to change that kind of record. */
final class Titles {

    private Titles() {}

    static Map<PluginId, List<String>> of(List<DataRecord> records, List<AgentEntry> agents) {
        Map<PluginId, List<String>> titles = new LinkedHashMap<>();
        for (AgentEntry agent : agents) {
            List<String> own = records.stream()
                    .filter(record -> looksAfter(agent, record))
                    .map(record -> record.fields().text("title"))
                    .filter(Objects::nonNull)
                    .toList();
            titles.put(agent.plugin().id(), own);
        }
        return titles;
    }

    private static boolean looksAfter(AgentEntry agent, DataRecord record) {
        return agent.plugin().permissions().stream()
                .anyMatch(request -> request.permission().type() == PermissionType.STORE_WRITE
                        && request.permission().resource().equals(record.kind().name()));
    }
}
