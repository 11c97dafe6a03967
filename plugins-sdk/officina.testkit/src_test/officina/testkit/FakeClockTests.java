// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FakeClockTests {

    @Test
    void stands_still_until_it_is_moved() {
        FakeClock clock = new FakeClock();

        assertEquals(clock.instant(), clock.instant());
        assertEquals(FakeClock.START.plusSeconds(90), clock.advance(Duration.ofSeconds(90)));
        assertEquals(FakeClock.START.plusSeconds(90), clock.instant());
    }

    @Test
    void does_not_run_backwards() {
        FakeClock clock = new FakeClock();

        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
    }

    @Test
    void jumps_where_it_is_told() {
        FakeClock clock = new FakeClock();
        clock.jumpTo(FakeClock.START.minusSeconds(1));

        assertEquals(FakeClock.START.minusSeconds(1), clock.instant());
    }
}
