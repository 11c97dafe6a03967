// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What queries may ask for. */
class QueryTests {

    @Test
    void a_query_asks_for_at_least_one_and_at_most_the_limit() {
        assertEquals(1, new RunQuery(null, Set.of(), 1).limit());
        assertThrows(IllegalArgumentException.class, () -> new RunQuery(null, Set.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> new RunQuery(null, Set.of(), 10_001));
        assertThrows(IllegalArgumentException.class, () -> new SessionQuery(null, null, -1));
        assertThrows(IllegalArgumentException.class, () -> new SessionQuery(null, null, 10_001));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ActivityQuery(null, null, null, null, null, null, 1, 100_001));
    }
}
