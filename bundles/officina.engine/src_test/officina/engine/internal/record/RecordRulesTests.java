// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import org.junit.jupiter.api.Test;

class RecordRulesTests {

    @Test
    void what_is_refused_says_why_in_the_words_of_a_person() {
        JsonObject untitled =
                JsonObject.EMPTY.with("project", new RecordId(new UUID(1, 1))).with("title", "  ");

        FailureException refused = assertThrows(
                FailureException.class, () -> RecordRules.canonical(RecordKind.TODO, untitled, Instant.EPOCH));

        assertEquals("record.invalid", refused.failure().code());
        assertEquals(
                "This cannot be saved: a to-do has a title of 1 to " + Todo.MAX_TITLE + " characters.",
                refused.failure().message());
    }
}
