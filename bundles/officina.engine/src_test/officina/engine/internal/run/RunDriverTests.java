// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import officina.api.chat.Intent;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.host.DocumentAccess;
import officina.api.host.RecordAccess;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.base.Closeables;
import officina.core.plugin.Grants;
import officina.core.plugin.PermissionBroker;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.document.Documents;
import officina.engine.AttachedFile;
import officina.engine.internal.Bench;
import officina.engine.internal.NoBrowsers;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.NoServers;
import officina.engine.internal.knowledge.EngineIndex;
import officina.engine.internal.knowledge.KeptIndex;
import officina.engine.internal.knowledge.Meanings;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.orchestrator.Orchestrator;
import officina.orchestrator.OrchestratorStatus;
import officina.orchestrator.RunContext;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the work on a run goes wrong, the run has an end that somebody hears of, and is not begun again by itself. */
class RunDriverTests {

    /** Between two looks at a full disk. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final QuestionId QUESTION = new QuestionId(new UUID(3, 3));

    private static final PluginId MAKER = new PluginId("agent.maker");

    private final Grants grants = new Grants();
    private final Closeables owned = new Closeables();
    private final AtomicBoolean room = new AtomicBoolean();
    private final Bench bench = owned.own(new Bench());
    private final AtomicInteger calls = new AtomicInteger();
    private Supplier<DocumentAccess> documents = () -> {
        throw new UnsupportedOperationException("no file is read here");
    };

    private Set<PluginId> leftOut = Set.of();

    /** What an orchestrator does. */
    private interface Work {
        void advance(RunContext context) throws InterruptedException;
    }

    @AfterEach
    void close() {
        owned.close();
    }

    @Test
    void an_error_in_the_work_is_a_failure_of_the_run() throws Exception {
        RunAddress run = bench.begin(1);
        driver(_ -> {
                    throw new StackOverflowError();
                })
                .drive(run);

        RunState state = bench.await(run, now -> now.phase().ended());

        assertEquals("internal.unexpected", failure(state).code());
        assertEquals(1, calls.get());
    }

    @Test
    void a_plug_in_that_is_left_out_of_the_project_is_given_nothing() throws Exception {
        leftOut = Set.of(MAKER);
        RunAddress run = bench.begin(1);
        driver(context -> context.agent(MAKER, List.of())).drive(run);

        RunState state = bench.await(run, now -> now.phase().ended());

        assertEquals("plugin.left-out", failure(state).code());
    }

    @Test
    void work_that_never_comes_to_an_end_is_stopped() throws Exception {
        RunAddress run = bench.begin(1);
        driver(context -> context.emit(List.of(new RunEvent.Progress("on and on", 0, 0))))
                .drive(run);

        RunState state = bench.await(run, now -> now.phase().ended());

        assertEquals("internal.unexpected", failure(state).code());
        assertEquals(1_000, calls.get());
    }

    @Test
    void work_that_does_nothing_is_a_failure() throws Exception {
        RunAddress run = bench.begin(1);
        driver(_ -> {}).drive(run);

        assertEquals(
                RunPhase.FAILED, bench.await(run, now -> now.phase().ended()).phase());
    }

    @Test
    void work_that_interrupts_itself_is_a_failure() throws Exception {
        RunAddress run = bench.begin(1);
        driver(_ -> {
                    throw new InterruptedException("by itself");
                })
                .drive(run);

        assertEquals(
                RunPhase.FAILED, bench.await(run, now -> now.phase().ended()).phase());
        assertEquals(1, calls.get());
    }

    @Test
    void a_cancelled_run_ends_whatever_its_work_makes_of_the_interrupt() throws Exception {
        RunAddress run = bench.begin(1);
        CountDownLatch atWork = new CountDownLatch(1);
        RunDriver driver = driver(context -> {
            atWork.countDown();
            try {
                new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException("it hid the interrupt", e);
            }
        });
        driver.drive(run);
        assertTrue(atWork.await(20, TimeUnit.SECONDS), "the work began");
        driver.cancel(run);

        assertEquals(
                RunPhase.CANCELLED, bench.await(run, now -> now.phase().ended()).phase());
    }

    @Test
    void a_full_disk_is_told_to_who_waits_and_the_run_can_be_resumed_with_room() throws Exception {
        RunAddress run = bench.begin(1);
        RunDriver driver = driver(context -> {
            if (calls.get() == 1) {
                bench.disk.fill();
            }
            context.emit(List.of(new RunEvent.RunFinished(true, "done")));
        });
        driver.drive(run);

        bench.await(run, _ -> driver.trouble(run.run()) != null);
        Failure trouble = driver.trouble(run.run());
        assertNotNull(trouble);
        assertEquals("journal.full", trouble.code());
        assertEquals(RunPhase.RUNNING, bench.state(run).phase());

        bench.disk.makeRoom();
        RunState stopped = bench.await(run, now -> now.phase() == RunPhase.INTERRUPTED);
        assertEquals(trouble, stopped.outcome().failure());
        bench.log.append(run, List.of(new RunEvent.RunResumed()));
        driver.drive(run);
        assertEquals(RunPhase.DONE, bench.await(run, now -> now.phase().ended()).phase());
        assertNull(driver.trouble(run.run()));
        assertEquals(2, calls.get());
    }

