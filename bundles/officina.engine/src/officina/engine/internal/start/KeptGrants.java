// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.time.InstantSource;
import java.util.List;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.permission.Grant;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.Uuids;
import officina.core.plugin.Grants;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/**
 * Makes what holds in memory and what is stored one thing: each change of a stored grant holds as soon as it is written,
 * whoever wrote it, an undo as well, and whether or not the store can follow; and a grant for once leaves the store with
 * its use. Any thread.
 */
public final class KeptGrants {

    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;
    private final Grants grants = new Grants(this::spend);

    private KeptGrants(RecordWriter writer, InstantSource clock, RecordId project) {
        this.writer = writer;
        this.clock = clock;
        this.project = project;
    }

    /** The stored grants, which hold from now on. */
    public static Grants of(Store store, RecordWriter writer, InstantSource clock, RecordId project) {
        KeptGrants kept = new KeptGrants(writer, clock, project);
        writer.follow(RecordKind.GRANT, kept::changed);
        store.list(RecordQuery.all(RecordKind.GRANT))
                .forEach(record -> kept.grants.hold(record.id(), Grant.from(record.fields())));
        return kept.grants;
    }

    private void changed(RecordChanged change) {
        JsonObject fields = change.after();
        // first, so that what cannot be read holds no more
        grants.drop(change.id());
        if (fields != null) {
            grants.hold(change.id(), Grant.from(fields));
        }
    }

    private void spend(RecordId record, Grant grant) {
        RunAddress address = new RunAddress(
                FirstRecords.editsOf(project), new RunId(Uuids.next(clock)), new Origin(List.of(PluginId.OFFICINA)));
        writer.write(address, changes -> {
            boolean stored = changes.find(RecordKind.GRANT, record).isPresent();
            if (stored) {
                changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, "A permission for once", null, null));
                changes.delete(RecordKind.GRANT, record);
                changes.add(new RunEvent.RunFinished(true, grant.plugin() + " used " + grant.permission()));
            }
            return stored;
        });
    }
}
