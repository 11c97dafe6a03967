// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.api.batch.Automation;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchResult.Count;
import officina.api.batch.BatchTrigger;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.plugin.Grants;
import officina.core.run.RunState;
import officina.engine.internal.Bench;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.run.RunServices;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A scheduler over a journal in memory, with an agent that does what a test says, and a clock of the test. */
@Timeout(60)
abstract class SchedulerTestCase {

    static final RecordId PROJECT = new RecordId(new UUID(7, 7));
    static final PluginId MAIL = new PluginId("batch.mail");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Permission READ = new Permission(PermissionType.STORE_READ, "todo");

    final FakeClock clock = new FakeClock(NOON);
    final Bench bench = new Bench();
    final Grants grants = new Grants();
    final BatchPlugins plugins = new BatchPlugins();
    final BlockingQueue<BatchTrigger> triggers = new LinkedBlockingQueue<>();
    final Set<String> off = ConcurrentHashMap.newKeySet();
    Scheduler scheduler;
    BatchAgent agent = (trigger, context) -> {
        triggers.add(trigger);
        return new BatchResult("2 of 14 were new", List.of(new Count("new", 2)));
    };

    @BeforeEach
    void begin() {
        plugins.add(MAIL, "0 * * * *", false, List.of(READ), (trigger, context) -> agent.run(trigger, context));
        grants.hold(new RecordId(new UUID(5, 5)), new Grant(MAIL, READ, GrantScope.ALWAYS, null, NOON));
        scheduler = scheduler();
        assertNotNull(scheduler.look());
    }

    @AfterEach
    void close() {
        scheduler.close();
        bench.close();
    }

    Scheduler scheduler() {
        RunServices services = plugins.services(bench, grants, clock);
        return new Scheduler(
                services, grants, new Edits(services.writer(), clock), PROJECT, () -> ZoneOffset.UTC, off::contains);
    }

    /** Returns once nothing is at work. */
    void awaitIdle() {
        while (plugins.declared().stream().anyMatch(each -> scheduler.isAtWork(each.id()))) {
            Thread.onSpinWait();
        }
    }

    Automation known() {
        bench.log.settle();
        return scheduler.standing(MAIL);
    }

    /** What is known once no run is at work. */
    Automation settled() throws InterruptedException {
        LastRun last = last();
        bench.log.await(last.session(), state -> {
            RunState run = state.run(last.run());
            return run != null && run.phase().ended();
        });
        while (scheduler.isAtWork(MAIL)) {
            Thread.onSpinWait();
        }
        return known();
    }

    LastRun last() {
        LastRun last = known().last();
        assertNotNull(last, "nothing has run");
        return last;
    }

    void at(Duration later) {
        clock.jumpTo(NOON.plus(later));
        scheduler.look();
    }

    BatchTrigger begun() throws InterruptedException {
        BatchTrigger trigger = triggers.poll(20, TimeUnit.SECONDS);
        assertNotNull(trigger, "nothing has begun");
        return trigger;
    }

    RunState run(LastRun last) {
        return bench.log.state(last.session()).run(last.run());
    }
}
