// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import org.junit.jupiter.api.Test;

class SessionRowTests {

    @Test
    void what_needs_the_person_comes_first_and_the_newest_first_of_all() {
        List<SessionRow> rows = SessionRow.of(List.of(
                session("done", RunPhase.DONE, 1),
                session("asks", RunPhase.AWAITING_ANSWER, 2),
                session("works", RunPhase.RUNNING, 3),
                session("failed", RunPhase.FAILED, 4),
                session("interrupted", RunPhase.INTERRUPTED, 5)));
        assertEquals(
                List.of("NEEDS_YOU 2", "interrupted", "asks", "WORKING 1", "works", "DONE 2", "failed", "done"),
                rows.stream()
                        .map(row -> switch (row) {
                            case SessionRow.Heading(var group, int count) -> group + " " + count;
                            case SessionRow.Item item -> item.title();
                        })
                        .toList());
    }

    @Test
    void no_session_is_no_row() {
        assertEquals(List.of(), SessionRow.of(List.of()));
    }

    private static SessionSummary session(String title, RunPhase phase, int minute) {
        return new SessionSummary(
                new SessionId(UUID.nameUUIDFromBytes(title.getBytes())),
                new SessionInfo(title, new RecordId(new UUID(0, 0)), SessionKind.CONVERSATION),
                phase,
                1,
                Instant.EPOCH.plusSeconds(60L * minute));
    }
}
