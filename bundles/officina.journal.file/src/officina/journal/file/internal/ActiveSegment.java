// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import officina.api.error.FailureException;
import officina.api.id.SessionId;
import officina.base.DurableFiles;
import officina.base.Redacted;
import officina.journal.file.internal.index.JournalIndex;
import officina.journal.file.internal.segment.Batch;
import officina.journal.file.internal.segment.Disk;
import officina.journal.file.internal.segment.Frame;
import officina.journal.file.internal.segment.JournalFailures;
import officina.journal.file.internal.segment.JournalKeys;
import officina.journal.file.internal.segment.Segment;
import officina.journal.file.internal.segment.SegmentScan;
import officina.journal.file.internal.segment.SegmentSummary;
import officina.journal.file.internal.segment.SummaryFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segment that is written to, and the change to the next when it is long enough. For the writer's thread only. */
final class ActiveSegment {

    private static final Logger log = LoggerFactory.getLogger(ActiveSegment.class);

    private final Path folder;
    private final JournalKeys keys;
    private final Disk disk;
    private final long fullAt;
    private final JournalIndex index;
    private final KeptTails tails;
    private final InstantSource clock;

    private @Nullable Open open;
    private boolean orderly = true;

    /** What belongs to one segment. */
    private static final class Open {
        private final Segment segment;
        private final Disk.Output output;
        private final SegmentSummary summary;
        private final Frame frames;
        private int nextFrame;
        private long end;
        /** So many bytes behind the end have to be kept elsewhere before anything is written there. */
        private long uncut;

        Open(Segment segment, Disk.Output output, SegmentSummary summary, int nextFrame, long end) {
            this.segment = segment;
            this.output = output;
            this.summary = summary;
            this.nextFrame = nextFrame;
            this.end = end;
            frames = new Frame(segment.key());
        }
    }

    /** Not open yet: the first write makes the first segment, if {@link #resume} is not called before. */
    ActiveSegment(
            Path folder,
            JournalKeys keys,
            Disk disk,
            long fullAt,
            JournalIndex index,
            KeptTails tails,
            InstantSource clock) {
        this.folder = folder;
        this.keys = keys;
        this.disk = disk;
        this.fullAt = fullAt;
        this.index = index;
        this.tails = tails;
        this.clock = clock;
    }

    /**
     * Goes on behind the whole frames of an existing segment and cuts off what is behind them; what may have been
     * confirmed is kept before that. Whether it was cut off: where there is no room to keep it, nothing is written before
     * there is.
     */
    boolean resume(Segment segment, SegmentScan scan) throws IOException {
        Disk.Output output = disk.open(segment.file());
        Open current = new Open(segment, output, scan.summary(), scan.frames(), scan.end());
        open = current;
        orderly = scan.closed();
        if (scan.doubtful()) {
            current.uncut = scan.length() - scan.end();
            try {
                cut(current);
            } catch (IOException e) {
                if (!isFull(e, current.uncut)) {
                    throw e;
                }
                log.warn("There is no room to keep what is to be cut off the journal", Redacted.of(e));
            }
        } else if (scan.length() > scan.end()) {
            output.truncate(scan.end());
        }
        // what the process before wrote may be readable and yet not be on the disk
        output.force();
        return current.uncut == 0;
    }

    private void cut(Open current) throws IOException {
        tails.keep(current.segment, current.end, clock);
        current.output.truncate(current.end);
        current.output.force();
        current.uncut = 0;
    }

    /** Writes a frame and returns when it is on the disk. Throws a failure; nothing was added then. */
    void write(ByteBuffer content, List<SessionId> sessionOfEach) {
        Open current = roomy();
        ByteBuffer frame = current.frames.seal(current.nextFrame, current.end, content);
        long length = frame.remaining();
        try {
            current.output.write(frame, current.end);
        } catch (IOException e) {
            throw withdrawn(current, length, e);
        }
        try {
            current.output.force();
        } catch (IOException e) {
            // the system may have dropped what it could not write, and would not say so a second time
            throw new BrokenException(JournalFailures.io("The journal could not be brought to the disk", e));
        }
        int offset = (int) current.end;
        current.nextFrame++;
        current.end += length;
        orderly = sessionOfEach.isEmpty();
        index.add(current.summary, offset, current.end, sessionOfEach);
    }

