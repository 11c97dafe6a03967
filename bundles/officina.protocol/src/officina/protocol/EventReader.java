// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.event.RunEvent;
import officina.api.event.Usage;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.In;
import org.jspecify.annotations.Nullable;

/** From the wire form back to events. */
final class EventReader {

    private EventReader() {}

    /** The event of that name; {@code null} for a name this build does not know. */
    static @Nullable RunEvent read(String name, JsonObject members) {
        In in = new In(members);
        return switch (name) {
            case EventTypes.RUN_STARTED ->
                new RunEvent.RunStarted(
                        in.constant("kind", Constants.RUN_KIND),
                        in.text("title"),
                        in.idOrNull("parent", RunId::new),
                        in.objectOrNull("request", ChatCodec::readRequest));
            case EventTypes.RUN_RESUMED -> new RunEvent.RunResumed();
            case EventTypes.RUN_INTERRUPTED ->
                new RunEvent.RunInterrupted(in.objectOrNull("reason", FailureCodec::read));
            case EventTypes.RUN_FINISHED -> new RunEvent.RunFinished(in.flag("success"), in.textOrNull("summary"));
            case EventTypes.RUN_FAILED -> new RunEvent.RunFailed(in.object("failure", FailureCodec::read));
            case EventTypes.RUN_CANCELLED -> new RunEvent.RunCancelled();
            case EventTypes.AGENT_CHOSEN ->
                new RunEvent.AgentChosen(
                        in.parsedOrNull("agent", "a plug-in like agent.task", PluginId::new),
                        in.fraction("confidence"));
            case EventTypes.INTENTS_FOUND -> new RunEvent.IntentsFound(in.list("intents", ChatCodec::readIntent));
            case EventTypes.INTENT_BEGUN -> new RunEvent.IntentBegun(in.smallNumber("index"), in.smallNumber("part"));
            case EventTypes.TEXT_DELTA -> new RunEvent.TextDelta(in.smallNumber("part"), in.text("text"));
            case EventTypes.PART_WRITTEN ->
                new RunEvent.PartWritten(in.smallNumber("part"), in.object("content", ContentCodec::readPart));
            case EventTypes.REASONING -> new RunEvent.Reasoning(in.text("text"));
            case EventTypes.TOOL_ASKED ->
                new RunEvent.ToolAsked(
                        call(in), in.parsed("tool", "a tool like plugin:tool", ToolId::parse), in.object("input"));
            case EventTypes.TOOL_STARTED -> new RunEvent.ToolStarted(call(in));
            case EventTypes.TOOL_FINISHED ->
                new RunEvent.ToolFinished(
                        call(in),
                        in.flag("success"),
                        in.list("parts", ContentCodec::readPart),
                        in.objectOrNull("data"),
                        in.objectOrNull("failure", FailureCodec::read));
            case EventTypes.PLAN_PROPOSED -> new RunEvent.PlanProposed(in.object("plan", PlanCodec::read));
            case EventTypes.APPROVAL_ASKED ->
                new RunEvent.ApprovalAsked(approval(in), plan(in), in.smallNumber("revision"));
            case EventTypes.APPROVAL_GIVEN ->
                new RunEvent.ApprovalGiven(
                        approval(in), in.smallNumber("revision"), in.texts("steps", "steps' names", StepId::new));
            case EventTypes.APPROVAL_REFUSED -> new RunEvent.ApprovalRefused(approval(in), in.textOrNull("reason"));
            case EventTypes.STEP_STARTED -> new RunEvent.StepStarted(plan(in), step(in));
            case EventTypes.STEP_FINISHED -> new RunEvent.StepFinished(plan(in), step(in), in.object("result"));
            case EventTypes.STEP_FAILED ->
                new RunEvent.StepFailed(plan(in), step(in), in.object("failure", FailureCodec::read));
            case EventTypes.STEP_SKIPPED -> new RunEvent.StepSkipped(plan(in), step(in));
            case EventTypes.QUESTION_ASKED ->
                new RunEvent.QuestionAsked(question(in), in.text("text"), in.texts("options"));
            case EventTypes.QUESTION_ANSWERED -> new RunEvent.QuestionAnswered(question(in), in.text("answer"));
            case EventTypes.ACCESS_USED -> new RunEvent.AccessUsed(in.object("access", PermissionCodec::readAccess));
            case EventTypes.ACCESS_DENIED ->
                new RunEvent.AccessDenied(in.object("access", PermissionCodec::readAccess));
            case EventTypes.RECORD_CHANGED ->
                new RunEvent.RecordChanged(
                        in.parsed("kind", "a kind of record like user-profile", RecordKind::new),
                        in.id("id", RecordId::new),
                        in.constant("change", Constants.RECORD_CHANGE),
                        in.number("revision"),
                        in.objectOrNull("before"),
                        in.objectOrNull("after"));
            case EventTypes.FILE_CHANGED ->
                new RunEvent.FileChanged(in.text("path"), in.constant("change", Constants.RECORD_CHANGE));
            case EventTypes.KEYS_CHANGED -> new RunEvent.KeysChanged(in.constant("change", Constants.KEY_CHANGE));
            case EventTypes.NOTIFICATION_SENT -> new RunEvent.NotificationSent(in.text("title"), in.text("text"));
            case EventTypes.USAGE_REPORTED -> new RunEvent.UsageReported(in.object("usage", EventReader::usage));
            case EventTypes.PROGRESS -> new RunEvent.Progress(in.text("text"), in.number("done"), in.number("total"));
            case EventTypes.LOG_LINE ->
                new RunEvent.LogLine(in.constant("level", Constants.LOG_LEVEL), in.text("text"));
            case EventTypes.CHILD_RUN ->
                new RunEvent.ChildRun(in.id("child", RunId::new), in.constant("kind", Constants.RUN_KIND));
            default -> null;
        };
    }

    private static CallId call(In in) {
        return in.id("call", CallId::new);
    }

    private static ApprovalId approval(In in) {
        return in.id("approval", ApprovalId::new);
    }

    private static PlanId plan(In in) {
        return in.id("plan", PlanId::new);
    }

    private static QuestionId question(In in) {
        return in.id("question", QuestionId::new);
    }

    private static StepId step(In in) {
        return in.parsed("step", "a step's name like step-1", StepId::new);
    }

    private static Usage usage(JsonObject json) {
        In in = new In(json);
        return new Usage(
                in.text("provider"),
                in.text("model"),
                in.number("inputTokens"),
                in.number("outputTokens"),
                in.decimal("cost"),
                in.text("currency"),
                in.duration("duration"));
    }
}
