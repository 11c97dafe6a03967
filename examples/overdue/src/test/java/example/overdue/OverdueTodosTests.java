// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.overdue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.UUID;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.testkit.agent.BatchContractTests;
import org.junit.jupiter.api.Test;

/** The contract of every batch agent, and what this one is for. */
class OverdueTodosTests extends BatchContractTests {

    private static final JsonObject TODO = JsonObject.EMPTY.with("project", new RecordId(new UUID(0, 1)));

    @Override
    protected BatchAgent agent() {
        return new OverdueTodos();
    }

    @Test
    void only_what_is_open_and_was_due_is_overdue() throws IOException {
        records().create(RecordKind.TODO, TODO.with("title", "long ago").with("due", "2001-01-01"));
        records()
                .create(
                        RecordKind.TODO,
                        TODO.with("title", "done").with("due", "2001-01-01").with("status", "done"));
        records().create(RecordKind.TODO, TODO.with("title", "some day"));
        records().create(RecordKind.TODO, TODO.with("title", "far away").with("due", "2999-01-01"));

        assertEquals("1 overdue, and you were told", run(Cause.SCHEDULE).summary());
    }

    @Test
    void where_nothing_is_overdue_nobody_is_disturbed() throws IOException {
        assertEquals("Nothing is overdue", run(Cause.PERSON).summary());
    }
}
