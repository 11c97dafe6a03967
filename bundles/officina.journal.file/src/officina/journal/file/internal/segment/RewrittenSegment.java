// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import officina.api.id.SessionId;
import officina.base.Redacted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A segment in the making that is to take the place of another, with gaps where something was left out. It is written
 * beside the old one; nothing is there instead of that before {@link #replace}. For one thread.
 */
public final class RewrittenSegment implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RewrittenSegment.class);

    private final Disk disk;
    private final Path file;
    private final Segment segment;
    private final SegmentSummary summary = new SegmentSummary();
    private final Disk.Output out;
    private final Frame sealing;
    private Batch.@Nullable Rewriting frame;
    private long end = SegmentHeader.LENGTH;
    private int frames;
    private long position;
    private int gap;
    private int room;
    private int items;

    /** Makes the new file. */
    public RewrittenSegment(Path old, int number, long firstPosition, JournalKeys keys, Disk disk) throws IOException {
        this.disk = disk;
        file = Segment.unfinished(old);
        SegmentHeader header = SegmentHeader.rewritten(number, firstPosition);
        segment = new Segment(number, old, firstPosition, keys.frames(header));
        sealing = new Frame(segment.key());
        position = firstPosition;
        Files.deleteIfExists(file);
        disk.create(file, header.bytes(keys));
        out = disk.open(file);
    }

    /** What comes next is of one frame, which has no more bytes and items than that. */
    void begin(int bytes, int most) {
        room = bytes;
        items = most;
    }

    /** Nothing is at so many positions; {@link IllegalArgumentException} where no segment has so many. */
    public void gap(long count) {
        if (count < 0 || position - segment.firstPosition() + gap + count > Batch.MOST_POSITIONS) {
            throw new IllegalArgumentException("a gap of so many positions: " + count);
        }
        gap += (int) count;
    }

    /**
     * The next event, as a reader has passed over it.
     *
     * @param session {@code null} for one that belongs to no session any more
     */
    void event(byte[] content, int from, int to, @Nullable SessionId session) {
        Batch.Rewriting into = frame;
        if (into == null) {
            into = new Batch.Rewriting(position, room, 2 * items + 1);
            frame = into;
            summary.begin(Math.toIntExact(end));
        }
        takeGap(into);
        into.event(content, from, to, session == null);
        if (session == null) {
            summary.kept();
        } else {
            summary.event(session);
        }
        position++;
    }

    private void takeGap(Batch.Rewriting into) {
        if (gap > 0) {
            into.gap(gap);
            summary.gap(gap);
            position += gap;
            gap = 0;
        }
    }

    /** Writes the frame, if there is anything in it. */
    void end() throws IOException {
        Batch.Rewriting full = frame;
        if (full != null) {
            frame = null;
            var sealed = sealing.seal(frames++, end, full.content());
            long length = sealed.remaining();
            out.write(sealed, end);
            end += length;
        }
    }

    /** Writes what is left and brings the file to the disk. */
    public void finish() throws IOException {
        end();
        if (gap > 0) {
            Batch.Rewriting rest = new Batch.Rewriting(position, 0, 1);
            summary.begin(Math.toIntExact(end));
            takeGap(rest);
            frame = rest;
            end();
        }
        out.force();
    }

    /** The new file takes the place of the old one, of which nothing is left under that name. */
    public void replace() throws IOException {
        disk.replace(segment.file(), file);
    }

    /** Whether the new file has the name of the old one: so it may be, too, when {@link #replace} fails. */
    public boolean isInPlace() {
        return Files.notExists(file);
    }

    /** Nobody needs what was written so far; call it when this is closed. What cannot be deleted goes on opening. */
    public void discard() {
        try {
            disk.delete(file);
        } catch (IOException e) {
            log.warn("A segment in the making could not be deleted; the next start does it", Redacted.of(e));
        }
    }

    /** The segment as it is after {@link #replace}. */
    public Segment segment() {
        return segment;
    }

    public SegmentSummary summary() {
        return summary;
    }

    public long length() {
        return end;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
