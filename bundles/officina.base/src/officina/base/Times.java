// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts what happened by how long it took. Any thread; nobody waits. */
public final class Times {

    /** The classes by their upper bounds, in microseconds; beyond the last is one class more. */
    public static final List<Long> BOUNDS_MICROS =
            List.of(100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L, 50_000L, 100_000L, 1_000_000L);

    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(BOUNDS_MICROS.size() + 1L).toArray(LongAdder[]::new);

    /** Something took that long. */
    public void add(long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        int place = 0;
        while (place < BOUNDS_MICROS.size() && micros > BOUNDS_MICROS.get(place)) {
            place++;
        }
        counts[place].increment();
    }

    /** How many were in each class; one number more than there are bounds. */
    public List<Long> counts() {
        return Arrays.stream(counts).map(LongAdder::sum).toList();
    }
}
