// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.retention;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
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
import officina.api.record.Setting;
import officina.base.Progress;
import officina.base.Uuids;
import officina.core.run.Journal;
import officina.core.run.RemovalReport;
import officina.core.run.SessionState;
import officina.core.settings.SettingsCatalog;
import officina.engine.RemovedSessions;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.FirstRecords;
import officina.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes conversations: first their records, in one append that also notes what is to be taken out of the files, then
 * the events, when the store has applied that, then the note. What a crash or {@link #stop} interrupts {@link #finish()}
 * goes on with; what lies in a damaged file keeps its note until that is repaired. Changes of records that still exist
 * stay in the journal, because the store is made of it: a to-do outlives the conversation in which it was made. Any
 * thread may call; removals wait for each other.
 */
public final class SessionRemover {

    private static final Logger logger = LoggerFactory.getLogger(SessionRemover.class);

    static final String NOTHING = "Nothing was deleted.";

    private final Journal journal;
    private final EventLog log;
    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;
    private final ReentrantLock removing = new ReentrantLock();
    private volatile boolean stopped;
    private volatile int damaged;

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

    /** Has nobody read what was deleted and is still in the files; for the start, touches hardly a file. */
    public void hideDeleted() {
        Set<SessionId> gone = deleted(notes());
        gone.forEach(log::retire);
        if (!gone.isEmpty()) {
            try {
                journal.remove(gone, _ -> true, (_, _) -> false);
            } catch (FailureException e) {
                logger.warn(
                        "deleted conversations cannot be hidden from readers of events now: {}",
                        e.failure().code());
            }
        }
    }

    /**
     * Deletes those of the sessions that are as wanted; returns when nothing of them is left in the files.
     * {@code session.partly-removed} where a damaged file holds some of it, {@code engine.closed} after {@link #stop}:
     * they are deleted all the same, unless nothing was begun. {@link Progress#CANCELLED} says which of both it is.
     *
     * @param origin who wants it
     * @param progress counts bytes of the files
     */
    public RemovedSessions remove(
            List<SessionId> sessions, Predicate<SessionState> wanted, Origin origin, Progress progress) {
        removing.lock();
        try {
            checkNotStopped();
            ask(progress);
            List<SessionId> retired = retire(sessions, wanted);
            if (!retired.isEmpty()) {
                tell(retired, title(retired.size()), origin, _ -> {});
            }
            return takeOut(retired, progress);
        } finally {
            removing.unlock();
        }
    }

    /**
     * Deletes all of the sessions, with what else the body deletes in the same append; empty, and nothing is changed,
     * where one is not as wanted. Fails as {@link #remove} does.
     */
    public Optional<RemovedSessions> removeAll(
            List<SessionId> sessions,
            Predicate<SessionState> wanted,
            String title,
            Origin origin,
            Consumer<Changes> body,
            Progress progress) {
        removing.lock();
        try {
            checkNotStopped();
            ask(progress);
            List<SessionId> retired = retire(sessions, wanted);
            if (retired.size() < sessions.size()) {
                retired.forEach(log::release);
                return Optional.empty();
            }
            tell(retired, title, origin, body);
            return Optional.of(takeOut(retired, progress));
        } finally {
            removing.unlock();
        }
    }

    /**
     * Deletes what an import that was cancelled has brought in of a conversation, which is in no list yet.
     * {@code engine.closed} after {@link #stop}.
     */
    public void takeBack(SessionId session) {
        removing.lock();
        try {
            checkNotStopped();
            log.retire(session);
            edit("Took back an import that was cancelled", Origin.USER, changes -> {
                RecordId record = new RecordId(session.value());
                if (changes.find(RecordKind.SESSION, record).isPresent()) {
                    changes.forget(RecordKind.SESSION, record);
                }
                forgetEvents(session, changes);
            });
            finish(Progress.NONE);
        } finally {
            removing.unlock();
        }
    }

    private List<SessionId> retire(List<SessionId> sessions, Predicate<SessionState> wanted) {
        List<SessionId> retired = new ArrayList<>();
        try {
            for (SessionId session : sessions) {
                if (log.retire(session, wanted)) {
                    retired.add(session);
                }
            }
            return retired;
        } catch (RuntimeException | Error e) {
            retired.forEach(log::release);
            throw e;
        }
    }

    private void tell(List<SessionId> retired, String title, Origin origin, Consumer<Changes> body) {
        boolean told = false;
        try {
            edit(title, origin, changes -> {
                retired.forEach(each -> delete(each, changes));
                body.accept(changes);
            });
            told = true;
        } finally {
            if (!told) {
                retired.forEach(log::release);
            }
        }
    }

    private RemovedSessions takeOut(List<SessionId> retired, Progress progress) {
        boolean[] ended = {false};
        RemovalReport report = finish((done, all) -> {
            ended[0] |= !progress.goOn(done, all);
            return !ended[0];
        });
        if (retired.stream().anyMatch(report.left()::contains)) {
            checkNotStopped();
            throw ended[0] ? cancelled(retired.size(), report.events()) : partlyRemoved();
        }
        return new RemovedSessions(retired.size(), report.events(), report.bytes());
    }

    /** {@code engine.closed} after {@link #stop}: what is left then is not all damaged. */
    public void checkNotStopped() {
        if (stopped) {
            throw EventLog.closing();
        }
    }

    /** Before anything is done: {@link Progress#CANCELLED} where it is not wanted any more. */
    public static void ask(Progress progress) {
        if (progress.goOn(0, 0)) {
            return;
        }
        throw new FailureException(
                Failure.of("work.cancelled", ErrorKind.USER, "The deletion was cancelled.", NOTHING));
    }

    private static FailureException cancelled(int sessions, long events) {
        return new FailureException(Failure.of(
                "work.cancelled",
                ErrorKind.USER,
                "The deletion was cancelled when " + (sessions == 1 ? "the conversation" : sessions + " conversations")
                        + " had gone for everybody. " + events + " events are out of the files already.",
                "It cannot be brought back. The rest is taken out of the files by itself, within the hour or at the next"
                        + " start."));
    }

    private static FailureException partlyRemoved() {
        return new FailureException(Failure.of(
                "session.partly-removed",
                ErrorKind.RESOURCE,
                "It is deleted, but some of it is in a damaged file of the journal and stays there.",
                "Run \"officina journal repair\": the rest is taken out after that, by itself."));
    }

    private static String title(int count) {
        return count == 1 ? "Deleted a conversation" : "Deleted " + count + " conversations";
    }

    private static void delete(SessionId session, Changes changes) {
        // their titles are mostly the first words of the conversation
        changes.forget(RecordKind.SESSION, new RecordId(session.value()));
        RecordId model = Setting.idIn(session, SettingsCatalog.MODEL);
        if (changes.find(RecordKind.SETTING, model).isPresent()) {
            changes.delete(RecordKind.SETTING, model);
        }
        forgetEvents(session, changes);
    }

    private static void forgetEvents(SessionId session, Changes changes) {
        RecordId imported = SessionImport.idOf(session);
        Optional<DataRecord> origin = changes.find(RecordKind.SESSION_IMPORT, imported);
        if (origin.isPresent()) {
            changes.forget(RecordKind.SESSION_IMPORT, imported);
        }
        RecordId note = SessionRemoval.idOf(session);
        if (changes.find(RecordKind.SESSION_REMOVAL, note).isEmpty()) {
            long elsewhere = origin.map(
                            record -> SessionImport.from(record.fields()).events())
                    .orElse(0L);
            changes.create(RecordKind.SESSION_REMOVAL, note, new SessionRemoval(session, elsewhere).fields());
        }
    }

    /** Takes out of the files what was deleted and is still there; nothing after {@link #stop}. */
    public RemovalReport finish() {
        return finish(Progress.NONE);
    }

    /** The same, as far as it is let go on; the next call does the rest. */
    public RemovalReport finish(Progress progress) {
        removing.lock();
        try {
            log.settle();
            List<DataRecord> notes = notes();
            if (notes.isEmpty()) {
                damaged = 0;
                return RemovalReport.NOTHING;
            }
            Set<SessionId> gone = deleted(notes);
            gone.forEach(log::retire);
            boolean[] ended = {false};
            RemovalReport report = journal.remove(gone, new Outliving(store, notes)::isNeeded, (done, all) -> {
                ended[0] |= !progress.goOn(done, all);
                return !stopped && !ended[0];
            });
            if (!stopped) {
                damaged = ended[0] ? damaged : report.left().size();
                forget(notes, report.left());
            }
            return report;
        } finally {
            removing.unlock();
        }
    }

    private void forget(List<DataRecord> notes, Set<SessionId> left) {
        List<DataRecord> done =
                notes.stream().filter(note -> !left.contains(sessionOf(note))).toList();
        done.forEach(note -> log.release(sessionOf(note)));
        if (!done.isEmpty()) {
            edit(
                    "Took deleted conversations out of the files",
                    Origin.USER,
                    changes -> done.forEach(note -> changes.delete(RecordKind.SESSION_REMOVAL, note.id())));
        }
    }

    /** Has what is at work end within moments, and nothing more begin: the engine closes. */
    public void stop() {
        stopped = true;
    }

    /** Which events, read now, are of deleted conversations and will be gone: nobody is to be shown them. */
    public Predicate<EventEnvelope> deleted() {
        List<DataRecord> notes = notes();
        Set<SessionId> gone = deleted(notes);
        Outliving outliving = new Outliving(store, notes);
        return envelope -> gone.contains(envelope.session()) && !outliving.isNeeded(envelope);
    }

    /** How many deleted conversations are still in the files, altogether or in part. */
    public int waiting() {
        return notes().size();
    }

    /** How many of them cannot be taken out before a damaged file is repaired. */
    public int damaged() {
        return damaged;
    }

    private List<DataRecord> notes() {
        return store.list(RecordQuery.all(RecordKind.SESSION_REMOVAL));
    }

    private static Set<SessionId> deleted(List<DataRecord> notes) {
        return notes.stream().map(SessionRemover::sessionOf).collect(Collectors.toSet());
    }

    private static SessionId sessionOf(DataRecord note) {
        return SessionRemoval.from(note.fields()).session();
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
}
