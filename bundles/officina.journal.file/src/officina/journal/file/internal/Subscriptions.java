// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.core.run.Journal;

/** The readers that follow the journal, by what they wait for. Any thread may call. */
final class Subscriptions {

    private final Map<SessionId, List<Follower>> bySession = new ConcurrentHashMap<>();
    private final List<Follower> ofAll = new CopyOnWriteArrayList<>();

    /** Follows one session; the source gives its next events from a number on. */
    Journal.Subscription follow(
            SessionId session, long fromSeq, LongFunction<List<EventEnvelope>> source, Consumer<EventEnvelope> reader) {
        Follower follower = new Follower(fromSeq, source, EventEnvelope::seq, reader, ended -> remove(session, ended));
        bySession.compute(session, (_, others) -> {
            List<Follower> all = others == null ? new CopyOnWriteArrayList<>() : others;
            all.add(follower);
            return all;
        });
        follower.start();
        return follower;
    }

    private void remove(SessionId session, Follower follower) {
        bySession.computeIfPresent(session, (_, all) -> {
            all.remove(follower);
            return all.isEmpty() ? null : all;
        });
    }

    /** Follows all sessions; the source gives the next events from a position on. */
    Journal.Subscription followAll(
            long fromPosition, LongFunction<List<EventEnvelope>> source, Consumer<EventEnvelope> reader) {
        Follower follower = new Follower(fromPosition, source, EventEnvelope::position, reader, ofAll::remove);
        ofAll.add(follower);
        follower.start();
        return follower;
    }

    /** Wakes those for whom one of these events may be. */
    void wake(List<EventEnvelope> events) {
        ofAll.forEach(Follower::wake);
        if (bySession.isEmpty()) {
            return;
        }
        Set<SessionId> sessions = new HashSet<>();
        for (EventEnvelope event : events) {
            if (sessions.add(event.session())) {
                bySession.getOrDefault(event.session(), List.of()).forEach(Follower::wake);
            }
        }
    }

    /** How many there are. */
    int count() {
        return ofAll.size() + bySession.values().stream().mapToInt(List::size).sum();
    }

    /** Ends all and waits until none of the readers is at work. */
    void close() {
        List<Follower> all = new ArrayList<>(ofAll);
        bySession.values().forEach(all::addAll);
        all.forEach(Follower::end);
        all.forEach(Follower::close);
    }
}
