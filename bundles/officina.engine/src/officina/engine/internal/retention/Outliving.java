// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.retention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.SessionRemoval;
import officina.store.Store;

/**
 * What changed a record that exists: without it, a store that is made anew would lack the record. What an imported
 * history tells never changed one.
 */
final class Outliving {

    private static final Set<RecordKind> OF_THE_SESSION = Set.of(RecordKind.SESSION, RecordKind.SESSION_IMPORT);

    private final Store store;
    private final Map<RecordId, Boolean> known = new HashMap<>();
    private final Map<SessionId, Long> imported = new HashMap<>();

    /** @param notes of what is being removed */
    Outliving(Store store, List<DataRecord> notes) {
        this.store = store;
        notes.forEach(note -> {
            SessionRemoval removal = SessionRemoval.from(note.fields());
            imported.put(removal.session(), removal.imported());
        });
    }

    boolean isNeeded(EventEnvelope envelope) {
        return envelope.event() instanceof RunEvent.RecordChanged change
                && !OF_THE_SESSION.contains(change.kind())
                && envelope.seq() > imported.getOrDefault(envelope.session(), 0L)
                && known.computeIfAbsent(
                        change.id(), id -> store.get(change.kind(), id).isPresent());
    }
}
