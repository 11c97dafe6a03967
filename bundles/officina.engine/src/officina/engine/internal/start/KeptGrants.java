// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.time.InstantSource;
import java.util.List;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.Grant;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.Uuids;
import officina.core.plugin.Grants;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/**
 * Makes what holds in memory and what is stored one thing: each change of a stored grant holds as soon as it is written,
 * whoever wrote it, an undo as well; and a grant for once leaves the store with its use. Any thread.
 */
public final class KeptGrants {

    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;
    private final Grants grants = new Grants(this::spend);

    private KeptGrants(Store store, RecordWriter writer, InstantSource clock, RecordId project) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.project = project;
    }

    /** The stored grants, which hold from now on. */
    public static Grants of(Store store, RecordWriter writer, InstantSource clock, RecordId project) {
        KeptGrants kept = new KeptGrants(store, writer, clock, project);
        writer.afterChange(RecordKind.GRANT, kept::read);
        kept.read();
        return kept.grants;
    }

    private void read() {
        grants.replace(
                records().stream().map(record -> Grant.from(record.fields())).toList());
    }

    private void spend(Grant grant) {
        RunAddress address = new RunAddress(
                FirstRecords.editsOf(project), new RunId(Uuids.next(clock)), new Origin(List.of(PluginId.OFFICINA)));
        writer.write(address, changes -> {
            List<RecordId> used = records().stream()
                    .filter(record -> Grant.from(record.fields()).equals(grant))
                    .map(DataRecord::id)
                    .toList();
            if (!used.isEmpty()) {
                changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, "A permission for once", null, null));
                used.forEach(each -> changes.delete(RecordKind.GRANT, each));
                changes.add(new RunEvent.RunFinished(true, grant.plugin() + " used " + grant.permission()));
            }
            return used;
        });
    }

    private List<DataRecord> records() {
        return store.list(RecordQuery.all(RecordKind.GRANT));
    }
}
