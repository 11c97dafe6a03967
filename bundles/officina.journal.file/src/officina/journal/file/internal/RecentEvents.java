// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import officina.api.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * The newest events in memory, because who subscribes reads them a moment after they were written. Bounded in number
 * and in bytes. Any thread may call.
 */
final class RecentEvents {

    private static final int MOST_EVENTS = 8192;
    private static final long MOST_BYTES = 8 << 20;

    private final @Nullable EventEnvelope[] ring = new EventEnvelope[MOST_EVENTS];
    private final int[] sizes = new int[MOST_EVENTS];
    private long first = 1;
    private long next = 1;
    private long bytes;

    /** Adds the next event; events come without gaps. */
    synchronized void add(EventEnvelope event, int size) {
        if (event.position() != next) {
            clear(event.position());
        }
        int place = (int) (next % MOST_EVENTS);
        if (next - first == MOST_EVENTS) {
            drop();
        }
        ring[place] = event;
        sizes[place] = size;
        bytes += size;
        next++;
        while (bytes > MOST_BYTES && first < next) {
            drop();
        }
    }

    private void clear(long position) {
        while (first < next) {
            drop();
        }
        first = position;
        next = position;
    }

    /** Holds nothing any more. */
    synchronized void forget() {
        clear(next);
    }

    private void drop() {
        int place = (int) (first % MOST_EVENTS);
        bytes -= sizes[place];
        ring[place] = null;
        first++;
    }

    /** The events at these positions, or nothing when one of them is not in memory any more. */
    synchronized @Nullable List<EventEnvelope> at(long[] positions) {
        if (positions.length > 0 && (positions[0] < first || positions[positions.length - 1] >= next)) {
            return null;
        }
        List<EventEnvelope> events = new ArrayList<>(positions.length);
        for (long position : positions) {
            events.add(Objects.requireNonNull(ring[(int) (position % MOST_EVENTS)]));
        }
        return events;
    }
}
