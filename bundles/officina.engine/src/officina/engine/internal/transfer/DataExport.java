// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.base.DurableFiles;
import officina.base.Progress;
import officina.base.SecretText;
import officina.core.run.Journal;
import officina.engine.ExportedData;
import officina.engine.internal.log.EventLog;
import officina.store.Store;
import officina.vault.PassphraseFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes all data into one file: records as they are now, and every session with all its events up to now. The journal
 * says what there is, so that nothing is left out because a list of the store is short. Any thread may call.
 */
public final class DataExport {

    private static final int BATCH = 2_000;

    private final Path folder;
    private final Journal journal;
    private final EventLog log;
    private final Store store;
    private final InstantSource clock;
    private final Supplier<Predicate<EventEnvelope>> deleted;

    /** @param deleted which events are still there and not to be shown to anybody */
    public DataExport(
            Path folder,
            Journal journal,
            EventLog log,
            Store store,
            InstantSource clock,
            Supplier<Predicate<EventEnvelope>> deleted) {
        this.deleted = deleted;
        this.folder = folder;
        this.journal = journal;
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    /**
     * See {@link officina.engine.PersonalData#export(Path, Progress)}.
     *
     * @param passphrase encrypts it; {@code null} for a file that anybody can read
     */
    public ExportedData write(Path file, @Nullable SecretText passphrase, Progress progress) {
        if (liesInside(file)) {
            throw SessionFileFailures.inside(file);
        }
        log.settle();
        Contents contents = new Contents(journal, deleted.get(), progress);
        long[] records = {0};
        try {
            DurableFiles.create(file, channel -> {
                OutputStream plain = new BufferedOutputStream(new KeptOpen(Channels.newOutputStream(channel)));
                try (ExportArchive archive = new ExportArchive(sealed(plain, passphrase), clock.instant())) {
                    records[0] = records(archive, contents);
                    sessions(archive, contents);
                    left(archive, contents);
                    archive.finish(contents.position);
                }
            });
        } catch (FileAlreadyExistsException e) {
            throw SessionFileFailures.exists(file, e);
        } catch (IOException e) {
            throw SessionFileFailures.unwritable(file, e);
        }
        return new ExportedData(file, passphrase != null, contents.sessions.size(), contents.all, records[0]);
    }

    private static OutputStream sealed(OutputStream plain, @Nullable SecretText passphrase) throws IOException {
        return passphrase == null ? plain : PassphraseFile.encrypting(plain, passphrase);
    }

    private boolean liesInside(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        try {
            return parent != null && parent.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            // a folder that is not there is not in the data folder, and writing says that it is not there
            return false;
        }
    }

    private long records(ExportArchive archive, Contents contents) throws IOException {
        long written = 0;
        for (Map.Entry<RecordKind, Set<RecordId>> each : contents.records.entrySet()) {
            written += archive.records(
                    each.getKey(),
                    each.getValue().stream()
                            .flatMap(id -> store.get(each.getKey(), id).stream())
                            .iterator());
        }
        return written;
    }

    private void sessions(ExportArchive archive, Contents contents) throws IOException {
        for (Map.Entry<SessionId, Long> each : contents.sessions.entrySet()) {
            String title = store.session(each.getKey())
                    .map(session -> session.info().title())
                    .orElse("Deleted");
            // what was kept of a session that was deleted and came back bears its name and is none of its events
            long events = Math.min(each.getValue(), journal.lastSeq(each.getKey()));
            if (events == 0) {
                throw SessionFileFailures.removed();
            }
            archive.session(new SessionFileHead(each.getKey(), title, events), journal, contents::tell);
        }
    }

    /** What stays of conversations that were deleted: events that the records are made of. */
    private void left(ExportArchive archive, Contents contents) throws IOException {
        if (contents.left > 0) {
            archive.events(contents::nextLeft);
        }
    }

    /** What the journal holds up to now. */
    private static final class Contents {

        private final Journal journal;
        private final Predicate<EventEnvelope> deleted;
        private final Map<SessionId, Long> sessions = new LinkedHashMap<>();
        private final Map<RecordKind, Set<RecordId>> records = new TreeMap<>(Comparator.comparing(RecordKind::name));
        private final long position;
        private final Progress progress;
        private long all;
        private long written;
        /** How many events belong to no session; between which positions they are is remembered, not they. */
        private long left;

        private long firstLeft;
        private long lastLeft;

        Contents(Journal journal, Predicate<EventEnvelope> deleted, Progress progress) {
            this.journal = journal;
            this.deleted = deleted;
            this.progress = progress;
            position = journal.lastPosition();
            long next = 1;
            while (next <= position) {
                List<EventEnvelope> events = journal.readAll(next, (int) Math.min(BATCH, position - next + 1));
                if (events.isEmpty()) {
                    break;
                }
                events.stream()
                        .filter(each -> each.position() <= position && !deleted.test(each))
                        .forEach(this::count);
                next = events.getLast().position() + 1;
                tell(0);
            }
        }

        private void count(EventEnvelope envelope) {
            // of a session that was removed, events may be left that belong to none
            if (journal.lastSeq(envelope.session()) == 0) {
                firstLeft = left == 0 ? envelope.position() : firstLeft;
                lastLeft = envelope.position();
                left++;
            } else {
                sessions.merge(envelope.session(), 1L, Long::sum);
            }
            all++;
            if (envelope.event() instanceof RunEvent.RecordChanged change) {
                records.computeIfAbsent(change.kind(), _ -> new LinkedHashSet<>())
                        .add(change.id());
            }
        }

        /** Some of the events that belong to no session, and each call some more; empty after the last. */
        private List<EventEnvelope> nextLeft() {
            while (firstLeft <= lastLeft) {
                List<EventEnvelope> events = journal.readAll(firstLeft, BATCH);
                if (events.isEmpty()) {
                    break;
                }
                firstLeft = events.getLast().position() + 1;
                List<EventEnvelope> some = events.stream()
                        .filter(each -> each.position() <= lastLeft
                                && !sessions.containsKey(each.session())
                                && !deleted.test(each))
                        .toList();
                tell(some.size());
                if (!some.isEmpty()) {
                    return some;
                }
            }
            return List.of();
        }

        private void tell(int events) {
            written += events;
            if (!progress.goOn(written, Math.max(all, written))) {
                throw SessionFileFailures.exportCancelled();
            }
        }
    }
}
