// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.host.SecretRef;
import officina.api.memory.EmbeddingModel;
import officina.api.plan.PlanAction;
import officina.api.record.RecordKind;
import org.junit.jupiter.api.Test;

/** Names come from files and wires of strangers: whatever their length they are read or refused. */
class NameTests {

    private static final int PARTS = 100_000;

    @Test
    void a_name_of_many_parts_is_read() {
        String dots = "a" + ".a".repeat(PARTS);
        String dashes = "a" + "-a".repeat(PARTS);
        String lines = "a" + "_a".repeat(PARTS);

        assertEquals(dots, new PluginId(dots).value());
        assertEquals(dots, new SecretRef(dots).name());
        assertEquals(dots, new EmbeddingModel(dots, 1, 1).id());
        assertEquals(dashes, new RecordKind(dashes).name());
        assertEquals(lines, new PlanAction(lines).name());
        assertEquals(dots, Failure.of(dots, ErrorKind.USER, "What.", "Why.").code());
    }

    @Test
    void one_that_ends_wrong_is_refused() {
        String dots = "a" + ".a".repeat(PARTS) + ".";
        String dashes = "a" + "-a".repeat(PARTS) + "-";
        String lines = "a" + "_a".repeat(PARTS) + "_";

        assertThrows(IllegalArgumentException.class, () -> new PluginId(dots));
        assertThrows(IllegalArgumentException.class, () -> new SecretRef(dots));
        assertThrows(IllegalArgumentException.class, () -> new EmbeddingModel(dots, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new RecordKind(dashes));
        assertThrows(IllegalArgumentException.class, () -> new PlanAction(lines));
        assertThrows(IllegalArgumentException.class, () -> Failure.of(dots, ErrorKind.USER, "What.", "Why."));
    }
}
