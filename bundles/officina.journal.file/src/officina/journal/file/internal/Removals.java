// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Redacted;
import officina.core.run.RemovalReport;
import officina.journal.file.internal.index.JournalIndex;
import officina.journal.file.internal.segment.Disk;
import officina.journal.file.internal.segment.JournalKeys;
import officina.journal.file.internal.segment.RewrittenSegment;
import officina.journal.file.internal.segment.Segment;
import officina.journal.file.internal.segment.SegmentRewrite;
import officina.journal.file.internal.segment.SummaryFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sessions out of complete segments, one segment after the other, the newest first: what a crash leaves of a
 * session is its beginning, so that its numbers stay dense. Readers hold the lock while they read; a segment takes the
 * place of another when nobody reads. One removal at a time.
 */
final class Removals {

    private static final Logger log = LoggerFactory.getLogger(Removals.class);

    private final JournalIndex index;
    private final JournalKeys keys;
    private final Disk disk;
    private final ReentrantReadWriteLock files = new ReentrantReadWriteLock();
    /** What is still to be rewritten, the newest first. */
    private final TreeMap<Integer, Segment> left = new TreeMap<>(Comparator.reverseOrder());

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

    /** The sessions, whose events are in these segments, are not there any more for who reads. */
    void hide(Set<SessionId> sessions, List<Segment> segments) {
        files.writeLock().lock();
        try {
            index.forget(sessions);
        } finally {
            files.writeLock().unlock();
        }
        Set<SessionId> all = new HashSet<>(unfinished);
        all.addAll(sessions);
        unfinished = Set.copyOf(all);
        segments.forEach(segment -> left.put(segment.number(), segment));
    }

    /**
     * Rewrites the segments of all that was hidden; they are complete. What throws goes on with the next call.
     *
     * @param mayGoOn throws when it is to stop before the next segment
     */
    RemovalReport rewrite(Predicate<EventEnvelope> keep, Runnable mayGoOn) throws IOException {
        long events = 0;
        long freed = 0;
        while (!left.isEmpty()) {
            mayGoOn.run();
            Segment segment = left.firstEntry().getValue();
            long before = Files.size(segment.file());
            SegmentRewrite rewrite = new SegmentRewrite(segment, unfinished, keep);
            RewrittenSegment made = rewrite.write(keys, disk);
            swap(made);
            left.remove(segment.number());
            keepSummary(made);
            events += rewrite.removed();
            freed += before - made.length();
        }
        unfinished = Set.of();
        return new RemovalReport(events, freed);
    }

    private void swap(RewrittenSegment made) throws IOException {
        files.writeLock().lock();
        try {
            made.replace();
            index.replace(made.segment(), made.summary(), made.length());
        } finally {
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
