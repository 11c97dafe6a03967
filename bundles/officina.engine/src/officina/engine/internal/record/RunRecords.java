// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.run.RunState;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.store.Store;

/**
 * Records as a plug-in changes them in a run, before any question of permission. What the run did before a crash is
 * found again rather than done twice.
 */
public final class RunRecords implements RecordAccess {

    private final EventLog log;
    private final Store store;
    private final RecordWriter writer;
    private final RunAddress address;
    private final Supplier<RecordId> ids;

    /** @param ids gives the id of each record to create: new ones, or always the same one for a step of a plan */
    public RunRecords(EventLog log, Store store, RecordWriter writer, RunAddress address, Supplier<RecordId> ids) {
        this.log = log;
        this.store = store;
        this.writer = writer;
        this.address = address;
        this.ids = ids;
    }

    @Override
    public List<DataRecord> list(RecordQuery query) {
        log.settle();
        return store.list(query);
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        log.settle();
        return store.get(kind, id);
    }

    @Override
    public DataRecord create(RecordKind kind, JsonObject fields) {
        requireWritable(kind);
        RecordId id = ids.get();
        return writer.write(
                address, changes -> changes.find(kind, id).orElseGet(() -> changes.create(kind, id, fields)));
    }

    @Override
    public DataRecord update(RecordKind kind, RecordId id, JsonObject changed) {
        requireWritable(kind);
        return writer.write(address, changes -> changes.update(kind, id, changed));
    }

    @Override
    public void delete(RecordKind kind, RecordId id) {
        requireWritable(kind);
        if (!deletedByThisRun(id)) {
            writer.write(address, changes -> changes.delete(kind, id));
        }
    }

    private boolean deletedByThisRun(RecordId id) {
        RunState run = log.state(address.session()).run(address.run());
        return run != null
                && run.changes().stream()
                        .filter(change -> change.id().equals(id))
                        .reduce((first, second) -> second)
                        .map(RecordChanged::change)
                        .filter(RecordChange.DELETED::equals)
                        .isPresent();
    }

    private static void requireWritable(RecordKind kind) {
        if (!RecordRules.PLUGIN_KINDS.contains(kind)) {
            throw new FailureException(Failure.of(
                    "permission.denied",
                    ErrorKind.PERMISSION,
                    "Records of kind \"" + kind + "\" are not for plug-ins to change.",
                    null));
        }
    }
}
