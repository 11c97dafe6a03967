// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.SessionImport;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.DurableFiles;
import officina.base.Progress;
import officina.base.Uuids;
import officina.core.run.Journal;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.engine.TransferredSession;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.retention.SessionRemover;
import officina.engine.internal.start.FirstRecords;
import officina.protocol.EventCodec;
import officina.store.Store;

/**
 * Takes sessions out of the journal and brings them in. An import is first noted as a record, then its events are
 * appended in pieces, then the session gets its title and project; each step finds what an earlier try has done. Any
 * thread may call; imports wait for each other.
 */
public final class SessionTransfer {

    /** So many events, or a little more than so many bytes of them, are appended at once. */
    private static final int MOST_EVENTS = 2_000;

    private static final long MOST_BYTES = 1 << 20;

    private final Journal journal;
    private final EventLog log;
    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;
    private final SessionRemover remover;
    private final ReentrantLock importing = new ReentrantLock();

    /** @param project what comes in belongs to */
    public SessionTransfer(
            Journal journal,
            EventLog log,
            Store store,
            RecordWriter writer,
            InstantSource clock,
            RecordId project,
            SessionRemover remover) {
        this.remover = remover;
        this.journal = journal;
        this.log = log;
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.project = project;
    }

    /** See {@link officina.engine.Sessions#exportTo}; the session exists and is a conversation. */
    public TransferredSession exportTo(SessionId session, SessionInfo info, Path file, Progress progress) {
        SessionFileHead head = new SessionFileHead(session, info.title(), journal.lastSeq(session));
        long[] written = {0};
        SessionFileWriter.Between asking = events -> {
            written[0] += events;
            if (!progress.goOn(written[0], head.events())) {
                throw SessionFileFailures.exportCancelled();
            }
        };
        try {
            DurableFiles.create(file, channel -> {
                asking.written(0);
                new SessionFileWriter(channel).session(head, clock.instant(), journal, asking);
            });
        } catch (FileAlreadyExistsException e) {
            throw SessionFileFailures.exists(file, e);
        } catch (IOException e) {
            throw SessionFileFailures.unwritable(file, e);
        }
        return new TransferredSession(session, head.title(), head.events());
    }

    /** See {@link officina.engine.Sessions#importFrom}. */
    public TransferredSession importFrom(Path file, boolean asCopy, Progress progress) {
        SessionFileReader reader = new SessionFileReader(file);
        SessionFileReader.Checked checked = reader.check(progress);
        SessionFileHead head = checked.head();
        importing.lock();
        try {
            // one that was deleted may come back, when nothing of it is left
            Set<SessionId> left = remover.finish((_, _) -> progress.goOn(head.events(), 2 * head.events()))
                    .left();
            if (!progress.goOn(head.events(), 2 * head.events())) {
                throw SessionFileFailures.importCancelled();
            }
            SessionId target = asCopy ? copyOf(checked, left) : head.session();
            if (left.contains(target)) {
                remover.checkNotStopped();
                throw SessionFileFailures.partlyThere();
            }
            if (!asCopy && journal.lastSeq(target) > 0 && !isCutShort(target, checked)) {
                throw SessionFileFailures.sessionExists();
            }
            if (!asCopy && checked.ids().stream().anyMatch(id -> isRunElsewhere(id, target))) {
                throw SessionFileFailures.runExists();
            }
            note(target, checked);
            if (!adopt(reader, new FreshIds(checked.ids(), head.session(), target), head.events(), progress)) {
                remover.takeBack(target);
                throw SessionFileFailures.importCancelled();
            }
            log.adopted(target);
            stopWhatWasAtWork(target);
            settle(target, head.title());
            return new TransferredSession(target, head.title(), head.events());
        } finally {
            importing.unlock();
        }
    }

    /** Whether a run of another session has that id: what is said of one would be said of the other. */
    private boolean isRunElsewhere(String id, SessionId target) {
        return store.run(new RunId(UUID.fromString(id)))
                .filter(run -> !run.session().equals(target))
                .isPresent();
    }

