// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import officina.api.error.FailureException;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.Test;

class InMemoryRecordAccessTests {

    private final InMemoryRecordAccess records = new InMemoryRecordAccess(new FakeClock());

    @Test
    void a_change_raises_the_revision_and_a_null_removes_a_field() {
        records.create(RecordKind.TODO, todo("Buy milk").with("due", "2026-12-12"));
        DataRecord changed = records.update(
                RecordKind.TODO,
                InMemoryRecordAccess.id(1),
                JsonObject.EMPTY.with("due", JsonNull.NULL).with("status", "done"));
        assertEquals(
                todo("Buy milk")
                        .with("description", "")
                        .with("priority", "medium")
                        .with("status", "done")
                        .with("people", List.of())
                        .with("completedAt", FakeClock.START),
                changed.fields());
        assertEquals(2, changed.revision());
    }

    @Test
    void a_query_asks_for_fields_and_words() {
        records.create(RecordKind.TODO, todo("Buy milk"));
        records.create(RecordKind.TODO, todo("Buy bread"));
        assertEquals(
                List.of(InMemoryRecordAccess.id(2)),
                records
                        .list(new RecordQuery(RecordKind.TODO, Map.of("status", new JsonText("open")), "BREAD buy", 10))
                        .stream()
                        .map(DataRecord::id)
                        .toList());
    }

    @Test
    void wrong_fields_are_refused() {
        FailureException refused =
                assertThrows(FailureException.class, () -> records.create(RecordKind.TODO, todo(" ")));
        assertEquals("record.invalid", refused.failure().code());
    }

    @Test
    void a_record_that_is_gone_is_missing() {
        records.create(RecordKind.TODO, todo("Buy milk"));
        records.delete(RecordKind.TODO, InMemoryRecordAccess.id(1));
        FailureException refused =
                assertThrows(FailureException.class, () -> records.delete(RecordKind.TODO, InMemoryRecordAccess.id(1)));
        assertEquals("record.missing", refused.failure().code());
        assertEquals(List.of("create todo", "delete todo"), records.writes());
    }

    private static JsonObject todo(String title) {
        return JsonObject.EMPTY.with("project", InMemoryRecordAccess.id(99)).with("title", title);
    }
}
