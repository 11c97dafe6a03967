// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Progress;
import officina.core.run.RunPhase;
import officina.engine.internal.Bench;
import officina.engine.internal.record.RecordWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** When a removal does not begin, and that nothing is changed then. */
class SessionRemoverTests {

    private final Bench bench = new Bench();
    private final SessionRemover remover = new SessionRemover(
            bench.disk,
            bench.log,
            bench.store,
            new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH),
            () -> Instant.EPOCH,
            new RecordId(new UUID(7, 7)));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void after_a_stop_nothing_is_begun() {
        SessionId session = bench.begin(1).session();
        long position = bench.disk.lastPosition();
        remover.stop();
        assertEquals(
                "engine.closed", codeOf(() -> remover.remove(List.of(session), _ -> true, Origin.USER, Progress.NONE)));
        assertEquals(
                "engine.closed",
                codeOf(() ->
                        remover.removeAll(List.of(session), _ -> true, "All", Origin.USER, _ -> {}, Progress.NONE)));
        assertEquals(position, bench.disk.lastPosition());
        assertEquals(1, bench.log.state(session).lastSeq());
    }

    @Test
    void all_or_none_where_one_is_at_work() {
        SessionId first = bench.begin(1).session();
        SessionId second = bench.begin(2).session();
        long position = bench.disk.lastPosition();
        assertEquals(
                Optional.empty(),
                remover.removeAll(
                        List.of(first, second),
                        state -> !state.session().equals(second),
                        "All",
                        Origin.USER,
                        _ -> {},
                        Progress.NONE));
        assertEquals(position, bench.disk.lastPosition());
        for (SessionId each : List.of(first, second)) {
            assertEquals(
                    RunPhase.RUNNING, bench.log.state(each).runs().getFirst().phase());
        }
    }

    @Test
    void what_cannot_be_told_leaves_the_sessions_as_they_were() {
        SessionId session = bench.begin(1).session();
        // the store of this bench has no record of it
        assertEquals(
                "record.missing",
                codeOf(() -> remover.remove(List.of(session), _ -> true, Origin.USER, Progress.NONE)));
        assertTrue(bench.log.state(session).lastSeq() > 0);
    }

    @Test
    void one_that_is_ended_says_what_is_gone_and_the_rest_goes_later() {
        SessionId stays = conversation(1);
        FailureException early = cancelled(stays, 0);
        assertEquals("Nothing was deleted.", early.failure().remedy());
        assertTrue(bench.log.state(stays).lastSeq() > 0);
        for (int asked = 1; asked <= 6; asked++) {
            SessionId session = conversation(1 + asked);
            String said = cancelled(session, asked).failure().message();
            assertTrue(said.contains("when the conversation had gone for everybody. 0 events are out"), said);
            assertEquals(0, bench.disk.lastSeq(session));
            assertEquals(1, remover.waiting());
            assertEquals(0, remover.damaged());
            assertTrue(remains(session));

            remover.finish();
            assertEquals(0, remover.waiting());
            assertFalse(remains(session));
        }
        assertTrue(bench.log.state(stays).lastSeq() > 0);
    }

    @Test
    void nothing_is_taken_out_that_the_store_has_not_applied() {
        SessionId session = conversation(1);
        bench.log.settle();
        long applied = bench.store.highWater();
        Failure full = Failure.of("store.full", ErrorKind.RESOURCE, "The disk is full.", null);
        bench.store.fail(new FailureException(full));
        assertEquals(
                "store.full", codeOf(() -> remover.remove(List.of(session), _ -> true, Origin.USER, Progress.NONE)));
        assertEquals("store.full", codeOf(remover::finish));
        assertEquals(applied, bench.store.highWater());
        assertTrue(bench.disk.lastPosition() > applied, "the deletion is told");
        assertTrue(remains(session), "what the store does not know yet");

        bench.store.fail(null);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (bench.projector.behind() > 0) {
            assertTrue(System.nanoTime() < end, "the store does not follow again");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        remover.finish();
        assertFalse(remains(session));
        assertEquals(0, remover.waiting());
    }

    private boolean remains(SessionId session) {
        return bench.disk.readAll(1, 10_000).stream()
                .anyMatch(event -> event.session().equals(session));
    }

    private FailureException cancelled(SessionId session, int asked) {
        AtomicInteger left = new AtomicInteger(asked);
        FailureException ended = assertThrows(
                FailureException.class,
                () -> remover.remove(List.of(session), _ -> true, Origin.USER, (_, _) -> left.getAndDecrement() > 0));
        assertEquals(Progress.CANCELLED, ended.failure().code());
        return ended;
    }

    private SessionId conversation(int number) {
        SessionId session = bench.begin(number).session();
        JsonObject fields = new SessionInfo("Papers", new RecordId(new UUID(7, 7)), SessionKind.CONVERSATION).fields();
        new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH).write(Bench.address(500 + number), changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.EDIT, "Began", null, null));
            return changes.create(RecordKind.SESSION, new RecordId(session.value()), fields);
        });
        return session;
    }

    private static String codeOf(Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }
}
