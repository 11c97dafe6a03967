// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import java.util.Optional;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/** Record access whose work an interrupt cannot break off half-way. */
record ShieldedRecords(RecordAccess records, Shielded shielded) implements RecordAccess {

    @Override
    public List<DataRecord> list(RecordQuery query) {
        return shielded.call(() -> records.list(query));
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        return shielded.call(() -> records.get(kind, id));
    }

    @Override
    public DataRecord create(RecordKind kind, JsonObject fields) {
        return shielded.call(() -> records.create(kind, fields));
    }

    @Override
    public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
        return shielded.call(() -> records.update(kind, id, changes));
    }

    @Override
    public void delete(RecordKind kind, RecordId id) {
        shielded.call(() -> {
            records.delete(kind, id);
            return true;
        });
    }
}
