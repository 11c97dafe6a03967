// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.engine.internal.record.Changes;
import officina.engine.internal.sample.SampleScope;

/** Records without those on the other side of the border around the sample. What is created is on this side. */
record ScopedRecords(RecordAccess records, SampleScope.View view) implements RecordAccess {

    @Override
    public List<DataRecord> list(RecordQuery query) {
        RecordId sample = view.sample();
        if (sample == null) {
            return records.list(query);
        }
        if (view.within() && query.kind().equals(RecordKind.TODO)) {
            Map<String, JsonValue> equal = new HashMap<>(query.equal());
            equal.put("project", JsonValue.of(sample));
            return records.list(new RecordQuery(query.kind(), equal, query.text(), query.limit()));
        }
        // the sample is small: so many more make up for it
        int more = Math.min(query.limit() + SampleScope.FEW, RecordQuery.MAX_LIMIT);
        RecordQuery wider = new RecordQuery(query.kind(), query.equal(), query.text(), more);
        return view.seen(records.list(wider)).stream().limit(query.limit()).toList();
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        return records.get(kind, id).filter(view::sees);
    }

    @Override
    public DataRecord create(RecordKind kind, JsonObject fields) {
        return records.create(kind, fields);
    }

    @Override
    public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
        requireSeen(kind, id);
        return records.update(kind, id, changes);
    }

    @Override
    public void delete(RecordKind kind, RecordId id) {
        requireSeen(kind, id);
        records.delete(kind, id);
    }

    /** What lies on the other side is as good as not there. */
    private void requireSeen(RecordKind kind, RecordId id) {
        if (records.get(kind, id).filter(record -> !view.sees(record)).isPresent()) {
            throw Changes.missing(kind);
        }
    }
}
