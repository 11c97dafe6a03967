// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.api.chat.ExecutionMode;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.engine.Subscription;
import org.junit.jupiter.api.Test;

/** Plans, decisions and the events of runs. */
interface RunsContract extends EngineFixture {

    @Test
    default void a_plan_is_proposed_edited_approved_and_taken_back() throws InterruptedException {
        RunState proposed = say(PASSPORT, ExecutionMode.PLAN);
        assertEquals(RunPhase.AWAITING_APPROVAL, proposed.phase());
        assertEquals(proposed, engine().runs().state(proposed.head().run()));
        PlanState plan = Objects.requireNonNull(proposed.plan());
        PlanStep.Action step = (PlanStep.Action) plan.plan().steps().getFirst();
        ExecutionPlan edited = edited(plan.plan(), step);
        ExecutionPlan inAnothersName = new ExecutionPlan(
                edited.id(),
                edited.revision(),
                edited.title(),
                edited.author(),
                edited.steps(),
                Map.of(step.id(), new PluginId("agent.other")));
        assertEquals(
                "plan.invalid",
                codeOf(() -> engine().runs().revise(proposed.head().run(), inAnothersName)));
        engine().runs().revise(proposed.head().run(), edited);
        assertEquals("plan.stale", codeOf(() -> approve(proposed)));

        approve(engine().runs().state(proposed.head().run()));
        RunState done = engine().runs().await(proposed.head().run());
        assertEquals(RunPhase.DONE, done.phase());
        assertEquals(LocalDate.of(2026, 12, 10), todos().getFirst());
        assertEquals(done, engine().runs().state(done.head().run()));
        engine().runs().undo(done.head().run());
        assertEquals(List.of(), todos());
    }

    @Test
    default void the_newest_runs_of_a_conversation_are_the_end_of_its_state() throws InterruptedException {
        SessionId session = say("Remind me to water the plants tomorrow", ExecutionMode.DIRECT)
                .head()
                .session();
        for (int i = 0; i < 3; i++) {
            engine().runs().await(begin(session, "Remind me to call number " + i, ExecutionMode.DIRECT));
        }
        reopen();
        List<RunState> end = engine().sessions().tail(session, 2).runs();
        List<RunState> all = engine().sessions().state(session).runs();
        assertEquals(4, all.size());
        assertEquals(all.subList(2, 4), end);
        assertEquals(all, engine().sessions().tail(session, 10).runs());
        assertEquals("session.missing", codeOf(() -> engine().sessions().tail(NO_SESSION, 2)));
    }

    @Test
    default void a_refused_run_has_ended_and_cannot_be_cancelled() throws InterruptedException {
        RunState proposed = say(PASSPORT, ExecutionMode.PLAN);
        RunId run = proposed.head().run();
        engine().runs()
                .refuse(
                        run,
                        Objects.requireNonNull(
                                Objects.requireNonNull(proposed.plan()).approval()),
                        "not now");
        assertTrue(engine().runs().await(run).phase().ended());
        assertEquals("run.ended", codeOf(() -> engine().runs().cancel(run)));
        assertEquals("run.not-interrupted", codeOf(() -> engine().runs().resume(run)));

        RunState second = say(PASSPORT, ExecutionMode.PLAN);
        engine().runs().cancel(second.head().run());
        assertEquals(
                RunPhase.CANCELLED, engine().runs().state(second.head().run()).phase());
        assertEquals(
                Set.of(second.head().run()),
                Set.copyOf(engine().runs().list(new RunQuery(null, Set.of(RunPhase.CANCELLED), 10)).stream()
                        .map(each -> each.id())
                        .toList()));
    }

    @Test
    default void events_lead_to_the_state_that_is_given() throws InterruptedException {
        RunState first = say(PASSPORT, ExecutionMode.DIRECT);
        SessionId session = first.head().session();
        RunState second = engine().runs().await(begin(session, "Remind me to call Bob", ExecutionMode.PLAN));
        SessionState state = engine().sessions().state(session);
        assertEquals(List.of(first, second), List.copyOf(state.runs()));

        BlockingQueue<EventEnvelope> events = new LinkedBlockingQueue<>();
        try (Subscription _ = engine().sessions().subscribe(session, 1, events::add)) {
            SessionState folded = SessionState.empty(session);
            List<EventEnvelope> all = take(events, (int) state.lastSeq());
            for (EventEnvelope envelope : all) {
                folded = folded.after(envelope);
            }
            assertEquals(state, folded);
            assertEquals(
                    engine().runs().events(first.head().run()),
                    all.stream()
                            .filter(envelope ->
                                    envelope.run().equals(first.head().run()))
                            .toList());
        }
    }

    @Test
    default void two_who_decide_at_once_do_not_both_win() throws Exception {
        RunState proposed = say(PASSPORT, ExecutionMode.PLAN);
        List<CompletableFuture<Boolean>> decisions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            decisions.add(CompletableFuture.supplyAsync(() -> {
                try {
                    approve(proposed);
                    return true;
                } catch (FailureException e) {
                    assertEquals("run.not-waiting", e.failure().code());
                    return false;
                }
            }));
        }
        int won = 0;
        for (CompletableFuture<Boolean> decision : decisions) {
            won += decision.get(LIMIT_SECONDS, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertEquals(1, won);
        assertEquals(RunPhase.DONE, engine().runs().await(proposed.head().run()).phase());
        assertEquals(1, todos().size());
    }

    private static ExecutionPlan edited(ExecutionPlan plan, PlanStep.Action step) {
        JsonObject params =
                step.params().with("fields", step.params().object("fields").with("due", "2026-12-10"));
        return new ExecutionPlan(
                plan.id(),
                plan.revision() + 1,
                plan.title(),
                plan.author(),
                List.of(new PlanStep.Action(step.id(), step.title(), step.action(), params)));
    }
}
