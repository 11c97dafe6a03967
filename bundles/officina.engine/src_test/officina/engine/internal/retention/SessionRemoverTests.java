// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
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
        assertEquals("engine.closed", codeOf(() -> remover.remove(List.of(session), _ -> true, Origin.USER)));
        assertEquals(
                "engine.closed",
                codeOf(() -> remover.removeAll(List.of(session), _ -> true, "All", Origin.USER, _ -> {})));
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
                        List.of(first, second), state -> !state.session().equals(second), "All", Origin.USER, _ -> {}));
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
        assertEquals("record.missing", codeOf(() -> remover.remove(List.of(session), _ -> true, Origin.USER)));
        assertTrue(bench.log.state(session).lastSeq() > 0);
    }

    private static String codeOf(Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }
}
