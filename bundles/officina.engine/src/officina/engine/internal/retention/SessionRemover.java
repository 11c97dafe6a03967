// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.retention;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SessionImport;
import officina.api.record.SessionRemoval;
import officina.base.Uuids;
import officina.core.run.Journal;
import officina.core.run.RemovalReport;
import officina.core.run.SessionState;
import officina.engine.RemovedSessions;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.FirstRecords;
import officina.store.Store;

/**
 * Deletes conversations: first their records, in one append that also notes what is to be taken out of the files, then
 * the events, when the store has applied that, then the note. What a crash interrupts {@link #finish()} goes on with.
 * Changes of records that still exist stay in the journal, because the store is made of it: a to-do outlives the
 * conversation in which it was made. Any thread may call; removals wait for each other.
 */
public final class SessionRemover {

    private static final Set<RecordKind> OF_THE_SESSION = Set.of(RecordKind.SESSION, RecordKind.SESSION_IMPORT);

    private final Journal journal;
    private final EventLog log;
    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;
    private final ReentrantLock removing = new ReentrantLock();

    /** @param project in whose session of edits the deletions are told */
    public SessionRemover(
            Journal journal, EventLog log, Store store, RecordWriter writer, InstantSource clock, RecordId project) {
        this.journal = journal;
        this.log = log;
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.project = project;
    }

    /**
     * Deletes those of the sessions that are as wanted; returns when nothing of them is left in the files.
     *
     * @param origin who wants it
     */
    public RemovedSessions remove(List<SessionId> sessions, Predicate<SessionState> wanted, Origin origin) {
        removing.lock();
        try {
            List<SessionId> retired = new ArrayList<>();
            boolean told = false;
            try {
                for (SessionId session : sessions) {
                    if (log.retire(session, wanted)) {
                        retired.add(session);
                    }
                }
                if (!retired.isEmpty()) {
                    edit(title(retired.size()), origin, changes -> retired.forEach(each -> delete(each, changes)));
                }
                told = true;
            } finally {
                if (!told) {
                    retired.forEach(log::release);
                }
            }
            RemovalReport report = finish();
            return new RemovedSessions(retired.size(), report.events(), report.bytes());
        } finally {
            removing.unlock();
        }
    }

    private static String title(int count) {
        return count == 1 ? "Deleted a conversation" : "Deleted " + count + " conversations";
    }

    private static void delete(SessionId session, Changes changes) {
        // their titles are mostly the first words of the conversation
        changes.forget(RecordKind.SESSION, new RecordId(session.value()));
        if (changes.find(RecordKind.SESSION_IMPORT, SessionImport.idOf(session)).isPresent()) {
            changes.forget(RecordKind.SESSION_IMPORT, SessionImport.idOf(session));
        }
        RecordId note = SessionRemoval.idOf(session);
        if (changes.find(RecordKind.SESSION_REMOVAL, note).isEmpty()) {
            changes.create(RecordKind.SESSION_REMOVAL, note, new SessionRemoval(session).fields());
        }
    }

    /** Takes out of the files what was deleted and is still there. */
    public RemovalReport finish() {
        removing.lock();
        try {
            log.settle();
            List<DataRecord> notes = store.list(RecordQuery.all(RecordKind.SESSION_REMOVAL));
            if (notes.isEmpty()) {
                return new RemovalReport(0, 0);
            }
            Set<SessionId> gone = new HashSet<>();
            notes.forEach(note -> gone.add(SessionRemoval.from(note.fields()).session()));
            RemovalReport report = journal.remove(gone, new Outliving(store)::isNeeded);
            gone.forEach(log::release);
            edit(
                    "Took deleted conversations out of the files",
                    Origin.USER,
                    changes -> notes.forEach(note -> changes.delete(RecordKind.SESSION_REMOVAL, note.id())));
            return report;
        } finally {
            removing.unlock();
        }
    }

    private void edit(String title, Origin origin, Consumer<Changes> body) {
        RunAddress address = new RunAddress(FirstRecords.editsOf(project), new RunId(Uuids.next(clock)), origin);
        writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, title, null, null));
            body.accept(changes);
            changes.add(new RunEvent.RunFinished(true, title));
            return title;
        });
    }

    /** What changed a record that exists: without it, a store that is made anew would lack the record. */
    private static final class Outliving {
        private final Store store;
        private final Map<RecordId, Boolean> known = new HashMap<>();

        Outliving(Store store) {
            this.store = store;
        }

        boolean isNeeded(EventEnvelope envelope) {
            return envelope.event() instanceof RunEvent.RecordChanged change
                    && !OF_THE_SESSION.contains(change.kind())
                    && known.computeIfAbsent(
                            change.id(), id -> store.get(change.kind(), id).isPresent());
        }
    }
}
