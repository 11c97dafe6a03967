// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import officina.api.id.SessionId;

/** What a segment holds: where its frames begin, and of which session each event is. For one thread. */
public final class SegmentSummary {

    /** In place of a session: an event of one that was removed. */
    public static final int KEPT = -1;

    /** In place of a session: nothing is there any more. */
    public static final int GAP = -2;

    private final IntList offsets = new IntList();
    private final IntList firstEvents = new IntList();
    private final List<SessionId> sessions = new ArrayList<>();
    private final Map<SessionId, Integer> places = new HashMap<>();
    private final IntList sessionOfEvent = new IntList();

    /** Adds the next frame. */
    public void add(int offset, List<SessionId> sessionOfEach) {
        begin(offset);
        sessionOfEach.forEach(this::event);
    }

    /** Begins the next frame. */
    void begin(int offset) {
        addFrame(offset, events());
    }

    /** Adds an event to the last frame. */
    void event(SessionId session) {
        Integer place = places.get(session);
        if (place == null) {
            place = addSession(session);
        }
        sessionOfEvent.add(place);
    }

    /** Adds an event of a session that was removed. */
    void kept() {
        sessionOfEvent.add(KEPT);
    }

    /** Adds positions at which there is nothing. */
    void gap(int count) {
        for (int i = 0; i < count; i++) {
            sessionOfEvent.add(GAP);
        }
    }

    void addFrame(int offset, int firstEvent) {
        offsets.add(offset);
        firstEvents.add(firstEvent);
    }

    int addSession(SessionId session) {
        int place = sessions.size();
        places.put(session, place);
        sessions.add(session);
        return place;
    }

    void addEvent(int session) {
        sessionOfEvent.add(session);
    }

    /** Where each frame begins. */
    public IntList offsets() {
        return offsets;
    }

    /** For each frame, how many events are before it. */
    public IntList firstEvents() {
        return firstEvents;
    }

    /** The sessions, in the order of their first event here. */
    public List<SessionId> sessions() {
        return sessions;
    }

    /** For each position, the place of its session in {@link #sessions()}, or {@link #KEPT} or {@link #GAP}. */
    public IntList sessionOfEvent() {
        return sessionOfEvent;
    }

    /** Gives back the room for growth, when no frame is to come. */
    public void trim() {
        offsets.trim();
        firstEvents.trim();
    }

    /** How many positions it has. */
    public int events() {
        return sessionOfEvent.size();
    }
}
