// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.core.run.RunPhase;
import officina.core.run.RunSummary;
import officina.engine.internal.Bench;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import org.junit.jupiter.api.Test;

class InterruptedRunsTests {

    @Test
    void a_session_that_cannot_be_read_does_not_keep_the_others_from_being_offered() {
        try (Bench bench = new Bench()) {
            RunAddress newer = bench.begin(1);
            RunAddress fine = bench.begin(2);
            bench.log.append(newer, List.of(new RunEvent.Progress("on", 0, 0)));
            bench.unreadable(newer);
            bench.store.hold(List.of(summary(newer), summary(fine)));
            EventLog log = new EventLog(bench.disk, bench.projector, () -> Instant.EPOCH);

            assertEquals(1, InterruptedRuns.mark(log, bench.store));
            assertEquals(
                    RunPhase.INTERRUPTED,
                    log.state(fine.session()).run(fine.run()).phase());
        }
    }

    @Test
    void what_works_by_itself_has_failed_and_is_not_offered() {
        try (Bench bench = new Bench()) {
            RunAddress batch = Bench.address(1);
            bench.log.append(batch, List.of(new RunEvent.RunStarted(RunKind.BATCH, "Mail", null, null)));
            bench.store.hold(List.of(summary(batch, RunKind.BATCH)));

            assertEquals(0, InterruptedRuns.mark(bench.log, bench.store));
            assertEquals(RunPhase.FAILED, bench.state(batch).phase());
        }
    }

    @Test
    void what_went_on_beside_other_work_has_ended_and_is_not_offered() {
        try (Bench bench = new Bench()) {
            RunAddress connections = Bench.address(1);
            bench.log.append(connections, List.of(new RunEvent.RunStarted(RunKind.SYSTEM, "Connections", null, null)));
            bench.store.hold(List.of(summary(connections, RunKind.SYSTEM)));

            assertEquals(0, InterruptedRuns.mark(bench.log, bench.store));
            assertEquals(RunPhase.DONE, bench.state(connections).phase());
        }
    }

    private static RunSummary summary(RunAddress run) {
        return summary(run, RunKind.TURN);
    }

    private static RunSummary summary(RunAddress run, RunKind kind) {
        return new RunSummary(
                run.run(), run.session(), kind, "Do it", RunPhase.RUNNING, null, Instant.EPOCH, null, null);
    }
}
