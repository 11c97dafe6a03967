// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * What goes on between an engine and the processes that are attached to it, since it was opened.
 *
 * @param clients who is attached now
 * @param accepted how many were let in
 * @param refused how many were sent away: foreign users, and who came when there was no room
 * @param answers how many requests were answered within each of {@link #BOUNDS_MICROS}, the last number beyond
 */
public record Traffic(List<Client> clients, long accepted, long refused, List<Long> answers) {

    /** The classes of answer times by their upper bounds, in microseconds; beyond the last is one class more. */
    public static final List<Long> BOUNDS_MICROS =
            List.of(100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L, 50_000L, 100_000L, 1_000_000L);

    /** That of an engine nobody can attach to. */
    public static final Traffic NONE = new Traffic(List.of(), 0, 0, Collections.nCopies(BOUNDS_MICROS.size() + 1, 0L));

    public Traffic {
        clients = List.copyOf(clients);
        answers = List.copyOf(answers);
    }

    /**
     * One attached process.
     *
     * @param number in the order of coming, from 1
     * @param program its version, as it says
     * @param age for how long it has been attached
     * @param requests how many it has made
     * @param atWork how many of them are being worked on, waiting for runs included
     * @param subscriptions to how many streams of events it listens
     * @param events how many events were sent to it
     * @param held how often an event waited because the process had not taken those before; none is ever dropped
     * @param queuedBytes what waits in this process to be taken by the system
     */
    public record Client(
            long number,
            String program,
            Duration age,
            long requests,
            int atWork,
            int subscriptions,
            long events,
            long held,
            long queuedBytes) {}
}
