// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import officina.engine.Traffic;

/** Counts answers by how long they took. Any thread; nobody waits. */
final class AnswerTimes {

    private final LongAdder[] counts = Stream.generate(LongAdder::new)
            .limit(Traffic.BOUNDS_MICROS.size() + 1L)
            .toArray(LongAdder[]::new);

    void add(long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        int place = 0;
        while (place < Traffic.BOUNDS_MICROS.size() && micros > Traffic.BOUNDS_MICROS.get(place)) {
            place++;
        }
        counts[place].increment();
    }

    List<Long> counts() {
        return Arrays.stream(counts).map(LongAdder::sum).toList();
    }
}
