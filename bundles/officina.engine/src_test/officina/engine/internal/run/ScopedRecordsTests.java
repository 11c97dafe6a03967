// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.engine.internal.sample.SampleScope.View;
import officina.testkit.FakeClock;
import officina.testkit.agent.InMemoryRecordAccess;
import org.junit.jupiter.api.Test;

/** Agents of a conversation on one side of the sample's border do nothing on the other. */
class ScopedRecordsTests {

    private static final RecordId SAMPLE = new RecordId(new UUID(1, 1));
    private static final RecordId OWN = new RecordId(new UUID(1, 2));

    private final InMemoryRecordAccess all = new InMemoryRecordAccess(new FakeClock());

    private DataRecord todo(RecordId project) {
        return all.create(RecordKind.TODO, JsonObject.EMPTY.with("title", "x").with("project", project.toString()));
    }

    private static String refused(Runnable work) {
        return assertThrows(FailureException.class, work::run).failure().code();
    }

    @Test
    void what_lies_on_the_other_side_is_as_good_as_not_there() {
        DataRecord own = todo(OWN);
        DataRecord sample = todo(SAMPLE);
        for (boolean within : List.of(false, true)) {
            DataRecord here = within ? sample : own;
            DataRecord there = within ? own : sample;
            ScopedRecords records = new ScopedRecords(all, new View(SAMPLE, within, Set.of()));
            assertEquals(
                    List.of(here.id()),
                    records.list(RecordQuery.all(RecordKind.TODO)).stream()
                            .map(DataRecord::id)
                            .toList());
            assertTrue(records.get(RecordKind.TODO, there.id()).isEmpty());
            assertEquals(
                    "record.missing",
                    refused(() -> records.update(RecordKind.TODO, there.id(), JsonObject.EMPTY.with("title", "y"))));
            assertEquals("record.missing", refused(() -> records.delete(RecordKind.TODO, there.id())));
            records.update(RecordKind.TODO, here.id(), JsonObject.EMPTY.with("title", "y"));
        }
        assertEquals(2, all.list(RecordQuery.all(RecordKind.TODO)).size());
    }
}
