// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.ArrayList;
import java.util.List;
import officina.api.content.ContentPart;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import org.jspecify.annotations.Nullable;

/**
 * One part of an answer on its way into a snapshot: its deltas joined. A very long text becomes several events, because
 * one event has a limited size on the wire.
 */
final class WrittenPart {

    /** Where a text is divided, in characters; even fully escaped that is well below the limit of an event. */
    static final int MAX_LENGTH = 1 << 20;

    private record Piece(EventEnvelope place, String text) {}

    private final int index;
    private final EventEnvelope first;
    private final List<Piece> full = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private @Nullable ContentPart other;
    private EventEnvelope last;

    /** A part that begins with that event, which is still to be written or appended. */
    WrittenPart(int index, EventEnvelope first) {
        this.index = index;
        this.first = first;
        last = first;
    }

    void append(EventEnvelope envelope, String delta) {
        last = envelope;
        other = null;
        text.append(delta);
        if (text.length() >= MAX_LENGTH) {
            full.add(new Piece(envelope, text.toString()));
            text = new StringBuilder();
        }
    }

    void write(EventEnvelope envelope, ContentPart content) {
        full.clear();
        text = new StringBuilder();
        if (content instanceof ContentPart.Text(String whole)) {
            append(envelope, whole);
        } else {
            last = envelope;
            other = content;
        }
    }

    /**
     * The events that lead to it. A part that is followed by others must stand before them, even if it was written again
     * after them.
     */
    List<EventEnvelope> events(boolean isLast) {
        if (full.isEmpty()) {
            ContentPart whole = other != null ? other : new ContentPart.Text(text.toString());
            return List.of(with(isLast ? last : first, new RunEvent.PartWritten(index, whole)));
        }
        List<EventEnvelope> events = new ArrayList<>();
        events.add(with(
                first,
                new RunEvent.PartWritten(
                        index, new ContentPart.Text(full.getFirst().text()))));
        for (Piece piece : full.subList(1, full.size())) {
            events.add(with(piece.place(), new RunEvent.TextDelta(index, piece.text())));
        }
        if (!text.isEmpty()) {
            events.add(with(last, new RunEvent.TextDelta(index, text.toString())));
        }
        return events;
    }

    /** The envelope with another event. */
    static EventEnvelope with(EventEnvelope place, RunEvent event) {
        return new EventEnvelope(
                place.schema(),
                place.session(),
                place.run(),
                place.seq(),
                place.position(),
                place.at(),
                place.origin(),
                event);
    }
}
