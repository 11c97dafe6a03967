// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;
import officina.base.Times;

/**
 * How a journal fares, since it was opened.
 *
 * @param accepts whether it takes events
 * @param readers how many follow it
 * @param fromMemory how many events were read that were still in memory
 * @param fromFiles how many were read back from files
 * @param writes how many synchronisations of the disk took as long as each of {@link Times#BOUNDS_MICROS} allows, the
 *     last number beyond
 */
public record JournalHealth(boolean accepts, int readers, long fromMemory, long fromFiles, List<Long> writes) {

    /** That of a journal without files, which counts nothing. */
    public static final JournalHealth UNCOUNTED = new JournalHealth(true, 0, 0, 0, new Times().counts());

    public JournalHealth {
        writes = List.copyOf(writes);
    }
}
