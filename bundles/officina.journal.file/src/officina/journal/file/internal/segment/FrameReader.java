// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import officina.api.event.EventEnvelope;

/**
 * Reads events from segments. Not through channels, which an interrupt of the reading thread would close. For one
 * thread.
 */
public final class FrameReader {

    // near frames are fetched together; far ones would be read for nothing
    private static final int WINDOW = 128 * 1024;

    private FrameReader() {}

    /** The events at these places, in order; throws {@code journal.damaged} where a frame is not what was written. */
    public static List<EventEnvelope> read(List<Place> places) throws IOException {
        return read(places, SegmentInput.FILES);
    }

    static List<EventEnvelope> read(List<Place> places, SegmentInput input) throws IOException {
        List<EventEnvelope> events = new ArrayList<>();
        int next = 0;
        while (next < places.size()) {
            int from = next;
            Segment segment = places.get(from).segment();
            while (next < places.size() && places.get(next).segment().equals(segment)) {
                next++;
            }
            readSegment(segment, input, places.subList(from, next), events);
        }
        return events;
    }

    private static void readSegment(Segment segment, SegmentInput input, List<Place> places, List<EventEnvelope> into)
            throws IOException {
        Frame frames = new Frame(segment.key());
        byte[] window = new byte[0];
        int start = 0;
        int end = 0;
        try (RandomAccessFile file = input.open(segment.file())) {
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                if (place.offset() + place.length() > end) {
                    start = place.offset();
                    end = endOfNear(places, i);
                    if (window.length < end - start) {
                        window = new byte[end - start];
                    }
                    fill(segment, file, start, window, end - start);
                }
                int at = place.offset() - start;
                byte[] content = frames.open(place.frame(), place.offset(), window, at, place.length());
                if (content == null) {
                    content =
                            SecondReading.of(segment, input, place.frame(), place.offset(), window, at, place.length());
                }
                if (content == null) {
                    throw JournalFailures.damaged(segment.file(), place.offset());
                }
                try {
                    decode(place, content, into);
                } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
                    throw JournalFailures.damaged(segment.file(), place.offset());
                }
            }
        }
    }

    private static int endOfNear(List<Place> places, int from) {
        int start = places.get(from).offset();
        int end = start + places.get(from).length();
        for (int i = from + 1; i < places.size(); i++) {
            int further = places.get(i).offset() + places.get(i).length();
            if (further - start > WINDOW) {
                break;
            }
            end = further;
        }
        return end;
    }

    private static void fill(Segment segment, RandomAccessFile file, int start, byte[] window, int length)
            throws IOException {
        file.seek(start);
        int done = 0;
        while (done < length) {
            int read = file.read(window, done, length - done);
            if (read < 0) {
                throw JournalFailures.damaged(segment.file(), start + (long) done);
            }
            done += read;
        }
    }

    private static void decode(Place place, byte[] content, List<EventEnvelope> into) {
        Batch.Reader reader = new Batch.Reader(content);
        long position = place.firstPosition();
        for (long wanted : place.wanted()) {
            while (position < wanted) {
                position += reader.skip();
            }
            if (reader.item() == Batch.Item.GAP) {
                throw new IllegalStateException("nobody asks for what was removed");
            }
            into.add(reader.event(position));
            position++;
        }
    }
}
