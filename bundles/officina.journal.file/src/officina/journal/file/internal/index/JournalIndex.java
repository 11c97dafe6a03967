// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import officina.api.id.SessionId;
import officina.journal.file.internal.segment.IntList;
import officina.journal.file.internal.segment.Place;
import officina.journal.file.internal.segment.Segment;
import officina.journal.file.internal.segment.SegmentSummary;

/**
 * Where each event is: four bytes an event and eight a frame. Holds what is durable and nothing else. Any thread may
 * call; no call touches the disk.
 */
public final class JournalIndex {

    private final List<Part> parts = new ArrayList<>();
    private final Map<SessionId, Positions> sessions = new HashMap<>();
    private long lastPosition;

    /** A segment's frames. */
    private static final class Part {
        private final Segment segment;
        private final IntList offsets;
        private final IntList firstEvents;
        private final IntList gapStarts = new IntList();
        private final IntList gapEnds = new IntList();
        private int events;
        private long end;

        Part(Segment segment, SegmentSummary summary, long end) {
            this.segment = segment;
            this.end = end;
            offsets = summary.offsets();
            firstEvents = summary.firstEvents();
        }

        /** Of a complete segment. */
        void gaps(SegmentSummary summary) {
            events = summary.events();
            int start = -1;
            for (int i = 0; i <= events; i++) {
                boolean empty = i < events && summary.sessionOfEvent().get(i) == SegmentSummary.GAP;
                if (empty && start < 0) {
                    start = i;
                } else if (!empty && start >= 0) {
                    gapStarts.add(start);
                    gapEnds.add(i);
                    start = -1;
                }
            }
        }

        /** The first event from there on that is not in a gap; it may be behind the last. */
        int present(int event) {
            int gap = gapStarts.lastNotAbove(event);
            return gap >= 0 && event < gapEnds.get(gap) ? gapEnds.get(gap) : event;
        }
    }

    /** The positions of a session's events, as distances from the first: enough for four thousand million. */
    private static final class Positions {
        private final long first;
        private final IntList distances = new IntList();

        Positions(long first) {
            this.first = first;
        }

        long get(int index) {
            return first + Integer.toUnsignedLong(distances.get(index));
        }
    }

    /**
     * Adds a segment behind the others. Its lists of frames are taken over and grow with {@link #add}; for the last
     * segment they are those of the summary that its writer goes on to fill.
     */
    public synchronized void add(Segment segment, SegmentSummary summary, long end) {
        Part part = new Part(segment, summary, end);
        parts.add(part);
        Positions[] table = new Positions[summary.sessions().size()];
        for (int i = 0; i < summary.events(); i++) {
            int session = summary.sessionOfEvent().get(i);
            if (session < 0) {
                lastPosition++;
                continue;
            }
            if (table[session] == null) {
                table[session] = positions(summary.sessions().get(session));
            }
            take(table[session]);
        }
        part.gaps(summary);
    }

    /** The segments in which these sessions have events, the newest first. */
    public synchronized List<Segment> segmentsOf(Set<SessionId> wanted) {
        SortedMap<Integer, Segment> found = new TreeMap<>(Comparator.reverseOrder());
        for (SessionId session : wanted) {
            Positions positions = sessions.get(session);
            for (int i = 0; positions != null && i < positions.distances.size(); i++) {
                Part part = part(positions.get(i));
                found.put(part.segment.number(), part.segment);
                long behind = part.segment.firstPosition() + part.events;
                // on to the first event behind this segment
                while (i + 1 < positions.distances.size() && positions.get(i + 1) < behind) {
                    i++;
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether that is the segment which is written to. */
    public synchronized boolean isLast(Segment segment) {
        return !parts.isEmpty() && parts.getLast().segment.equals(segment);
    }

    /** These sessions have no events any more. */
    public synchronized void forget(Set<SessionId> gone) {
        sessions.keySet().removeAll(gone);
    }

    /** Another file holds what is left of a complete segment. */
    public synchronized void replace(Segment segment, SegmentSummary summary, long end) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).segment.number() == segment.number()) {
                Part part = new Part(segment, summary, end);
                part.gaps(summary);
                parts.set(i, part);
            }
        }
    }

    /** The positions of at most so many events of all sessions from that position on. */
    public synchronized long[] positions(long fromPosition, int limit) {
        long next = Math.max(fromPosition, 1);
        long[] found = new long[(int) Math.clamp(lastPosition - next + 1, 0, limit)];
        int count = 0;
        while (count < found.length && next <= lastPosition) {
            Part part = part(next);
            int event = part.present((int) (next - part.segment.firstPosition()));
            next = part.segment.firstPosition() + event;
            if (event < part.events) {
                found[count++] = next++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Adds a frame to the last segment, which then ends there. */
    public synchronized void add(SegmentSummary summary, int offset, long end, List<SessionId> sessionOfEach) {
        Part part = parts.getLast();
        summary.add(offset, sessionOfEach);
        sessionOfEach.forEach(session -> take(positions(session)));
        part.events += sessionOfEach.size();
        part.end = end;
    }

    private Positions positions(SessionId session) {
        return sessions.computeIfAbsent(session, _ -> new Positions(lastPosition + 1));
    }

    private void take(Positions positions) {
        lastPosition++;
        long distance = lastPosition - positions.first;
        if (distance >>> Integer.SIZE != 0) {
            throw new IllegalStateException("a session spreads over more events than the index can hold");
        }
        positions.distances.add((int) distance);
    }

    public synchronized long lastPosition() {
        return lastPosition;
    }

    public synchronized long lastSeq(SessionId session) {
        Positions positions = sessions.get(session);
        return positions == null ? 0 : positions.distances.size();
    }

    /** The positions of at most so many events of a session from that number on. */
    public synchronized long[] positions(SessionId session, long fromSeq, int limit) {
        Positions positions = sessions.get(session);
        if (positions == null || fromSeq > positions.distances.size()) {
            return new long[0];
        }
        int from = (int) Math.max(fromSeq, 1) - 1;
        long[] found = new long[Math.min(limit, positions.distances.size() - from)];
        Arrays.setAll(found, i -> positions.get(from + i));
        return found;
    }

    /** Where the events at these ascending positions are. */
    public synchronized List<Place> places(long[] positions) {
        List<Place> places = new ArrayList<>();
        int next = 0;
        while (next < positions.length) {
            Part part = part(positions[next]);
            int event = (int) (positions[next] - part.segment.firstPosition());
            int frame = part.firstEvents.lastNotAbove(event);
            boolean last = frame + 1 == part.offsets.size();
            int eventsBefore = part.firstEvents.get(frame);
            int eventsAfter = last ? part.events : part.firstEvents.get(frame + 1);
            long end = last ? part.end : part.offsets.get(frame + 1);
            int from = next;
            while (next < positions.length && positions[next] - part.segment.firstPosition() < eventsAfter) {
                next++;
            }
            places.add(new Place(
                    part.segment,
                    frame,
                    part.offsets.get(frame),
                    (int) (end - part.offsets.get(frame)),
                    part.segment.firstPosition() + eventsBefore,
                    Arrays.copyOfRange(positions, from, next)));
        }
        return places;
    }

    private Part part(long position) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).segment.firstPosition() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }
}
