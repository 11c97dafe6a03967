// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.base.Redacted;
import officina.core.run.RemovalReport;
import officina.journal.file.internal.index.JournalIndex;
import officina.journal.file.internal.segment.Disk;
import officina.journal.file.internal.segment.JournalFailures;
import officina.journal.file.internal.segment.JournalKeys;
import officina.journal.file.internal.segment.RewrittenSegment;
import officina.journal.file.internal.segment.Segment;
import officina.journal.file.internal.segment.SegmentRewrite;
import officina.journal.file.internal.segment.SummaryFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sessions out of complete segments, one segment after the other, the newest first: what a crash leaves of a
 * session is its beginning, so that its numbers stay dense. A damaged segment is passed over and named; what is removed
 * stays in it until it is repaired. Readers hold the lock while they read; a segment takes the place of another when
 * nobody reads. One removal at a time.
 */
final class Removals {

    private static final Logger log = LoggerFactory.getLogger(Removals.class);

    private final JournalIndex index;
    private final JournalKeys keys;
    private final Disk disk;
    private final ReentrantReadWriteLock files = new ReentrantReadWriteLock();
    /** What is still to be rewritten, the newest first. */
    private final TreeMap<Integer, Segment> left = new TreeMap<>(Comparator.reverseOrder());
    /** The segments in which there is still something of a session that was hidden. */
    private final Map<SessionId, Set<Integer>> waiting = new HashMap<>();
    /** Segments that cannot be rewritten before somebody repairs them. */
    private final Set<Integer> damaged = new HashSet<>();

    private volatile Set<SessionId> unfinished = Set.of();

    Removals(JournalIndex index, JournalKeys keys, Disk disk) {
        this.index = index;
        this.keys = keys;
        this.disk = disk;
    }

    /** What readers hold. */
    ReentrantReadWriteLock.ReadLock reading() {
        return files.readLock();
    }

    /** Whether a removal of that session did not come to its end. */
    boolean isUnfinished(SessionId session) {
        return unfinished.contains(session);
    }

    /** The sessions are not there any more for who reads them. */
    void hide(Set<SessionId> sessions) {
        files.writeLock().lock();
        try {
            for (SessionId session : sessions) {
                for (Segment segment : index.segmentsOf(Set.of(session))) {
                    waiting.computeIfAbsent(session, _ -> new HashSet<>()).add(segment.number());
                    if (!damaged.contains(segment.number())) {
                        left.put(segment.number(), segment);
                    }
                }
            }
            unfinished = Set.copyOf(waiting.keySet());
            index.forget(sessions);
        } finally {
            files.writeLock().unlock();
        }
    }

    /** Whether the segment that is written to has to be complete before {@link #rewrite}. */
    boolean needRoll() {
        return !left.isEmpty() && index.isLast(left.firstEntry().getValue());
    }

    /**
     * Rewrites the segments of all that was hidden; they are complete. What throws, or was stopped, goes on with the next
     * call.
     *
     * @param progress asked again and again with the bytes of the segments, and soon heeded
     */
    RemovalReport rewrite(Predicate<EventEnvelope> keep, Progress progress) throws IOException {
        long events = 0;
        long freed = 0;
        long all = length(left.values());
        long done = 0;
        while (progress.goOn(done, all) && !left.isEmpty()) {
            Segment segment = left.firstEntry().getValue();
            long passed = done;
            done += length(Set.of(segment));
            try {
                long before = Files.size(segment.file());
                SegmentRewrite rewrite = new SegmentRewrite(segment, unfinished, keep);
                RewrittenSegment made = rewrite.write(keys, disk, read -> progress.goOn(passed + read, all));
                if (made != null) {
                    swap(made);
                    done(segment.number());
                    keepSummary(made);
                    events += rewrite.removed();
                    freed += before - made.length();
                }
            } catch (NoSuchFileException e) {
                passOver(segment, JournalFailures.missing(Segment.name(segment.number())));
            } catch (FailureException e) {
                passOver(segment, e);
            }
        }
        return new RemovalReport(events, freed, unfinished);
    }

    /** What they take on the disk; one that is missing takes nothing. */
    private static long length(Collection<Segment> segments) {
        return segments.stream()
                .mapToLong(segment -> segment.file().toFile().length())
                .sum();
    }

    private void passOver(Segment segment, FailureException failure) {
        if (!failure.failure().code().equals(JournalFailures.DAMAGED)) {
            throw failure;
        }
        log.warn("what was deleted cannot be taken out of damaged journal segment {}", segment.number());
        left.remove(segment.number());
        damaged.add(segment.number());
    }

    /** Nothing that was hidden is in that segment any more. */
    private void done(int number) {
        left.remove(number);
        waiting.values().forEach(numbers -> numbers.remove(number));
        waiting.values().removeIf(Set::isEmpty);
        unfinished = Set.copyOf(waiting.keySet());
    }

    private void swap(RewrittenSegment made) throws IOException {
        files.writeLock().lock();
        try {
            made.replace();
        } finally {
            // so it is, too, when only the name could not be made durable
            if (made.isInPlace()) {
                index.replace(made.segment(), made.summary(), made.length());
                left.put(made.segment().number(), made.segment());
            }
            files.writeLock().unlock();
        }
    }

    private static void keepSummary(RewrittenSegment made) {
        try {
            SummaryFile.write(made.segment(), made.summary());
        } catch (IOException e) {
            log.warn("A summary of a journal segment could not be kept; the next start takes longer", Redacted.of(e));
        }
    }
}
