// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Closeables;
import officina.base.DurableFiles;
import officina.base.Progress;
import officina.base.Redacted;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.JournalHealth;
import officina.core.run.KeptTail;
import officina.core.run.RecoveryReport;
import officina.core.run.RemovalReport;
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

    /** With less room than this, what could not be written is called so for lack of it. */
    private static final long FULL = 1 << 20;

    private final Path folder;
    private final JournalIndex index;
    private final RecentEvents recent;
    private final GroupCommit writer;
    private final Subscriptions subscriptions;
    private final SnapshotFiles snapshots;
    private final Removals removals;
    private final KeptTails tails;
    private final RecoveryReport recovery;
    private final Closeables owned;
    private final ReentrantLock removing = new ReentrantLock();
    private final ReentrantLock keeping = new ReentrantLock();
    private final LongAdder fromMemory = new LongAdder();
    private final LongAdder fromFiles = new LongAdder();
    private volatile boolean closing;
    private volatile boolean closed;

    /** With the folder of its files. Takes ownership of what is to be closed after the writer. */
    FileJournal(
            Path folder,
            JournalIndex index,
            RecentEvents recent,
            GroupCommit writer,
            Subscriptions subscriptions,
            SnapshotFiles snapshots,
            Removals removals,
            KeptTails tails,
            RecoveryReport recovery,
            Closeables owned) {
        this.folder = folder;
        this.index = index;
        this.recent = recent;
        this.writer = writer;
        this.subscriptions = subscriptions;
        this.snapshots = snapshots;
        this.removals = removals;
        this.tails = tails;
        this.recovery = recovery;
        this.owned = owned;
    }

    @Override
    public List<EventEnvelope> append(List<Draft> drafts) {
        checkOpen();
        drafts.forEach(draft -> checkPresent(draft.session()));
        return drafts.isEmpty() ? List.of() : writer.append(PendingAppend.of(drafts));
    }

    @Override
    public List<EventEnvelope> adopt(List<EventEnvelope> events) {
        checkOpen();
        if (events.isEmpty()) {
            return List.of();
        }
        SessionId session = events.getFirst().session();
        checkPresent(session);
        long seq = lastSeq(session);
        for (EventEnvelope event : events) {
            if (!event.session().equals(session) || event.seq() != ++seq) {
                throw new IllegalArgumentException("event " + event.seq() + " does not follow in its session");
            }
        }
        return writer.append(PendingAppend.held(events));
    }

    /** Its numbers would begin again while older ones may still be in the files. */
    private void checkPresent(SessionId session) {
        if (removals.isUnfinished(session)) {
            throw new IllegalStateException("session " + session + " is being removed");
        }
    }

    @Override
    public List<EventEnvelope> read(SessionId session, long fromSeq, int limit) {
        checkLimit(limit);
        return events(() -> index.positions(session, fromSeq, limit));
    }

    @Override
    public List<EventEnvelope> readAll(long fromPosition, int limit) {
        checkLimit(limit);
        return events(() -> index.positions(fromPosition, limit));
    }

    private static void checkLimit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit below zero: " + limit);
        }
    }

    private List<EventEnvelope> events(Supplier<long[]> wanted) {
        checkOpen();
        removals.reading().lock();
        try {
            long[] positions = wanted.get();
            List<EventEnvelope> inMemory = recent.at(positions);
            (inMemory == null ? fromFiles : fromMemory).add(positions.length);
            return inMemory == null ? FrameReader.read(index.places(positions)) : inMemory;
        } catch (IOException e) {
            throw JournalFailures.io("The journal could not be read", e);
        } finally {
            removals.reading().unlock();
        }
    }

    @Override
    public RemovalReport remove(Set<SessionId> sessions, Predicate<EventEnvelope> keep, Progress progress) {
        boolean[] ended = {false};
        Progress asked = (done, all) -> {
            ended[0] |= !progress.goOn(done, all);
            return !ended[0] && !closing;
        };
        removing.lock();
        try {
            checkOpen();
            removals.hide(sessions);
            recent.forget();
            // who made one meanwhile finds the session gone and does not keep it
            for (SessionId session : sessions) {
                deleteSnapshot(session);
            }
            if (!sessions.isEmpty()) {
                // of whom they are cannot be known any more
                tails.empty();
            }
            if (asked.goOn(0, 0) && removals.needRoll()) {
                writer.append(PendingAppend.roll());
            }
            RemovalReport report = removals.rewrite(keep, asked);
            if (closing && !report.left().isEmpty() && !ended[0]) {
                throw JournalFailures.closed();
            }
            return report;
        } catch (IOException e) {
            throw DurableFiles.lacksRoom(folder, FULL)
                    ? JournalFailures.full(e)
                    : JournalFailures.io("What is to be removed from the journal could not be", e);
        } finally {
            removing.unlock();
        }
    }

    private void deleteSnapshot(SessionId session) throws IOException {
        keeping.lock();
        try {
            snapshots.delete(session);
        } finally {
            keeping.unlock();
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
            // not of a session that was removed while somebody read it
            if (snapshot.seq() <= lastSeq(snapshot.session())) {
                snapshots.write(snapshot);
            }
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

    @Override
    public List<KeptTail> keptTails() {
        try {
            return tails.all();
        } catch (IOException e) {
            log.warn("The folder of the journal could not be listed", Redacted.of(e));
            return List.of();
        }
    }

    @Override
    public JournalHealth health() {
        return new JournalHealth(
                !closed && writer.accepts(), subscriptions.count(), fromMemory.sum(), fromFiles.sum(), writer.times());
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
        closing = true;
        writer.close();
        closed = true;
        subscriptions.close();
        // a file may be in the making; it stops behind a frame of it
        removing.lock();
        try {
            owned.close();
        } finally {
            removing.unlock();
        }
    }
}
