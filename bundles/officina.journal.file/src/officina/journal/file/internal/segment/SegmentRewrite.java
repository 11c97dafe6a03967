// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;

/**
 * Writes a complete segment anew without the events of some sessions, beside the old one and in frames of the same kind.
 * Positions stay what they were: where events were taken out there are gaps. For one thread.
 */
public final class SegmentRewrite {

    private final Segment old;
    private final Set<SessionId> gone;
    private final Predicate<EventEnvelope> keep;
    private final Disk disk;
    private final Path file;
    private final Segment made;
    private final byte[] header;
    private final SegmentSummary summary = new SegmentSummary();
    private long end = SegmentHeader.LENGTH;
    private int frames;
    private long position;
    private int gap;
    private long removed;

    /** @param keep which of the events of these sessions stay, as events of no session */
    public SegmentRewrite(
            Segment old, Set<SessionId> gone, Predicate<EventEnvelope> keep, JournalKeys keys, Disk disk) {
        this.old = old;
        this.gone = gone;
        this.keep = keep;
        this.disk = disk;
        file = Segment.unfinished(old.file());
        SegmentHeader fresh = SegmentHeader.rewritten(old.number(), old.firstPosition());
        made = new Segment(old.number(), old.file(), old.firstPosition(), keys.frames(fresh));
        header = fresh.bytes(keys);
        position = old.firstPosition();
    }

    /**
     * Writes the new file and forces it to the disk; the old one is as it was. Throws {@code journal.damaged} where that
     * cannot be read.
     */
    public void write() throws IOException {
        Files.deleteIfExists(file);
        disk.create(file, header);
        try (Disk.Output out = disk.open(file);
                RandomAccessFile in = new RandomAccessFile(old.file().toFile(), "r")) {
            Frame opening = new Frame(old.key());
            Frame sealing = new Frame(made.key());
            long offset = SegmentHeader.LENGTH;
            for (int index = 0; offset < in.length(); index++) {
                byte[] frame = frame(in, offset);
                byte[] content = opening.open(index, offset, frame, 0, frame.length);
                if (content == null) {
                    throw JournalFailures.damaged(old.file(), offset);
                }
                take(content, out, sealing);
                offset += frame.length;
            }
            if (gap > 0) {
                Batch.Rewriting rest = new Batch.Rewriting(position - gap, 0, 1);
                summary.begin(Math.toIntExact(end));
                takeGap(rest);
                put(rest.content(), out, sealing);
            }
            out.force();
        }
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

    private void take(byte[] content, Disk.Output out, Frame sealing) throws IOException {
        Batch.Reader reader = new Batch.Reader(content);
        Batch.Reader whole = new Batch.Reader(content);
        Batch.Rewriting into = new Batch.Rewriting(position - gap, content.length, 2 * reader.count() + 1);
        long last = reader.firstPosition() + reader.count();
        boolean any = false;
        while (position < last) {
            Batch.Item item = reader.item();
            whole.item();
            int from = reader.place();
            if (item == Batch.Item.GAP) {
                int count = reader.gap();
                whole.gap();
                gap += count;
                position += count;
                continue;
            }
            SessionId session = reader.session();
            EventEnvelope event = null;
            boolean removable = item == Batch.Item.KEPT || gone.contains(session);
            if (removable) {
                event = whole.event(position);
            } else {
                whole.session();
            }
            if (event != null && !keep.test(event)) {
                gap++;
                removed++;
            } else {
                if (!any) {
                    summary.begin(Math.toIntExact(end));
                    any = true;
                }
                takeGap(into);
                into.event(content, from, reader.place(), removable);
                if (removable) {
                    summary.kept();
                } else {
                    summary.event(session);
                }
            }
            position++;
        }
        if (any) {
            put(into.content(), out, sealing);
        }
    }

    private void takeGap(Batch.Rewriting into) {
        if (gap > 0) {
            into.gap(gap);
            summary.gap(gap);
            gap = 0;
        }
    }

    private void put(ByteBuffer content, Disk.Output out, Frame sealing) throws IOException {
        ByteBuffer frame = sealing.seal(frames++, end, content);
        long length = frame.remaining();
        out.write(frame, end);
        end += length;
    }

    /** The new file takes the place of the old one, of which nothing is left. */
    public void replace() throws IOException {
        disk.replace(old.file(), file);
    }

    /** The segment as it is after {@link #replace}. */
    public Segment segment() {
        return made;
    }

    public SegmentSummary summary() {
        return summary;
    }

    public long end() {
        return end;
    }

    /** How many events were taken out. */
    public long removed() {
        return removed;
    }
}
