// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a segment every frame that is what was written, also behind damage, and what of it still makes sense. Holds
 * the segment in memory. For one thread.
 */
public final class SegmentSalvage {

    private final Segment segment;
    private final byte[] bytes;
    private final Frame opening;
    private final List<Whole> frames = new ArrayList<>();
    private final List<Long> damage = new ArrayList<>();
    private boolean torn;
    private boolean doubtful;

    /** A frame that opens. */
    private record Whole(int index, int offset, int length) {}

    /** What becomes of an event. */
    public enum Fate {
        /** It is the next of its session. */
        STAYS,
        /** Something before it in its session is lost; a change of a record stays without its session. */
        KEPT,
        LOST
    }

    /** Decides about events, in order. */
    @FunctionalInterface
    public interface Judge {
        Fate of(EventEnvelope event, boolean ofNoSession);
    }

    /** Reads the segment. */
    public SegmentSalvage(Segment segment) throws IOException {
        this.segment = segment;
        bytes = Files.readAllBytes(segment.file());
        opening = new Frame(segment.key());
        int offset = SegmentHeader.LENGTH;
        int index = 0;
        while (offset < bytes.length) {
            int at = nextWhole(offset, index);
            if (at < 0) {
                endsBadly(offset, index);
                break;
            }
            if (at > offset || Frame.indexAt(bytes, at) > index) {
                damage.add((long) offset);
            }
            index = Frame.indexAt(bytes, at);
            int length = Math.toIntExact(Frame.lengthAt(bytes, at));
            frames.add(new Whole(index, at, length));
            offset = at + length;
            index++;
        }
    }

    /** Nothing follows: a frame that was being written when the machine stopped, or the end is lost. */
    private void endsBadly(int offset, int index) {
        if (headFollows(offset, index)) {
            // each frame is written when the one before is on the disk: this is no torn one, and opening refuses it
            damage.add((long) offset);
            return;
        }
        torn = true;
        doubtful = !TornTail.neverConfirmed(bytes, offset, bytes.length - offset, index);
    }

    private boolean headFollows(int from, int index) {
        for (int at = from; bytes.length - at >= Frame.HEAD; at++) {
            int stated = Frame.indexAt(bytes, at);
            boolean last = at == from && stated == index;
            if (!last && Frame.isHead(bytes, at, stated)) {
                return true;
            }
        }
        return false;
    }

    /** Where the next frame begins that opens and has that index or a greater one; -1 where there is none. */
    private int nextWhole(int from, int index) {
        for (int at = from; bytes.length - at >= Frame.OVERHEAD; at++) {
            int stated = Frame.indexAt(bytes, at);
            if (stated >= index
                    && Frame.isHead(bytes, at, stated)
                    && Frame.lengthAt(bytes, at) <= bytes.length - at
                    && content(stated, at, (int) Frame.lengthAt(bytes, at)) != null) {
                return at;
            }
        }
        return -1;
    }

    private byte @Nullable [] content(int index, int offset, int length) {
        byte[] frame = Arrays.copyOfRange(bytes, offset, offset + length);
        return opening.open(index, offset, frame, 0, length);
    }

    /** The places at which something is not what was written. */
    public List<Long> damage() {
        return List.copyOf(damage);
    }

    /** Whether the file ends with something that is no whole frame. */
    public boolean isTorn() {
        return torn;
    }

    /** Whether that may be a frame that was confirmed and has changed since. */
    public boolean isDoubtful() {
        return doubtful;
    }

    /**
     * How far the frames go.
     *
     * @param end the position behind the last
     * @param seen how many positions are in them, those of gaps with them
     */
    public record Walk(long end, long seen) {}

    /** Asks about every event. */
    public Walk judge(Judge judge) {
        return walk(judge, null);
    }

    /** Writes what the judge leaves into another segment. */
    public void write(Judge judge, RewrittenSegment into) throws IOException {
        long position = segment.firstPosition();
        for (Whole frame : frames) {
            byte[] content = open(frame);
            Batch.Reader reader = reader(frame, content);
            into.begin(content.length, reader.count());
            // judged before: the frame begins at this position or not far behind it
            into.gap(reader.firstPosition() - position);
            position = walk(frame, content, judge, into);
            into.end();
        }
    }

    private Walk walk(Judge judge, @Nullable RewrittenSegment into) {
        long position = segment.firstPosition();
        long seen = 0;
        for (Whole frame : frames) {
            byte[] content = open(frame);
            Batch.Reader reader = reader(frame, content);
            if (reader.firstPosition() < position || reader.firstPosition() - position > Batch.MOST_POSITIONS) {
                throw JournalFailures.damaged(segment.file(), frame.offset());
            }
            position = walk(frame, content, judge, into);
            seen += reader.count();
        }
        return new Walk(position, seen);
    }

    private byte[] open(Whole frame) {
        return Objects.requireNonNull(content(frame.index(), frame.offset(), frame.length()));
    }

    private Batch.Reader reader(Whole frame, byte[] content) {
        try {
            return new Batch.Reader(content);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw JournalFailures.damaged(segment.file(), frame.offset());
        }
    }

    private long walk(Whole frame, byte[] content, Judge judge, @Nullable RewrittenSegment into) {
        try {
            return walk(content, judge, into);
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
            throw JournalFailures.damaged(segment.file(), frame.offset());
        }
    }

    private static long walk(byte[] content, Judge judge, @Nullable RewrittenSegment into) {
        Batch.Reader reader = new Batch.Reader(content);
        Batch.Reader whole = new Batch.Reader(content);
        long position = reader.firstPosition();
        long last = position + reader.count();
        while (position < last) {
            Batch.Item item = reader.item();
            whole.item();
            int from = reader.place();
            if (item == Batch.Item.GAP) {
                int count = reader.gap();
                whole.gap();
                if (into != null) {
                    into.gap(count);
                }
                position += count;
                continue;
            }
            SessionId session = reader.session();
            Fate fate = judge.of(whole.event(position), item == Batch.Item.KEPT);
            if (into != null && fate == Fate.LOST) {
                into.gap(1);
            } else if (into != null) {
                into.event(content, from, reader.place(), fate == Fate.KEPT ? null : session);
            }
            position++;
        }
        return position;
    }
}