    @Test
    void a_run_that_a_full_disk_has_stopped_goes_on_by_itself_with_room() throws Exception {
        RunAddress run = bench.begin(1);
        RunDriver driver = driver(context -> {
            if (calls.get() == 1) {
                bench.disk.fill();
            }
            context.emit(List.of(new RunEvent.RunFinished(true, "done")));
        });
        driver.drive(run);
        bench.await(run, _ -> driver.trouble(run.run()) != null);
        // room for a few bytes: it says why it stopped, and waits for more
        bench.disk.makeRoom();
        RunState stopped = bench.await(run, now -> now.phase() == RunPhase.INTERRUPTED);
        Failure reason = stopped.outcome().failure();
        assertNotNull(reason);
        assertEquals("journal.full", reason.code());
        assertEquals(1, calls.get());

        room.set(true);
        assertEquals(RunPhase.DONE, bench.await(run, now -> now.phase().ended()).phase());
        assertEquals(2, calls.get());
        assertEquals(
                List.of("RunStarted", "RunInterrupted", "RunResumed", "RunFinished"),
                bench.disk.read(run.session(), 1, 100).stream()
                        .map(envelope -> envelope.event().getClass().getSimpleName())
                        .toList());
        assertNull(driver.trouble(run.run()));
    }

    @Test
    void a_run_that_waits_for_room_can_be_cancelled() throws Exception {
        RunAddress run = bench.begin(1);
        RunDriver driver = driver(context -> {
            bench.disk.fill();
            context.emit(List.of(new RunEvent.RunFinished(true, "done")));
        });
        driver.drive(run);
        bench.await(run, _ -> driver.trouble(run.run()) != null);
        bench.disk.makeRoom();
        bench.await(run, now -> now.phase() == RunPhase.INTERRUPTED);
        driver.cancel(run);
        room.set(true);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (driver.paused() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertEquals(0, driver.paused(), "it still waits for room");
        assertEquals(RunPhase.CANCELLED, bench.state(run).phase());
        assertEquals(1, calls.get());
    }

    @Test
    void what_was_cancelled_on_a_full_disk_stays_cancelled() throws Exception {
        RunAddress run = bench.begin(1);
        CountDownLatch atWork = new CountDownLatch(1);
        RunDriver driver = driver(_ -> {
            atWork.countDown();
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        });
        driver.drive(run);
        assertTrue(atWork.await(20, TimeUnit.SECONDS), "the work began");
        bench.disk.fill();
        FailureException told = assertThrows(FailureException.class, () -> driver.cancel(run));
        assertEquals("journal.full", told.failure().code());
        bench.disk.makeRoom();

        assertEquals(
                RunPhase.CANCELLED, bench.await(run, now -> now.phase().ended()).phase());
        assertEquals(1, calls.get());
    }

    @Test
    void closing_ends_no_run() throws Exception {
        RunAddress run = bench.begin(1);
        CountDownLatch atWork = new CountDownLatch(1);
        RunDriver driver = driver(_ -> {
            atWork.countDown();
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        });
        driver.drive(run);
        assertTrue(atWork.await(20, TimeUnit.SECONDS), "the work began");
        driver.close();
        driver.drive(run);

        assertEquals(RunPhase.RUNNING, bench.state(run).phase());
        assertEquals(1, calls.get());
    }

    @Test
    void a_decision_that_comes_while_the_work_ends_is_not_forgotten() throws Exception {
        for (int number = 1; number <= 100; number++) {
            RunAddress run = bench.begin(number);
            RunDriver driver = driver(context -> {
                if (context.state().questions().isEmpty()) {
                    context.emit(List.of(new RunEvent.QuestionAsked(QUESTION, "Which?", List.of())));
                } else {
                    context.emit(List.of(new RunEvent.RunFinished(true, "done")));
                }
            });
            driver.drive(run);
            bench.await(run, now -> now.phase() == RunPhase.AWAITING_ANSWER);
            // the thread of the first call is ending just now
            bench.log.append(run, List.of(new RunEvent.QuestionAnswered(QUESTION, "this")));
            driver.drive(run);
            bench.await(run, now -> now.phase() == RunPhase.DONE);
        }
    }

    @Test
    void a_step_that_makes_several_records_makes_each_of_them_once() throws Exception {
        grants.hold(
                new RecordId(new UUID(9, 9)),
                new Grant(
                        MAKER,
                        new Permission(PermissionType.STORE_WRITE, "todo"),
                        GrantScope.ALWAYS,
                        null,
                        Instant.EPOCH));
        RunAddress run = bench.begin(1);
        driver(context -> {
                    for (int time = 1; time <= 2; time++) {
                        RecordAccess records = context.records(MAKER, new StepId("step-1"));
                        records.create(RecordKind.TODO, todo("one"));
                        records.create(RecordKind.TODO, todo("two"));
                    }
                    context.emit(List.of(new RunEvent.RunFinished(true, "done")));
                })
                .drive(run);

        RunState state = bench.await(run, now -> now.phase().ended());

        assertEquals(
                List.of("one", "two"),
                state.changes().stream()
                        .map(change -> Objects.requireNonNull(change.after()).text("title"))
                        .toList());
        assertEquals(
                2,
                state.changes().stream()
                        .map(RunEvent.RecordChanged::id)
                        .distinct()
                        .count());
    }

    @Test
    void what_is_attached_is_read_once_and_there_as_long_as_an_agent_may_be_asked(@TempDir Path folder)
            throws Exception {
        documents = Documents::new;
        Path lease = Files.writeString(folder.resolve("lease.md"), "Cats may be kept.");
        RunAddress run = bench.begin(1, new Message(MessageRole.USER, List.of(AttachedFile.part(lease))));
        List<Integer> seen = new CopyOnWriteArrayList<>();
        driver(context -> {
                    seen.add(context.request().context().relevantDocuments().size());
                    delete(lease);
                    context.emit(
                            switch (seen.size()) {
                                case 1 ->
                                    List.of(
                                            new RunEvent.IntentsFound(
                                                    List.of(new Intent("a", MAKER, 1), new Intent("b", MAKER, 1))),
                                            new RunEvent.IntentBegun(0, 0),
                                            new RunEvent.PlanProposed(plan()));
                                case 2 -> List.of(new RunEvent.IntentBegun(1, 0), new RunEvent.IntentBegun(2, 0));
                                default -> List.of(new RunEvent.RunFinished(true, "done"));
                            });
                })
                .drive(run);

        bench.await(run, now -> now.phase().ended());

        assertEquals(List.of(1, 1, 0), seen);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExecutionPlan plan() {
        PlanStep step = new PlanStep.Action(
                new StepId("step-1"), "Tell", PlanAction.SEND_NOTIFICATION, JsonObject.EMPTY.with("title", "Hello"));
        return new ExecutionPlan(new PlanId(new UUID(5, 5)), 1, "Tell", MAKER, List.of(step));
    }

    private static JsonObject todo(String title) {
        return JsonObject.EMPTY
                .with("title", title)
                .with("status", "open")
                .with("priority", "medium")
                .with("project", new RecordId(new UUID(2, 2)));
    }

    private static Failure failure(RunState state) {
        assertEquals(RunPhase.FAILED, state.phase());
        return assertInstanceOf(Failure.class, state.outcome().failure());
    }

    private RunDriver driver(Work work) {
        RunServices services = new RunServices(
                bench.log,
                bench.store,
                new RecordWriter(bench.log, bench.store, new FakeClock()),
                new NoPlugins(),
                new PermissionBroker(grants),
                (text, _) -> new Entities(text, List.of()),
                new Meanings(
                        () -> {
                            throw new UnsupportedOperationException("nothing is compared here");
                        },
                        Path.of("native")),
                new KeptIndex(
                        bench.store,
                        new EngineIndex(
                                () -> {
                                    throw new UnsupportedOperationException("nothing is looked for here");
                                },
                                Path.of("no-index"),
                                new SecretKeySpec(new byte[32], "AES"),
                                new Meanings(
                                        () -> {
                                            throw new UnsupportedOperationException("nothing is compared here");
                                        },
                                        Path.of("native")))),
                () -> documents.get(),
                NoBrowsers.HERE,
                NoServers.web(new PermissionBroker(grants)),
                NoServers.mail(),
                (_, _) -> Optional.empty(),
                _ -> leftOut,
                new ChatContexts(bench.store, new FakeClock(), Bench.person()),
                new FakeClock());
        Orchestrator orchestrator = new Orchestrator() {
            @Override
            public OrchestratorStatus status() {
                return new OrchestratorStatus("local", "this machine", "no model", true);
            }

            @Override
            public void advance(RunState state, RunContext context) throws InterruptedException {
                calls.incrementAndGet();
                work.advance(context);
            }
        };
        return owned.own(new RunDriver(services, () -> orchestrator, room::get, PAUSE));
    }
}
