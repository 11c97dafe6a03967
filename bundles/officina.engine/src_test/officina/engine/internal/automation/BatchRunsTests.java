// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import officina.api.batch.Automation;
import officina.api.batch.Automation.Ending;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.core.plugin.Grants;
import officina.engine.internal.Bench;
import officina.engine.internal.run.BatchWork;
import officina.engine.internal.run.RunServices;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchRunsTests {

    private static final RecordId PROJECT = new RecordId(new UUID(7, 7));
    private static final PluginId MAIL = new PluginId("batch.mail");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeClock clock = new FakeClock(NOON);
    private final Bench bench = new Bench();
    private final Grants grants = new Grants();
    private final BatchPlugins plugins = new BatchPlugins();
    private final RunServices services = plugins.services(bench, grants, clock);
    private final AutomationRecords records = new AutomationRecords(bench.store, services.writer(), clock, PROJECT);
    private final BatchRuns runs = new BatchRuns(
            records,
            bench.log,
            plugins,
            grants,
            new BatchWork(services, PROJECT),
            new Proposals(records, services.contexts(), PROJECT),
            clock,
            () -> {});

    @AfterEach
    void close() {
        runs.close();
        bench.close();
    }

    @Test
    void one_that_ends_while_it_is_looked_for_was_not_interrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        plugins.add(MAIL, "0 * * * *", false, List.of(), (trigger, context) -> {
            begun.countDown();
            goOn.await();
            return BatchResult.of("done");
        });
        runs.begin(plugins.info(MAIL), Cause.SCHEDULE, NOON, JsonObject.EMPTY);
        begun.await();
        bench.store.afterNextGet(() -> {
            goOn.countDown();
            while (runs.isAtWork(MAIL)) {
                Thread.onSpinWait();
            }
        });
        runs.mend(MAIL);
        Automation after = records.find(MAIL).orElseThrow();
        assertEquals(Ending.DONE, after.last().ending());
        assertEquals(0, after.failures());
    }
}
