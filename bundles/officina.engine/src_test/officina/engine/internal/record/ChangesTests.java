// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.id.RecordId;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.engine.internal.FakeStore;
import org.junit.jupiter.api.Test;

class ChangesTests {

    private static final RecordId SESSION = new RecordId(new UUID(1, 1));
    private static final SessionInfo INFO =
            new SessionInfo("Renew the passport", new RecordId(new UUID(2, 2)), SessionKind.CONVERSATION);

    private final Changes changes = new Changes(new FakeStore(), Instant.EPOCH);

    @Test
    void what_is_forgotten_is_deleted_without_its_words() {
        changes.create(RecordKind.SESSION, SESSION, INFO.fields());
        changes.forget(RecordKind.SESSION, SESSION);

        assertEquals(Optional.empty(), changes.find(RecordKind.SESSION, SESSION));
        assertEquals(
                new RecordChanged(RecordKind.SESSION, SESSION, RecordChange.DELETED, 2, null, null),
                changes.events().getLast());
    }
}
