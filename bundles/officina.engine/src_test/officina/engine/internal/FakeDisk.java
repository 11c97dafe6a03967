// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.KeptTail;
import officina.core.run.RecoveryReport;
import officina.core.run.RemovalReport;
import officina.core.run.Snapshot;
import officina.testkit.FakeClock;
import officina.testkit.InMemoryJournal;

/** A journal on a disk that a test fills and empties. */
public final class FakeDisk implements Journal {
    private final AtomicInteger snapshotsKept = new AtomicInteger();

    private final Journal journal = new InMemoryJournal(new FakeClock());
    private volatile boolean full;
    private final AtomicLong eventsRead = new AtomicLong();
    private volatile boolean snapshotsFail;
    private volatile boolean snapshotsLost;
    private volatile long damaged;
    private volatile Set<SessionId> held = Set.of();
    private volatile List<KeptTail> tails = List.of();

    public void fill() {
        full = true;
    }

    public void makeRoom() {
        full = false;
    }

    /** Of those sessions something cannot be taken out. */
    public void hold(Set<SessionId> left) {
        held = left;
    }

    /** How often a short history was kept. */
    public int snapshotsKept() {
        return snapshotsKept.get();
    }

    /** How many events were read of sessions. */
    public long eventsRead() {
        return eventsRead.get();
    }

    /** The snapshots that are there are not there any more. */
    public void loseSnapshots() {
        snapshotsLost = true;
    }

    /** The event at that position cannot be read any more. */
    public void damage(long position) {
        damaged = position;
    }

    /** That was cut off its end. */
    public void keepTails(List<KeptTail> kept) {
        tails = kept;
    }

    public void failSnapshots() {
        snapshotsFail = true;
    }

    @Override
    public List<EventEnvelope> append(List<Draft> drafts) {
        if (full) {
            throw new FailureException(new Failure(
                    "journal.full", ErrorKind.RESOURCE, "The disk is full.", "Make room and try again.", true, null));
        }
        return journal.append(drafts);
    }

    @Override
    public List<EventEnvelope> adopt(List<EventEnvelope> events) {
        return journal.adopt(events);
    }

    @Override
    public RemovalReport remove(Set<SessionId> sessions, Predicate<EventEnvelope> keep, Progress progress) {
        RemovalReport report = journal.remove(sessions, keep, progress);
        Set<SessionId> left = new HashSet<>(held);
        left.retainAll(sessions);
        left.addAll(report.left());
        return new RemovalReport(report.events(), report.bytes(), left);
    }

    @Override
    public List<EventEnvelope> read(SessionId session, long fromSeq, int limit) {
        List<EventEnvelope> events = journal.read(session, fromSeq, limit);
        eventsRead.addAndGet(events.size());
        return events;
    }

    @Override
    public List<EventEnvelope> readAll(long fromPosition, int limit) {
        if (fromPosition <= damaged && damaged < fromPosition + limit) {
            throw new FailureException(
                    Failure.of("journal.damaged", ErrorKind.RESOURCE, "The journal is damaged.", "Put the file back."));
        }
        return journal.readAll(fromPosition, limit);
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> reader) {
        return journal.subscribe(session, fromSeq, reader);
    }

    @Override
    public Subscription subscribeAll(long fromPosition, Consumer<EventEnvelope> reader) {
        return journal.subscribeAll(fromPosition, reader);
    }

    @Override
    public long lastSeq(SessionId session) {
        return journal.lastSeq(session);
    }

    @Override
    public long lastPosition() {
        return journal.lastPosition();
    }

    @Override
    public void keep(Snapshot snapshot) {
        snapshotsKept.incrementAndGet();
        if (snapshotsFail) {
            throw new IllegalStateException("no snapshots today");
        }
        snapshotsLost = false;
        journal.keep(snapshot);
    }

    @Override
    public Optional<Snapshot> snapshot(SessionId session) {
        return snapshotsLost ? Optional.empty() : journal.snapshot(session);
    }

    @Override
    public List<KeptTail> keptTails() {
        return tails;
    }

    @Override
    public RecoveryReport recovery() {
        return journal.recovery();
    }

    @Override
    public void close() {
        journal.close();
    }
}