    /** The first copy that is not here, or not whole; none of those of which a deletion left something. */
    private SessionId copyOf(SessionFileReader.Checked checked, Set<SessionId> left) {
        for (int number = 1; ; number++) {
            SessionId copy = new SessionId(Uuids.derived("session copy", checked.digest(), Integer.toString(number)));
            if (!left.contains(copy) && (journal.lastSeq(copy) == 0 || isCutShort(copy, checked))) {
                return copy;
            }
        }
    }

    /** Whether an import of this very file ended before it was done. */
    private boolean isCutShort(SessionId target, SessionFileReader.Checked checked) {
        return noted(target)
                        .filter(each -> each.digest().equals(checked.digest()))
                        .isPresent()
                && (journal.lastSeq(target) < checked.head().events() || !isSettled(target));
    }

    private Optional<SessionImport> noted(SessionId target) {
        log.settle();
        return store.get(RecordKind.SESSION_IMPORT, SessionImport.idOf(target))
                .map(record -> SessionImport.from(record.fields()));
    }

    private boolean isSettled(SessionId target) {
        return store.session(target)
                .filter(each ->
                        store.get(RecordKind.PROJECT, each.info().project()).isPresent())
                .isPresent();
    }

    private void note(SessionId target, SessionFileReader.Checked checked) {
        SessionFileHead head = checked.head();
        SessionImport made = new SessionImport(target, head.title(), head.events(), checked.digest());
        if (!noted(target).equals(Optional.of(made))) {
            edit(
                    "Imported a conversation",
                    changes -> put(changes, RecordKind.SESSION_IMPORT, SessionImport.idOf(target), made.fields()));
        }
    }

    /** {@code false} where it was ended and is not whole, or shall not be here. */
    private boolean adopt(SessionFileReader reader, FreshIds ids, long events, Progress progress) {
        List<EventEnvelope> batch = new ArrayList<>();
        long[] bytes = {0};
        long have = journal.lastSeq(ids.to());
        boolean whole = reader.each(envelope -> {
            if (envelope.seq() > have) {
                batch.add(ids.of(envelope));
                bytes[0] += EventCodec.encodeEvent(envelope.event()).length;
            }
            if (batch.size() >= MOST_EVENTS || bytes[0] >= MOST_BYTES) {
                log.adopt(ids.to(), batch);
                batch.clear();
                bytes[0] = 0;
                return progress.goOn(events + envelope.seq(), 2 * events);
            }
            return true;
        });
        if (whole && !batch.isEmpty()) {
            log.adopt(ids.to(), batch);
        }
        return whole && progress.goOn(2 * events, 2 * events);
    }

    /** Nobody works here on what was at work there: it is offered for resume, as after the end of the program. */
    private void stopWhatWasAtWork(SessionId target) {
        SessionState state = log.state(target);
        for (RunState run : state.runs()) {
            if (run.phase() == RunPhase.RUNNING) {
                log.append(
                        new RunAddress(target, run.head().run(), new Origin(List.of(PluginId.OFFICINA))),
                        List.of(new RunEvent.RunInterrupted()));
            }
        }
    }

    private void settle(SessionId target, String title) {
        JsonObject fields = new SessionInfo(title, project, SessionKind.CONVERSATION).fields();
        edit(
                "Put an imported conversation in its place",
                changes -> put(changes, RecordKind.SESSION, new RecordId(target.value()), fields));
    }

    private static void put(Changes changes, RecordKind kind, RecordId id, JsonObject fields) {
        if (changes.find(kind, id).isPresent()) {
            changes.replace(kind, id, fields);
        } else {
            changes.create(kind, id, fields);
        }
    }

    private void edit(String title, java.util.function.Consumer<Changes> body) {
        RunAddress address = new RunAddress(FirstRecords.editsOf(project), new RunId(Uuids.next(clock)), Origin.USER);
        writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.EDIT, title, null, null));
            body.accept(changes);
            changes.add(new RunEvent.RunFinished(true, title));
            return title;
        });
    }
}
