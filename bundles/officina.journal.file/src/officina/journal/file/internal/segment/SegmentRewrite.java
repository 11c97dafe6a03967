// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Writes a complete segment anew without the events of some sessions. Positions stay what they were: where events were
 * taken out there are gaps. For one thread.
 */
public final class SegmentRewrite {

    private final Segment old;
    private final Set<SessionId> gone;
    private final Predicate<EventEnvelope> keep;
    private long position;
    private long removed;

    /** @param keep which of the events of these sessions stay, as events of no session */
    public SegmentRewrite(Segment old, Set<SessionId> gone, Predicate<EventEnvelope> keep) {
        this.old = old;
        this.gone = gone;
        this.keep = keep;
        position = old.firstPosition();
    }

    /**
     * Writes the new file and brings it to the disk; the old one is as it was. Throws {@code journal.damaged} where that
     * cannot be read. Of what ends early nothing is left.
     *
     * @param goOn asked before each frame, with how many bytes were read
     * @return {@code null} when it was stopped
     */
    public @Nullable RewrittenSegment write(JournalKeys keys, Disk disk, LongPredicate goOn) throws IOException {
        RewrittenSegment made = new RewrittenSegment(old.file(), old.number(), position, keys, disk);
        boolean whole = false;
        try (made;
                RandomAccessFile in = new RandomAccessFile(old.file().toFile(), "r")) {
            whole = copy(in, made, goOn);
            return whole ? made : null;
        } finally {
            if (!whole) {
                made.discard();
            }
        }
    }

    private boolean copy(RandomAccessFile in, RewrittenSegment into, LongPredicate goOn) throws IOException {
        Frame opening = new Frame(old.key());
        long offset = SegmentHeader.LENGTH;
        for (int index = 0; offset < in.length(); index++) {
            if (!goOn.test(offset)) {
                return false;
            }
            byte[] frame = frame(in, offset);
            byte[] content = opening.open(index, offset, frame, 0, frame.length);
            if (content == null) {
                throw JournalFailures.damaged(old.file(), offset);
            }
            try {
                take(content, into);
            } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
                throw JournalFailures.damaged(old.file(), offset);
            }
            offset += frame.length;
        }
        into.finish();
        return true;
    }

    private byte[] frame(RandomAccessFile in, long offset) throws IOException {
        if (in.length() - offset < Frame.OVERHEAD) {
            throw JournalFailures.damaged(old.file(), offset);
        }
        byte[] head = new byte[Frame.HEAD];
        in.seek(offset);
        in.readFully(head);
        long length = Frame.lengthAt(head, 0);
        if (length < Frame.OVERHEAD || length > in.length() - offset) {
            throw JournalFailures.damaged(old.file(), offset);
        }
        byte[] frame = new byte[Math.toIntExact(length)];
        in.seek(offset);
        in.readFully(frame);
        return frame;
    }

    private void take(byte[] content, RewrittenSegment into) throws IOException {
        Batch.Reader reader = new Batch.Reader(content);
        Batch.Reader whole = new Batch.Reader(content);
        into.begin(content.length, reader.count());
        long last = reader.firstPosition() + reader.count();
        while (position < last) {
            Batch.Item item = reader.item();
            whole.item();
            int from = reader.place();
            if (item == Batch.Item.GAP) {
                int count = reader.gap();
                whole.gap();
                into.gap(count);
                position += count;
                continue;
            }
            SessionId session = reader.session();
            boolean removable = item == Batch.Item.KEPT || gone.contains(session);
            if (!removable) {
                whole.session();
                into.event(content, from, reader.place(), session);
            } else if (keep.test(whole.event(position))) {
                into.event(content, from, reader.place(), null);
            } else {
                into.gap(1);
                removed++;
            }
            position++;
        }
        into.end();
    }

    /** How many events were taken out. */
    public long removed() {
        return removed;
    }
}
