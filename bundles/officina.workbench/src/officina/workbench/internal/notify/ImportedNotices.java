// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import java.util.HashMap;
import java.util.Map;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.SessionImport;

/** Which notifications came in with an imported conversation: they were shown when they were sent, elsewhere. One thread. */
final class ImportedNotices {

    private final Map<SessionId, Long> lastFromElsewhere = new HashMap<>();

    /** Looks at every event, in order. */
    void see(EventEnvelope envelope) {
        if (envelope.event() instanceof RunEvent.RecordChanged change
                && change.kind().equals(RecordKind.SESSION_IMPORT)
                && change.after() != null) {
            SessionImport made = SessionImport.from(change.after());
            lastFromElsewhere.put(made.session(), made.events());
        }
    }

    boolean has(EventEnvelope envelope) {
        return envelope.seq() <= lastFromElsewhere.getOrDefault(envelope.session(), 0L);
    }
}
