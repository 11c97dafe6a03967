// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.base.Times;
import org.jspecify.annotations.Nullable;

/** How an engine fares at the moment. Its parts count while they work, so that asking costs nothing. */
public record Vitals(OfJournal journal, OfStore store, Traffic traffic) {

    /**
     * The journal.
     *
     * @param position that of its newest event
     * @param accepts whether it takes events; else it is to be opened again
     * @param waitingForRoom how many runs have stopped because the disk is full
     * @param readers how many follow it
     * @param fromMemory how many events were read that were still in memory
     * @param fromFiles how many were read back from its files, for whom had fallen behind or wants what is old
     * @param writes how many batches of events were safe on the disk within each of {@link Times#BOUNDS_MICROS}, the last
     *     number beyond
     */
    public record OfJournal(
            long position,
            boolean accepts,
            int waitingForRoom,
            int readers,
            long fromMemory,
            long fromFiles,
            List<Long> writes) {

        public OfJournal {
            writes = List.copyOf(writes);
        }
    }

    /**
     * The store.
     *
     * @param position that of the newest event of the journal it has applied
     * @param trouble why it cannot follow, for the person; {@code null} where it can
     */
    public record OfStore(long position, @Nullable String trouble) {}
}
