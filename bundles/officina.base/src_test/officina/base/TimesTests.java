// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimesTests {

    @Test
    void what_took_as_long_as_a_bound_is_within_it_and_the_rest_is_beyond() {
        Times times = new Times();
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), times.counts());
        times.add(0);
        times.add(TimeUnit.MICROSECONDS.toNanos(100));
        times.add(TimeUnit.MICROSECONDS.toNanos(101));
        times.add(TimeUnit.SECONDS.toNanos(1));
        times.add(TimeUnit.HOURS.toNanos(1));
        assertEquals(List.of(2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L), times.counts());
    }
}
