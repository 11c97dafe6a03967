// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.core.run.SessionState;
import org.jspecify.annotations.Nullable;

/** Tells a session event by event. */
final class Story {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final ApprovalId APPROVAL = new ApprovalId(new UUID(5, 5));
    static final RecordId PASSPORT = new RecordId(new UUID(9, 9));

    static final PlanStep CREATE = new PlanStep.Action(
            new StepId("step-1"),
            "Create “Renew the passport”",
            PlanAction.CREATE_RECORD,
            JsonObject.EMPTY
                    .with("kind", "todo")
                    .with(
                            "fields",
                            JsonObject.EMPTY
                                    .with("title", "Renew the passport")
                                    .with("due", "2026-12-12")
                                    .with("priority", "high")));
    static final PlanStep UPDATE = new PlanStep.Action(
            new StepId("step-2"),
            "Postpone it",
            PlanAction.UPDATE_RECORD,
            JsonObject.EMPTY
                    .with("kind", "todo")
                    .with("id", PASSPORT)
                    .with("changes", JsonObject.EMPTY.with("due", "2026-12-13")));
    static final PlanStep NOTIFY = new PlanStep.Data(
            new StepId("step-3"),
            "Tell me",
            PlanAction.SEND_NOTIFICATION,
            JsonObject.EMPTY.with("title", "Done").with("text", "It is done."),
            new StepId("step-1"));
    static final PlanStep ASK = new PlanStep.Llm(
            new StepId("step-4"), "Summarise", "summary", Map.of("input", "${step-3.text}", "tone", "calm"));

    final SessionId session;
    final List<EventEnvelope> events = new ArrayList<>();
    private SessionState state;

    Story(long number) {
        session = new SessionId(new UUID(1, number));
        state = SessionState.empty(session);
    }

    static RunId run(long number) {
        return new RunId(new UUID(2, number));
    }

    static ExecutionPlan plan(PlanStep... steps) {
        return new ExecutionPlan(
                new PlanId(new UUID(3, 3)), 1, "Renew the passport", new PluginId("agent.task"), List.of(steps));
    }

    SessionState state() {
        return state;
    }

    Story happens(RunId run, RunEvent event) {
        EventEnvelope envelope =
                new EventEnvelope(1, session, run, state.lastSeq() + 1, events.size() + 1, NOON, Origin.USER, event);
        events.add(envelope);
        state = state.after(envelope);
        return this;
    }

    Story starts(RunId run, RunKind kind, @Nullable RunId parent) {
        return happens(run, new RunEvent.RunStarted(kind, "A run", parent, null));
    }

    Story starts(RunId run) {
        return starts(run, RunKind.TURN, null);
    }

    /** The run proposes a plan and waits for the person. */
    Story proposes(RunId run, ExecutionPlan plan) {
        return starts(run)
                .happens(run, new RunEvent.PlanProposed(plan))
                .happens(run, new RunEvent.ApprovalAsked(APPROVAL, plan.id(), plan.revision()));
    }

    /** The person approves everything, the first step runs and creates the passport's to-do, the run ends. */
    Story runs(RunId run, ExecutionPlan plan) {
        StepId first = plan.steps().getFirst().id();
        return happens(run, new RunEvent.ApprovalGiven(APPROVAL, plan.revision(), List.of(first)))
                .happens(run, new RunEvent.StepStarted(plan.id(), first))
                .happens(run, changed())
                .happens(run, new RunEvent.StepFinished(plan.id(), first, JsonObject.EMPTY.with("id", PASSPORT)))
                .happens(run, new RunEvent.RunFinished(true, "1 to-do created"));
    }

    Story undoes(RunId run, RunId what) {
        return starts(run, RunKind.UNDO, what).happens(run, new RunEvent.RunFinished(true, "Taken back"));
    }

    static RunEvent changed() {
        return new RunEvent.RecordChanged(
                RecordKind.TODO, PASSPORT, RecordChange.CREATED, 1, null, JsonObject.EMPTY.with("title", "Passport"));
    }
}
