// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Duration;
import java.util.List;
import officina.base.Times;

/**
 * What goes on between an engine and the processes that are attached to it, since it was opened.
 *
 * @param clients who is attached now
 * @param accepted how many connections were let in
 * @param refused how many were sent away: foreign users, and who came when there was no room
 * @param reconnects how many of those let in were made anew by a process whose earlier connection had broken
 * @param held how often an event waited because a process had not taken those before; none is ever dropped
 * @param reread how many events were read again from the journal for processes that came back, so that they miss none
 * @param answers how many requests were answered within each of {@link Times#BOUNDS_MICROS}, the last number beyond
 */
public record Traffic(
        List<Client> clients,
        long accepted,
        long refused,
        long reconnects,
        long held,
        long reread,
        List<Long> answers) {

    /** That of an engine nobody can attach to. */
    public static final Traffic NONE = new Traffic(List.of(), 0, 0, 0, 0, 0, new Times().counts());

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
     * @param reconnects how often its connection was made anew, as it says
     * @param requests how many it has made
     * @param atWork how many of them are being worked on, waiting for runs included
     * @param subscriptions to how many streams of events it listens
     * @param sent what its subscriptions got
     * @param queuedBytes what waits in this process to be taken by the system
     */
    public record Client(
            long number,
            String program,
            Duration age,
            long reconnects,
            long requests,
            int atWork,
            int subscriptions,
            Sent sent,
            long queuedBytes) {}

    /**
     * What subscriptions got.
     *
     * @param events how many events were sent
     * @param held how often one waited because those before were not taken
     * @param reread how many of them had happened while the connection was broken, and were read from the journal
     */
    public record Sent(long events, long held, long reread) {

        public static final Sent NOTHING = new Sent(0, 0, 0);

        /** Both together. */
        public Sent plus(Sent other) {
            return new Sent(events + other.events, held + other.held, reread + other.reread);
        }
    }
}
