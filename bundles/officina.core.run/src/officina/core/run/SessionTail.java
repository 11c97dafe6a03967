// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;

/**
 * The newest runs of a session, made of the end of its history: what came before them costs nothing, however long it is.
 * For who shows a session's end before all of it is there.
 *
 * @param runs in the order in which they began
 */
public record SessionTail(List<RunState> runs) {

    private static final int READ_BATCH = 1_000;
    /** A run that is longer than all of this is not worth the wait: the whole session is not much further. */
    private static final int MOST_BATCHES = 16;

    public SessionTail {
        runs = List.copyOf(runs);
    }

    /**
     * A short history of those runs, as that of a {@link Snapshot}: {@link #of} makes their states of it. Blocks while it
     * reads.
     *
     * @param runs how many are wanted; fewer come where the session has no more, or where one of them is very long
     */
    public static List<EventEnvelope> essence(Journal journal, SessionId session, int runs) {
        Map<RunId, RunEssence> begun = new LinkedHashMap<>();
        for (List<EventEnvelope> batch : newest(journal, session, runs)) {
            for (EventEnvelope envelope : batch) {
                if (envelope.event() instanceof RunEvent.RunStarted) {
                    begun.put(envelope.run(), new RunEssence());
                }
                RunEssence run = begun.get(envelope.run());
                if (run != null) {
                    run.add(envelope);
                }
            }
        }
        return begun.values().stream()
                .skip(Math.max(begun.size() - runs, 0))
                .map(RunEssence::events)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingLong(EventEnvelope::seq))
                .toList();
    }

    /** Back from the end until so many runs began in it; in the order of their numbers. */
    private static Collection<List<EventEnvelope>> newest(Journal journal, SessionId session, int runs) {
        Deque<List<EventEnvelope>> read = new ArrayDeque<>();
        long begun = 0;
        long end = journal.lastSeq(session);
        while (end > 0 && begun < runs && read.size() < MOST_BATCHES) {
            long from = Math.max(end - READ_BATCH + 1, 1);
            List<EventEnvelope> batch = journal.read(session, from, (int) (end - from + 1));
            begun += batch.stream()
                    .filter(envelope -> envelope.event() instanceof RunEvent.RunStarted)
                    .count();
            read.addFirst(batch);
            end = from - 1;
        }
        return read;
    }

    /**
     * The tail that an {@link #essence} leads to. It has no runs where one of them cannot be replayed, which is for
     * {@link SessionState} to complain of.
     */
    public static SessionTail of(List<EventEnvelope> essence) {
        Map<RunId, RunState> states = new LinkedHashMap<>();
        try {
            for (EventEnvelope envelope : essence) {
                states.compute(
                        envelope.run(), (_, state) -> state == null ? RunState.first(envelope) : state.after(envelope));
            }
        } catch (IllegalStateException e) {
            return new SessionTail(List.of());
        }
        return new SessionTail(List.copyOf(states.values()));
    }

    /** That of a state that is whole. */
    public static SessionTail of(SessionState session, int runs) {
        List<RunState> all = session.runs();
        return new SessionTail(all.subList(Math.max(all.size() - runs, 0), all.size()));
    }
}
