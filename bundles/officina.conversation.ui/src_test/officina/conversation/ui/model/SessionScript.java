// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.event.Usage;
import officina.api.id.ApprovalId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.api.record.UserProfile;
import officina.core.run.SessionState;
import org.jspecify.annotations.Nullable;

/** Tells the story of a session, event by event. */
public final class SessionScript {

    private final SessionId session = new SessionId(UUID.nameUUIDFromBytes("session".getBytes()));
    private final RecordId project = new RecordId(UUID.nameUUIDFromBytes("project".getBytes()));
    private volatile SessionState state = SessionState.empty(session);
    private Consumer<EventEnvelope> listener = _ -> {};
    private RunId run = new RunId(new UUID(0, 0));
    private int ids;
    private int part;

    public SessionState state() {
        return state;
    }

    public RunId run() {
        return run;
    }

    public SessionScript asks(String text) {
        ChatRequest request = new ChatRequest(
                Message.text(MessageRole.USER, text),
                project,
                ExecutionMode.PLAN,
                null,
                new ChatContext(
                        new UserProfile("Ada", Locale.UK, ZoneId.of("Europe/Rome")), List.of(), List.of(), List.of()));
        return starts(RunKind.TURN, text, null, request);
    }

    public SessionScript undoes(RunId what) {
        return starts(RunKind.UNDO, "undo", what, null);
    }

    private SessionScript starts(RunKind kind, String title, @Nullable RunId parent, @Nullable ChatRequest request) {
        run = new RunId(new UUID(1, ++ids));
        part = 0;
        return happens(new RunEvent.RunStarted(kind, title, parent, request));
    }

    /** Tells somebody of each event. */
    public void listen(Consumer<EventEnvelope> who) {
        listener = who;
    }

    public SessionScript happens(RunEvent event) {
        EventEnvelope envelope = new EventEnvelope(
                RunEvent.SCHEMA,
                session,
                run,
                state.lastSeq() + 1,
                state.lastSeq() + 1,
                Instant.parse("2026-11-18T14:30:00Z").plusSeconds(state.lastSeq()),
                Origin.USER,
                event);
        state = state.after(envelope);
        listener.accept(envelope);
        return this;
    }

    public SessionScript goesTo(String agent) {
        return happens(new RunEvent.AgentChosen(new PluginId(agent), 0.9));
    }

    public SessionScript answers(String markdown) {
        return happens(new RunEvent.PartWritten(part++, new ContentPart.Text(markdown)));
    }

    public SessionScript shows(ContentPart content) {
        return happens(new RunEvent.PartWritten(part++, content));
    }

    public SessionScript writes(String delta) {
        return happens(new RunEvent.TextDelta(part, delta));
    }

    public SessionScript changes(RecordChange change) {
        JsonObject fields = JsonObject.EMPTY.with("title", "Renew the passport");
        return happens(new RunEvent.RecordChanged(
                RecordKind.TODO,
                new RecordId(new UUID(2, ++ids)),
                change,
                1,
                change == RecordChange.CREATED ? null : fields,
                change == RecordChange.DELETED ? null : fields));
    }

    public SessionScript uses(long tokens) {
        return happens(new RunEvent.UsageReported(
                new Usage("p", "m", tokens, tokens, BigDecimal.ZERO, "EUR", Duration.ofSeconds(1))));
    }

    public SessionScript proposes(String title, String... steps) {
        PlanStep[] made = new PlanStep[steps.length];
        for (int i = 0; i < steps.length; i++) {
            made[i] = new PlanStep.Action(
                    new StepId("step-" + (i + 1)), steps[i], PlanAction.CREATE_RECORD, JsonObject.EMPTY);
        }
        return happens(new RunEvent.PlanProposed(
                new ExecutionPlan(plan(), 1, title, new PluginId("agent.task"), List.of(made))));
    }

    public SessionScript asksApproval() {
        return happens(new RunEvent.ApprovalAsked(approval(), plan(), 1));
    }

    public SessionScript approves(String... steps) {
        return happens(new RunEvent.ApprovalGiven(
                approval(), 1, java.util.Arrays.stream(steps).map(StepId::new).toList()));
    }

    public SessionScript doesStep(String step) {
        happens(new RunEvent.StepStarted(plan(), new StepId(step)));
        return happens(new RunEvent.StepFinished(plan(), new StepId(step), JsonObject.EMPTY));
    }

    public SessionScript failsStep(String step, String why) {
        happens(new RunEvent.StepStarted(plan(), new StepId(step)));
        return happens(new RunEvent.StepFailed(plan(), new StepId(step), failure(why)));
    }

    public SessionScript asksPerson(String text, String... options) {
        return happens(new RunEvent.QuestionAsked(question(), text, List.of(options)));
    }

    public SessionScript answersQuestion(String answer) {
        return happens(new RunEvent.QuestionAnswered(question(), answer));
    }

    public SessionScript ends() {
        return happens(new RunEvent.RunFinished(true, null));
    }

    public SessionScript fails(String why) {
        return happens(new RunEvent.RunFailed(failure(why)));
    }

    private static Failure failure(String why) {
        return Failure.of("test.failed", ErrorKind.RESOURCE, why, "Free some space, then ask again.");
    }

    private PlanId plan() {
        return new PlanId(new UUID(3, run.value().getLeastSignificantBits()));
    }

    private ApprovalId approval() {
        return new ApprovalId(new UUID(4, run.value().getLeastSignificantBits()));
    }

    private QuestionId question() {
        return new QuestionId(new UUID(5, run.value().getLeastSignificantBits()));
    }
}
