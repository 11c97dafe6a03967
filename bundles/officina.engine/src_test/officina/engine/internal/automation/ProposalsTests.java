// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.AutomationMemory;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.core.plugin.Grants;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.internal.Bench;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.run.BatchDone;
import officina.engine.internal.run.BatchWork;
import officina.engine.internal.run.ProposedSteps;
import officina.engine.internal.run.RunServices;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a batch agent proposes and keeps is written when it has done its work, and only then. */
@Timeout(60)
class ProposalsTests {

    private static final RecordId PROJECT = new RecordId(new UUID(7, 7));
    private static final PluginId MAIL = new PluginId("batch.mail");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeClock clock = new FakeClock(NOON);
    private final Bench bench = new Bench();
    private final BatchPlugins plugins = new BatchPlugins();
    private final RunServices services = plugins.services(bench, new Grants(), clock);
    private final AutomationRecords records = new AutomationRecords(bench.store, services.writer(), clock, PROJECT);
    private final BatchRuns runs = new BatchRuns(
            records,
            bench.log,
            plugins,
            new Grants(),
            new BatchWork(services, PROJECT),
            new Proposals(records, services.contexts(), PROJECT),
            clock,
            () -> {});
    private BatchAgent agent = (_, _) -> BatchResult.of("done");

    @BeforeEach
    void begin() {
        plugins.add(MAIL, "0 * * * *", false, List.of(), (trigger, context) -> agent.run(trigger, context));
    }

    @AfterEach
    void close() {
        runs.close();
        bench.close();
    }

    /** Runs it to its end. */
    private LastRun run() {
        runs.begin(plugins.info(MAIL), Cause.PERSON, NOON, JsonObject.EMPTY);
        while (runs.isAtWork(MAIL)) {
            Thread.onSpinWait();
        }
        bench.log.settle();
        LastRun last = records.find(MAIL).orElseThrow().last();
        assertNotNull(last);
        return last;
    }

    private static List<PlanStep> steps(int number) {
        return IntStream.rangeClosed(1, number)
                .<PlanStep>mapToObj(i -> new PlanStep.Action(
                        new StepId("step-" + i),
                        "Add to-do \"letter " + i + "\"",
                        PlanAction.CREATE_RECORD,
                        JsonObject.EMPTY
                                .with("kind", "todo")
                                .with("fields", JsonObject.EMPTY.with("title", "letter " + i))))
                .toList();
    }

    private static BatchResult propose(BatchContext context) {
        context.propose("2 to-dos from your mail", "Somebody **asks** you.", steps(2));
        context.keep(JsonObject.EMPTY.with("uid", 7));
        return BatchResult.of("2 new");
    }

    private List<DataRecord> conversations() {
        return bench.store.list(RecordQuery.all(RecordKind.SESSION)).stream()
                .filter(each -> SessionInfo.from(each.fields()).kind() == SessionKind.CONVERSATION)
                .toList();
    }

    private List<JsonObject> kept() {
        return bench.store.list(RecordQuery.all(RecordKind.AUTOMATION_MEMORY)).stream()
                .map(each -> AutomationMemory.from(each.fields()).kept())
                .toList();
    }

    @Test
    void what_is_proposed_waits_for_the_person_in_a_conversation_of_its_own() {
        agent = (_, context) -> propose(context);

        LastRun last = run();

        assertEquals(Ending.DONE, last.ending());
        DataRecord conversation = conversations().getFirst();
        assertEquals(
                new SessionInfo("2 to-dos from your mail", PROJECT, SessionKind.CONVERSATION),
                SessionInfo.from(conversation.fields()));
        RunState asked =
                bench.log.state(new SessionId(conversation.id().value())).runs().getFirst();
        assertEquals(RunKind.TURN, asked.head().kind());
        assertEquals(last.run(), asked.head().parent());
        assertEquals(RunPhase.AWAITING_APPROVAL, asked.phase());
        assertEquals(List.of(new ContentPart.Text("Somebody **asks** you.")), asked.parts());
        assertNotNull(asked.plan());
        assertEquals(MAIL, asked.plan().plan().author());
        assertEquals(steps(2), asked.plan().plan().steps());
        assertEquals(List.of(), bench.store.list(RecordQuery.all(RecordKind.TODO)));
        assertEquals(List.of(), asked.undoable(), "what is kept is not taken back with what was agreed");
    }

    @Test
    void what_a_run_keeps_the_next_one_is_given() {
        List<JsonObject> before = new ArrayList<>();
        agent = (_, context) -> {
            before.add(context.kept());
            context.keep(JsonObject.EMPTY.with("round", before.size()));
            return BatchResult.of("done");
        };
        run();
        run();
        assertEquals(List.of(JsonObject.EMPTY, JsonObject.EMPTY.with("round", 1)), before);
        assertEquals(List.of(JsonObject.EMPTY.with("round", 2)), kept());
        agent = (_, _) -> BatchResult.of("done");
        run();
        assertEquals(List.of(JsonObject.EMPTY.with("round", 2)), kept(), "who keeps nothing changes nothing");
    }

    @Test
    void a_run_that_fails_proposes_nothing_and_keeps_nothing() {
        agent = (_, context) -> {
            propose(context);
            throw new FailureException(Failure.of("mail.offline", ErrorKind.PROVIDER, "Nobody is there.", null));
        };
        assertEquals(Ending.FAILED, run().ending());
        assertEquals(List.of(), conversations());
        assertEquals(List.of(), kept());
    }

    @Test
    void what_was_proposed_before_the_end_could_be_written_is_not_proposed_again() {
        agent = (_, context) -> propose(context);
        LastRun last = run();
        Proposals again = new Proposals(records, services.contexts(), PROJECT);
        again.propose(
                new RunAddress(last.session(), last.run(), Origin.USER),
                MAIL,
                new BatchDone(
                        BatchResult.of("2 new"),
                        JsonObject.EMPTY.with("uid", 8),
                        new ProposedSteps("2 to-dos", "", steps(2))));
        bench.log.settle();
        assertEquals(1, conversations().size());
        assertEquals(List.of(JsonObject.EMPTY.with("uid", 7)), kept());
    }

    @Test
    void steps_that_cannot_run_and_more_than_there_may_be_are_refused() {
        List<String> codes = new ArrayList<>();
        agent = (_, context) -> {
            codes.add(code(() -> context.propose("Nothing", "", List.of())));
            codes.add(code(() -> context.propose("Much", "", steps(101))));
            codes.add(code(() -> context.keep(JsonObject.EMPTY.with("all", "x".repeat(100_000)))));
            context.propose("Once", "", steps(1));
            codes.add(code(() -> context.propose("Twice", "", steps(1))));
            return BatchResult.of("done");
        };
        run();
        assertEquals(List.of("plan.invalid", "batch.too-much", "batch.too-much", "batch.proposed"), codes);
        assertEquals(1, conversations().size());
    }

    private static String code(Runnable use) {
        try {
            use.run();
            return "nothing";
        } catch (FailureException e) {
            return e.failure().code();
        }
    }

    @Test
    void the_run_tells_which_one_it_caused() {
        agent = (_, context) -> propose(context);
        LastRun last = run();
        RunId child = bench.log
                .state(new SessionId(conversations().getFirst().id().value()))
                .runs()
                .getFirst()
                .head()
                .run();
        assertTrue(bench.disk.read(last.session(), 1, 100).stream()
                .anyMatch(each -> each.event().equals(new RunEvent.ChildRun(child, RunKind.TURN))));
    }
}
