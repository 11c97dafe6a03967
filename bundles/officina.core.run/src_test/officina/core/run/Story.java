// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.event.Usage;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;

/** A session told event by event: numbers, times and identifiers come by themselves. */
final class Story {

    static final SessionId SESSION = new SessionId(new UUID(0, 1));
    static final RunId RUN = run(1);
    static final PluginId AGENT = new PluginId("agent.task");
    static final ToolId TOOL = ToolId.parse("agent.task:create_task");
    static final PlanId PLAN = new PlanId(new UUID(2, 1));
    static final ApprovalId APPROVAL = new ApprovalId(new UUID(3, 1));
    static final QuestionId QUESTION = new QuestionId(new UUID(4, 1));
    static final CallId CALL = new CallId(new UUID(5, 1));
    static final StepId STEP = new StepId("step-1");
    static final Failure FAILURE = Failure.of("tool.failed", ErrorKind.PROVIDER, "It did not work.", null);
    static final AccessRecord ACCESS =
            new AccessRecord(AGENT, new Permission(PermissionType.STORE_WRITE, "todo"), "create", "x");
    static final RunEvent.RunStarted STARTED = new RunEvent.RunStarted(RunKind.TURN, "Renew the passport", null, null);
    static final RunEvent.PlanProposed PROPOSED = new RunEvent.PlanProposed(plan(1));
    static final RunEvent.ApprovalAsked ASKED = new RunEvent.ApprovalAsked(APPROVAL, PLAN, 1);
    static final RunEvent.ApprovalGiven GIVEN = new RunEvent.ApprovalGiven(APPROVAL, 1, List.of(STEP));
    static final RunEvent.QuestionAsked QUESTIONED = new RunEvent.QuestionAsked(QUESTION, "When?", List.of("Today"));
    static final RunEvent.QuestionAnswered ANSWERED = new RunEvent.QuestionAnswered(QUESTION, "Today");
    static final RunEvent.RunFinished FINISHED = new RunEvent.RunFinished(true, "Done");

    private final List<EventEnvelope> events = new ArrayList<>();
    private SessionState state = SessionState.empty(SESSION);

    static RunId run(long number) {
        return new RunId(new UUID(1, number));
    }

    static ExecutionPlan plan(int revision) {
        return plan(PLAN, revision);
    }

    static ExecutionPlan plan(PlanId id, int revision) {
        return new ExecutionPlan(
                id,
                revision,
                "Plan " + revision,
                AGENT,
                List.of(
                        new PlanStep.Action(STEP, "Create", PlanAction.CREATE_RECORD, JsonObject.EMPTY),
                        new PlanStep.Llm(new StepId("step-2"), "Word it", "reminder", Map.of())));
    }

    static Usage usage(String cost) {
        return new Usage("openai", "gpt", 10, 5, new BigDecimal(cost), "EUR", Duration.ofSeconds(2));
    }

    /** A story of the one run, from its beginning. */
    static Story begun() {
        return new Story().and(STARTED);
    }

    Story and(RunEvent event) {
        return in(RUN, event);
    }

    Story in(RunId run, RunEvent event) {
        EventEnvelope envelope = next(run, event);
        state = state.after(envelope);
        events.add(envelope);
        return this;
    }

    private EventEnvelope next(RunId run, RunEvent event) {
        long seq = state.lastSeq() + 1;
        return new EventEnvelope(RunEvent.SCHEMA, SESSION, run, seq, 100 + seq, at(seq), Origin.USER, event);
    }

    static Instant at(long seq) {
        return Instant.parse("2026-11-18T14:30:00Z").plusSeconds(seq);
    }

    SessionState state() {
        return state;
    }

    RunState run() {
        RunState run = state.run(RUN);
        if (run == null) {
            throw new IllegalStateException("the story has not begun");
        }
        return run;
    }

    List<EventEnvelope> events() {
        return List.copyOf(events);
    }
}
