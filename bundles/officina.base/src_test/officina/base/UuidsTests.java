// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidsTests {

    @Test
    void new_identifiers_sort_by_time_and_carry_version_and_variant() {
        UUID earlier = Uuids.next(InstantSource.fixed(Instant.ofEpochMilli(1_000)));
        UUID later = Uuids.next(InstantSource.fixed(Instant.ofEpochMilli(1_001)));
        assertTrue(earlier.toString().compareTo(later.toString()) < 0);
        assertEquals(7, earlier.version());
        assertEquals(2, earlier.variant());
    }

    @Test
    void derived_identifiers_repeat_for_the_same_parts_only() {
        assertEquals(Uuids.derived("run", "step"), Uuids.derived("run", "step"));
        assertNotEquals(Uuids.derived("ab", "c"), Uuids.derived("a", "bc"));
        assertEquals(8, Uuids.derived("run").version());
    }
}
