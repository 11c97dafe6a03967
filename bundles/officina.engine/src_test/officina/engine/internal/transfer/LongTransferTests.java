// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Progress;
import officina.engine.TransferredSession;
import officina.engine.internal.Bench;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.retention.SessionRemover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports and imports of long conversations: how far they are, and that they leave nothing where they are ended. */
class LongTransferTests {

    private static final RecordId PROJECT = new RecordId(new UUID(2, 2));
    private static final int EVENTS = 2_501;

    private record Told(long done, long all) {}

    @TempDir
    private Path folder;

    private final Bench here = new Bench();
    private final Bench there = new Bench();
    private SessionId session = Bench.address(1).session();

    @BeforeEach
    void write_a_session() {
        RunAddress run = here.begin(1);
        session = run.session();
        here.log.append(run, Collections.nCopies(EVENTS - 1, new RunEvent.TextDelta(0, "word ")));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void both_tell_how_far_they_are() {
        Path file = folder.resolve("a");
        List<Told> out = new ArrayList<>();
        export(file, following(out));
        assertEquals(new Told(0, EVENTS), out.getFirst());
        assertEquals(new Told(EVENTS, EVENTS), out.getLast());
        List<Told> in = new ArrayList<>();
        importFrom(file, following(in));
        assertEquals(new Told(0, 2 * EVENTS), in.getFirst());
        assertEquals(new Told(2 * EVENTS, 2 * EVENTS), in.getLast());
        for (List<Told> told : List.of(out, in)) {
            assertTrue(told.size() > 3, told.toString());
            List<Long> done = told.stream().map(Told::done).toList();
            assertEquals(done.stream().sorted().toList(), done);
        }
    }

    @Test
    void an_import_tells_its_history_again_but_once() {
        RunAddress run = here.begin(2);
        session = run.session();
        for (int i = 0; i < 3; i++) {
            here.log.append(run, Collections.nCopies(EVENTS, new RunEvent.TextDelta(0, "word ")));
        }
        Path file = folder.resolve("a");
        export(file, Progress.NONE);
        importFrom(file, Progress.NONE);
        assertEquals(1, there.disk.snapshotsKept());
    }

    private static Progress following(List<Told> told) {
        return (done, all) -> told.add(new Told(done, all));
    }

    @Test
    void an_export_that_is_ended_anywhere_leaves_no_file() throws IOException {
        int ended = 0;
        while (!exported(folder.resolve("a"), endedAfter(ended))) {
            ended++;
            try (var files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }
        assertTrue(ended > 3, "ended " + ended + " times");
    }

    private boolean exported(Path file, Progress progress) {
        try {
            export(file, progress);
            return true;
        } catch (FailureException e) {
            assertEquals(Progress.CANCELLED, e.failure().code());
            return false;
        }
    }

    @Test
    void an_import_that_is_ended_anywhere_leaves_nothing_and_can_be_made_again() {
        Path file = folder.resolve("a");
        export(file, Progress.NONE);
        int ended = 0;
        int begun = 0;
        while (!imported(file, endedAfter(ended))) {
            ended++;
            begun += there.disk.lastPosition() > begun ? 1 : 0;
            assertEquals(0, there.disk.lastSeq(session));
            assertEquals(
                    0,
                    there.disk.readAll(1, 100_000).stream()
                            .filter(event -> event.session().equals(session))
                            .count());
            there.log.settle();
            for (RecordKind kind : List.of(RecordKind.SESSION, RecordKind.SESSION_IMPORT, RecordKind.SESSION_REMOVAL)) {
                assertEquals(List.of(), there.store.list(RecordQuery.all(kind)));
            }
        }
        assertTrue(ended > 5, "ended " + ended + " times");
        assertTrue(begun > 0, "something was taken back");
        // and one more: nobody works here on what was at work there
        assertEquals(EVENTS + 1, there.disk.lastSeq(session));
        assertEquals(1, there.store.list(RecordQuery.all(RecordKind.SESSION)).size());
    }

    private boolean imported(Path file, Progress progress) {
        try {
            importFrom(file, progress);
            return true;
        } catch (FailureException e) {
            assertEquals(Progress.CANCELLED, e.failure().code());
            return false;
        }
    }

    private static Progress endedAfter(int asked) {
        AtomicInteger left = new AtomicInteger(asked);
        return (_, _) -> left.getAndDecrement() > 0;
    }

    private TransferredSession export(Path file, Progress progress) {
        SessionInfo info = new SessionInfo("Papers", PROJECT, SessionKind.CONVERSATION);
        return transfer(here).exportTo(session, info, file, progress);
    }

    private void importFrom(Path file, Progress progress) {
        transfer(there).importFrom(file, false, progress);
    }

    private static SessionTransfer transfer(Bench bench) {
        RecordWriter writer = new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH);
        SessionRemover remover =
                new SessionRemover(bench.disk, bench.log, bench.store, writer, () -> Instant.EPOCH, PROJECT);
        return new SessionTransfer(bench.disk, bench.log, bench.store, writer, () -> Instant.EPOCH, PROJECT, remover);
    }
}
