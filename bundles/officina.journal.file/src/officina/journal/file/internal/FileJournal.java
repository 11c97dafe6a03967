// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Closeables;
import officina.base.Redacted;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.RecoveryReport;
import officina.core.run.Snapshot;
import officina.journal.file.internal.index.JournalIndex;
import officina.journal.file.internal.segment.FrameReader;
import officina.journal.file.internal.segment.JournalFailures;
import officina.journal.file.internal.snapshot.SnapshotFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal over its parts; made by {@link FileJournalFactory}. */
final class FileJournal implements Journal {

    private static final Logger log = LoggerFactory.getLogger(FileJournal.class);

    /** How many events a subscription fetches at once. */
    private static final int STRIDE = 256;

    private final JournalIndex index;
    private final RecentEvents recent;
    private final GroupCommit writer;
    private final Subscriptions subscriptions;
    private final SnapshotFiles snapshots;
    private final RecoveryReport recovery;
    private final Closeables owned;
    private final ReentrantLock keeping = new ReentrantLock();
    private volatile boolean closed;

    /** Takes ownership of what is to be closed after the writer. */
    FileJournal(
            JournalIndex index,
            RecentEvents recent,
            GroupCommit writer,
            Subscriptions subscriptions,
            SnapshotFiles snapshots,
            RecoveryReport recovery,
            Closeables owned) {
        this.index = index;
        this.recent = recent;
        this.writer = writer;
        this.subscriptions = subscriptions;
        this.snapshots = snapshots;
        this.recovery = recovery;
        this.owned = owned;
    }

    @Override
    public List<EventEnvelope> append(List<Draft> drafts) {
        checkOpen();
        return drafts.isEmpty() ? List.of() : writer.append(PendingAppend.of(drafts));
    }

    @Override
    public List<EventEnvelope> adopt(List<EventEnvelope> events) {
        checkOpen();
        if (events.isEmpty()) {
            return List.of();
        }
        SessionId session = events.getFirst().session();
        long seq = lastSeq(session);
        for (EventEnvelope event : events) {
            if (!event.session().equals(session) || event.seq() != ++seq) {
                throw new IllegalArgumentException("event " + event.seq() + " does not follow in its session");
            }
        }
        return writer.append(PendingAppend.held(events));
    }

    @Override
    public List<EventEnvelope> read(SessionId session, long fromSeq, int limit) {
        checkLimit(limit);
        return events(index.positions(session, fromSeq, limit));
    }

    @Override
    public List<EventEnvelope> readAll(long fromPosition, int limit) {
        checkLimit(limit);
        long from = Math.max(fromPosition, 1);
        int count = Math.clamp(index.lastPosition() - from + 1, 0, limit);
        long[] positions = new long[count];
        for (int i = 0; i < count; i++) {
            positions[i] = from + i;
        }
        return events(positions);
    }

    private static void checkLimit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit below zero: " + limit);
        }
    }

    private List<EventEnvelope> events(long[] positions) {
        checkOpen();
        List<EventEnvelope> inMemory = recent.at(positions);
        if (inMemory != null) {
            return inMemory;
        }
        try {
            return FrameReader.read(index.places(positions));
        } catch (IOException e) {
            throw JournalFailures.io("The journal could not be read", e);
        }
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> reader) {
        checkOpen();
        return subscriptions.follow(session, fromSeq, from -> read(session, from, STRIDE), reader);
    }

    @Override
    public Subscription subscribeAll(long fromPosition, Consumer<EventEnvelope> reader) {
        checkOpen();
        return subscriptions.followAll(fromPosition, from -> readAll(from, STRIDE), reader);
    }

    @Override
    public long lastSeq(SessionId session) {
        return index.lastSeq(session);
    }

    @Override
    public long lastPosition() {
        return index.lastPosition();
    }

    @Override
    public void keep(Snapshot snapshot) {
        checkOpen();
        keeping.lock();
        try {
            snapshots.write(snapshot);
        } catch (IOException | ArithmeticException e) {
            log.warn("A snapshot could not be kept; opening its session takes longer", Redacted.of(e));
        } finally {
            keeping.unlock();
        }
    }

    @Override
    public Optional<Snapshot> snapshot(SessionId session) {
        checkOpen();
        keeping.lock();
        try {
            return Optional.ofNullable(snapshots.read(session)).filter(kept -> kept.seq() <= lastSeq(session));
        } catch (IOException e) {
            log.warn("A snapshot could not be read; opening its session takes longer", Redacted.of(e));
            return Optional.empty();
        } finally {
            keeping.unlock();
        }
    }

    @Override
    public RecoveryReport recovery() {
        return recovery;
    }

    private void checkOpen() {
        if (closed) {
            throw JournalFailures.closed();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        writer.close();
        closed = true;
        subscriptions.close();
        owned.close();
    }
}