    /** Nothing more can be written, because what is on the disk is not known. */
    static final class BrokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final FailureException failure;

        BrokenException(FailureException failure) {
            super(failure);
            this.failure = failure;
        }

        FailureException failure() {
            return failure;
        }
    }

    private RuntimeException withdrawn(Open current, long length, IOException cause) {
        try {
            current.output.truncate(current.end);
        } catch (IOException e) {
            cause.addSuppressed(e);
            return new BrokenException(JournalFailures.io("The journal could not be written", cause));
        }
        return isFull(cause, length)
                ? JournalFailures.full(cause)
                : new BrokenException(JournalFailures.io("The journal could not be written", cause));
    }

    private boolean isFull(IOException problem, long needed) {
        // the message may be in the language of the system; a quota shows in nothing else
        String message = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota") || DurableFiles.lacksRoom(folder, needed);
    }

    private Open roomy() {
        Open current = behindEverything();
        return current != null && current.end < fullAt ? current : next(current);
    }

    /** What comes next goes into a new segment, so that the one before is complete. Throws a failure. */
    void roll() {
        Open current = behindEverything();
        if (current != null && current.nextFrame > 0) {
            next(current);
        }
    }

    /** The open segment, with nothing behind its end. Throws a failure. */
    private @Nullable Open behindEverything() {
        Open current = open;
        if (current != null && current.uncut > 0) {
            try {
                cut(current);
            } catch (IOException e) {
                throw isFull(e, current.uncut)
                        ? JournalFailures.full(e)
                        : new BrokenException(JournalFailures.io("The journal could not be written", e));
            }
        }
        return current;
    }

    private Open next(@Nullable Open current) {
        int number = current == null ? 1 : current.segment.number() + 1;
        if (current != null) {
            settle(current);
        }
        try {
            Segment segment = Segment.create(folder, number, index.lastPosition() + 1, keys, disk);
            Open next =
                    new Open(segment, disk.open(segment.file()), new SegmentSummary(), 0, Files.size(segment.file()));
            index.add(segment, next.summary, next.end);
            open = next;
            if (current != null) {
                complete(current);
            }
            return next;
        } catch (IOException e) {
            throw isFull(e, Frame.OVERHEAD + fullAt / 1024)
                    ? JournalFailures.full(e)
                    : new BrokenException(JournalFailures.io("The journal could not be written", e));
        }
    }

    /** What was taken back for lack of room must not come back once another segment follows: it would be damage then. */
    private static void settle(Open current) {
        try {
            current.output.force();
        } catch (IOException e) {
            throw new BrokenException(JournalFailures.io("The journal could not be brought to the disk", e));
        }
    }

    private static void complete(Open current) {
        try (Disk.Output _ = current.output) {
            SummaryFile.write(current.segment, current.summary);
        } catch (IOException e) {
            log.warn("A summary of a journal segment could not be kept; the next start takes longer", Redacted.of(e));
        }
    }

    /** Marks an orderly end if anything was written since the last. */
    void close(boolean mark) {
        Open current = open;
        if (current == null) {
            return;
        }
        try (Disk.Output output = current.output) {
            if (mark && !orderly && current.uncut == 0 && current.end < fullAt) {
                ByteBuffer frame =
                        current.frames.seal(current.nextFrame, current.end, Batch.closed(index.lastPosition() + 1));
                output.write(frame, current.end);
                output.force();
            }
        } catch (IOException e) {
            log.warn("The end of the journal could not be marked; the next start looks closer", Redacted.of(e));
        }
        open = null;
    }
}
