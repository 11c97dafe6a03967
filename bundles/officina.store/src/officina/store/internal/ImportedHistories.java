// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.SessionImport;
import officina.protocol.Json;
import officina.store.internal.database.Sql;

/**
 * Which events tell of another data folder: the first ones of sessions that came out of a file. They change no record
 * but their own session's, because what they changed there may be another thing here, or may have changed since.
 */
final class ImportedHistories {

    private final Sql sql;
    private final Map<SessionId, Long> lastFromElsewhere = new HashMap<>();

    ImportedHistories(Sql sql) {
        this.sql = sql;
    }

    boolean isFromElsewhere(EventEnvelope envelope) throws SQLException {
        Long last = lastFromElsewhere.get(envelope.session());
        if (last == null) {
            last = sql.find(
                            row -> SessionImport.from(Json.parseObject(row.text("fields")))
                                    .events(),
                            "select fields from data_record where id = ? and kind = ?",
                            SessionImport.idOf(envelope.session()).value(),
                            RecordKind.SESSION_IMPORT.name())
                    .orElse(0L);
            lastFromElsewhere.put(envelope.session(), last);
        }
        return envelope.seq() <= last;
    }

    /** Whether the change is one of a record of this data folder. */
    boolean mayChange(EventEnvelope envelope, RunEvent.RecordChanged change) throws SQLException {
        boolean ofItself = change.kind().equals(RecordKind.SESSION)
                && change.id().value().equals(envelope.session().value());
        return ofItself || !isFromElsewhere(envelope);
    }

    /** A change was applied. */
    void changed(RunEvent.RecordChanged change) {
        if (change.kind().equals(RecordKind.SESSION_IMPORT)) {
            lastFromElsewhere.clear();
        }
    }
}
