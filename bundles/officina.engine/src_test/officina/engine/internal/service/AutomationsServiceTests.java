// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.api.batch.Automation.Ending;
import officina.api.batch.BatchResult;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.plugin.Grants;
import officina.engine.AutomationItem;
import officina.engine.AutomationItem.State;
import officina.engine.RunRef;
import officina.engine.Subscription;
import officina.engine.internal.Bench;
import officina.engine.internal.automation.BatchPlugins;
import officina.engine.internal.automation.Scheduler;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.run.RunServices;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutomationsServiceTests {

    private static final PluginId MAIL = new PluginId("batch.mail");
    private static final PluginId SHUT = new PluginId("batch.shut");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeClock clock = new FakeClock(NOON);
    private final Bench bench = new Bench();
    private final Grants grants = new Grants();
    private final BatchPlugins plugins = new BatchPlugins();
    private final RunServices services = plugins.services(bench, grants, clock);
    private final Scheduler scheduler = new Scheduler(
            services,
            grants,
            new Edits(services.writer(), clock),
            new RecordId(new UUID(7, 7)),
            () -> ZoneOffset.UTC,
            _ -> false);
    private final AutomationsService automations =
            new AutomationsService(scheduler, plugins, grants, bench.disk, bench.projector);

    AutomationsServiceTests() {
        plugins.add(MAIL, "0 0 1 1 *", false, List.of(), (trigger, context) -> BatchResult.of("done"));
        plugins.add(
                SHUT,
                null,
                false,
                List.of(new Permission(PermissionType.MAIL_READ, "me")),
                (trigger, context) -> BatchResult.of("done"));
    }

    @AfterEach
    void close() {
        scheduler.close();
        bench.close();
    }

    @Test
    void each_is_told_with_when_it_is_due_and_what_is_in_its_way() {
        List<AutomationItem> all = automations.list();
        assertEquals(
                List.of(MAIL, SHUT), all.stream().map(AutomationItem::plugin).toList());
        AutomationItem mail = all.getFirst();
        assertEquals("Mail", mail.name());
        assertEquals("0 0 1 1 *", mail.schedule());
        assertEquals(State.WAITING, mail.state());
        Instant next = mail.next();
        assertNotNull(next);
        assertEquals(Instant.parse("2027-01-01T00:00:00Z"), next.truncatedTo(java.time.temporal.ChronoUnit.DAYS));
        assertEquals(List.of(), mail.problems());

        AutomationItem shut = all.getLast();
        assertNull(shut.next());
        assertEquals("", shut.schedule());
        assertEquals(List.of("It needs the permission mail.read me, which it does not have."), shut.problems());
    }

    @Test
    void one_that_is_run_tells_what_it_did_and_whoever_listens_hears_of_it() throws Exception {
        BlockingQueue<PluginId> heard = new LinkedBlockingQueue<>();
        try (Subscription _ = automations.onChange(heard::add)) {
            RunRef ref = automations.run(MAIL, JsonObject.EMPTY);
            bench.log.await(ref.session(), state -> state.run(ref.run()).phase().ended());
            AutomationItem after = automations.find(MAIL);
            assertNotNull(after.last());
            assertEquals(Ending.DONE, after.last().ending());
            assertEquals(MAIL, heard.poll(20, TimeUnit.SECONDS));
            assertEquals(MAIL, heard.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void one_that_may_not_says_so_in_a_run_that_has_ended() {
        automations.run(SHUT, JsonObject.EMPTY);
        AutomationItem after = automations.find(SHUT);
        assertNotNull(after.last());
        assertEquals("Not run: it may not read mail of \"me\".", after.last().text());
    }

    @Test
    void one_that_is_paused_is_due_no_more_until_it_goes_on() {
        automations.pause(MAIL);
        assertEquals(State.PAUSED, automations.find(MAIL).state());
        assertNull(automations.find(MAIL).next());
        automations.resume(MAIL);
        assertEquals(State.WAITING, automations.find(MAIL).state());
        assertNotNull(automations.find(MAIL).next());
    }

    @Test
    void what_is_not_there_is_named() {
        PluginId other = new PluginId("batch.other");
        for (Runnable each : List.<Runnable>of(
                () -> automations.find(other),
                () -> automations.run(other, JsonObject.EMPTY),
                () -> automations.pause(other),
                () -> automations.resume(other))) {
            assertEquals(
                    "batch.missing",
                    assertThrows(FailureException.class, each::run).failure().code());
        }
    }
}
