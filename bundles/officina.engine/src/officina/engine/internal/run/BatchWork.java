// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import java.util.concurrent.ExecutorService;
import officina.api.batch.AutomationMemory;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.base.Threads;
import officina.core.plugin.BatchEntry;
import officina.engine.internal.log.RunAddress;

/** Calls batch agents with handles of their runs. Any thread; an interrupt reaches the agent and not our own files. */
public final class BatchWork implements AutoCloseable {

    private final RunServices services;
    private final RecordId project;
    private final ExecutorService shieldedWork = Threads.perTask("batch-io");
    private final Shielded shielded = new Shielded(shieldedWork);

    /** @param project that all of them work in */
    public BatchWork(RunServices services, RecordId project) {
        this.services = services;
        this.project = project;
    }

    /** What the agent has done, in the run of that address, and what it wants written for it. */
    public BatchDone run(BatchEntry entry, BatchTrigger trigger, RunAddress address) throws InterruptedException {
        PluginId plugin = entry.plugin().id();
        try (EngineRunContext run = new EngineRunContext(services, address, project, null, shielded)) {
            BatchNotes notes = new BatchNotes(plugin, shielded.call(() -> kept(plugin)));
            BatchResult result = entry.agent()
                    .run(trigger, new EngineAgentContext(run, plugin, project, run.records(plugin), List.of(), notes));
            return new BatchDone(result, notes.kept(), notes.proposed());
        }
    }

    private JsonObject kept(PluginId plugin) {
        return services.store()
                .get(RecordKind.AUTOMATION_MEMORY, AutomationMemory.idOf(plugin))
                .map(record -> AutomationMemory.from(record.fields()).kept())
                .orElse(JsonObject.EMPTY);
    }

    @Override
    public void close() {
        shieldedWork.shutdown();
    }
}
