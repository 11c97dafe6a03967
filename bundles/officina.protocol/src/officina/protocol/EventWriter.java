// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.event.RunEvent;
import officina.api.event.Usage;
import officina.api.json.JsonObject;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.Out;

/** From events to their wire form: name, members, and whether a reader that does not know the name may pass it over. */
final class EventWriter {

    private EventWriter() {}

    static String name(RunEvent event) {
        return switch (event) {
            case RunEvent.RunStarted _ -> EventTypes.RUN_STARTED;
            case RunEvent.RunResumed _ -> EventTypes.RUN_RESUMED;
            case RunEvent.RunInterrupted _ -> EventTypes.RUN_INTERRUPTED;
            case RunEvent.RunFinished _ -> EventTypes.RUN_FINISHED;
            case RunEvent.RunFailed _ -> EventTypes.RUN_FAILED;
            case RunEvent.RunCancelled _ -> EventTypes.RUN_CANCELLED;
            case RunEvent.AgentChosen _ -> EventTypes.AGENT_CHOSEN;
            case RunEvent.IntentsFound _ -> EventTypes.INTENTS_FOUND;
            case RunEvent.IntentBegun _ -> EventTypes.INTENT_BEGUN;
            case RunEvent.TextDelta _ -> EventTypes.TEXT_DELTA;
            case RunEvent.PartWritten _ -> EventTypes.PART_WRITTEN;
            case RunEvent.Reasoning _ -> EventTypes.REASONING;
            case RunEvent.ToolAsked _ -> EventTypes.TOOL_ASKED;
            case RunEvent.ToolStarted _ -> EventTypes.TOOL_STARTED;
            case RunEvent.ToolFinished _ -> EventTypes.TOOL_FINISHED;
            case RunEvent.PlanProposed _ -> EventTypes.PLAN_PROPOSED;
            case RunEvent.ApprovalAsked _ -> EventTypes.APPROVAL_ASKED;
            case RunEvent.ApprovalGiven _ -> EventTypes.APPROVAL_GIVEN;
            case RunEvent.ApprovalRefused _ -> EventTypes.APPROVAL_REFUSED;
            case RunEvent.StepStarted _ -> EventTypes.STEP_STARTED;
            case RunEvent.StepFinished _ -> EventTypes.STEP_FINISHED;
            case RunEvent.StepFailed _ -> EventTypes.STEP_FAILED;
            case RunEvent.StepSkipped _ -> EventTypes.STEP_SKIPPED;
            case RunEvent.QuestionAsked _ -> EventTypes.QUESTION_ASKED;
            case RunEvent.QuestionAnswered _ -> EventTypes.QUESTION_ANSWERED;
            case RunEvent.AccessUsed _ -> EventTypes.ACCESS_USED;
            case RunEvent.AccessDenied _ -> EventTypes.ACCESS_DENIED;
            case RunEvent.RecordChanged _ -> EventTypes.RECORD_CHANGED;
            case RunEvent.FileChanged _ -> EventTypes.FILE_CHANGED;
            case RunEvent.KeysChanged _ -> EventTypes.KEYS_CHANGED;
            case RunEvent.NotificationSent _ -> EventTypes.NOTIFICATION_SENT;
            case RunEvent.UsageReported _ -> EventTypes.USAGE_REPORTED;
            case RunEvent.Progress _ -> EventTypes.PROGRESS;
            case RunEvent.LogLine _ -> EventTypes.LOG_LINE;
            case RunEvent.ChildRun _ -> EventTypes.CHILD_RUN;
            case RunEvent.Unknown(String type, var _, boolean _) -> type;
        };
    }

    /** True for events that tell something without changing what a run is. */
    static boolean mayIgnore(RunEvent event) {
        return switch (event) {
            case RunEvent.Reasoning _,
                    RunEvent.FileChanged _,
                    RunEvent.KeysChanged _,
                    RunEvent.NotificationSent _,
                    RunEvent.Progress _,
                    RunEvent.LogLine _,
                    RunEvent.ChildRun _ -> true;
            case RunEvent.RunStarted _,
                    RunEvent.RunResumed _,
                    RunEvent.RunInterrupted _,
                    RunEvent.RunFinished _,
                    RunEvent.RunFailed _,
                    RunEvent.RunCancelled _,
                    RunEvent.AgentChosen _,
                    RunEvent.IntentsFound _,
                    RunEvent.IntentBegun _,
                    RunEvent.TextDelta _,
                    RunEvent.PartWritten _,
                    RunEvent.ToolAsked _,
                    RunEvent.ToolStarted _,
                    RunEvent.ToolFinished _,
                    RunEvent.PlanProposed _,
                    RunEvent.ApprovalAsked _,
                    RunEvent.ApprovalGiven _,
                    RunEvent.ApprovalRefused _,
                    RunEvent.StepStarted _,
                    RunEvent.StepFinished _,
                    RunEvent.StepFailed _,
                    RunEvent.StepSkipped _,
                    RunEvent.QuestionAsked _,
                    RunEvent.QuestionAnswered _,
                    RunEvent.AccessUsed _,
                    RunEvent.AccessDenied _,
                    RunEvent.RecordChanged _,
                    RunEvent.UsageReported _ -> false;
            case RunEvent.Unknown(String _, var _, boolean mayIgnore) -> mayIgnore;
        };
    }

    static JsonObject members(RunEvent event) {
        Out out = new Out();
        return switch (event) {
            case RunEvent.RunStarted(var kind, var title, var parent, var request) ->
                out.constant("kind", Constants.RUN_KIND, kind)
                        .text("title", title)
                        .text("parent", parent)
                        .value("request", request == null ? null : ChatCodec.write(request))
                        .object();
            case RunEvent.RunResumed _, RunEvent.RunCancelled _ -> JsonObject.EMPTY;
            case RunEvent.RunInterrupted(var reason) ->
                reason == null
                        ? JsonObject.EMPTY
                        : out.value("reason", FailureCodec.write(reason)).object();
            case RunEvent.RunFinished(boolean success, var summary) ->
                out.flag("success", success).text("summary", summary).object();
            case RunEvent.RunFailed(var failure) ->
                out.value("failure", FailureCodec.write(failure)).object();
            case RunEvent.AgentChosen(var agent, double confidence) ->
                out.text("agent", agent).number("confidence", confidence).object();
            case RunEvent.IntentsFound(var intents) ->
                out.list("intents", intents, ChatCodec::write).object();
            case RunEvent.IntentBegun(int index, int part) ->
                out.number("index", index).number("part", part).object();
            case RunEvent.TextDelta(int part, var text) ->
                out.number("part", part).text("text", text).object();
            case RunEvent.PartWritten(int part, var content) ->
                out.number("part", part)
                        .value("content", ContentCodec.write(content))
                        .object();
            case RunEvent.Reasoning(var text) -> out.text("text", text).object();
            case RunEvent.ToolAsked(var call, var tool, var input) ->
                out.text("call", call).text("tool", tool).value("input", input).object();
            case RunEvent.ToolStarted(var call) -> out.text("call", call).object();
            case RunEvent.ToolFinished(var call, boolean success, var parts, var data, var failure) ->
                out.text("call", call)
                        .flag("success", success)
                        .list("parts", parts, ContentCodec::write)
                        .value("data", data)
                        .value("failure", failure == null ? null : FailureCodec.write(failure))
                        .object();
            case RunEvent.PlanProposed(var plan) ->
                out.value("plan", PlanCodec.write(plan)).object();
            case RunEvent.ApprovalAsked(var approval, var plan, int revision) ->
                out.text("approval", approval)
                        .text("plan", plan)
                        .number("revision", revision)
                        .object();
            case RunEvent.ApprovalGiven(var approval, int revision, var steps) ->
                out.text("approval", approval)
                        .number("revision", revision)
                        .texts("steps", steps)
                        .object();
            case RunEvent.ApprovalRefused(var approval, var reason) ->
                out.text("approval", approval).text("reason", reason).object();
            case RunEvent.StepStarted(var plan, var step) ->
                out.text("plan", plan).text("step", step).object();
            case RunEvent.StepFinished(var plan, var step, var result) ->
                out.text("plan", plan)
                        .text("step", step)
                        .value("result", result)
                        .object();
            case RunEvent.StepFailed(var plan, var step, var failure) ->
                out.text("plan", plan)
                        .text("step", step)
                        .value("failure", FailureCodec.write(failure))
                        .object();
            case RunEvent.StepSkipped(var plan, var step) ->
                out.text("plan", plan).text("step", step).object();
            case RunEvent.QuestionAsked(var question, var text, var options) ->
                out.text("question", question)
                        .text("text", text)
                        .texts("options", options)
                        .object();
            case RunEvent.QuestionAnswered(var question, var answer) ->
                out.text("question", question).text("answer", answer).object();
            case RunEvent.AccessUsed(var access) ->
                out.value("access", PermissionCodec.write(access)).object();
            case RunEvent.AccessDenied(var access) ->
                out.value("access", PermissionCodec.write(access)).object();
            case RunEvent.RecordChanged(var kind, var id, var change, long revision, var before, var after) ->
                out.text("kind", kind)
                        .text("id", id)
                        .constant("change", Constants.RECORD_CHANGE, change)
                        .number("revision", revision)
                        .value("before", before)
                        .value("after", after)
                        .object();
            case RunEvent.FileChanged(var path, var change) ->
                out.text("path", path)
                        .constant("change", Constants.RECORD_CHANGE, change)
                        .object();
            case RunEvent.KeysChanged(var change) ->
                out.constant("change", Constants.KEY_CHANGE, change).object();
            case RunEvent.NotificationSent(var title, var text) ->
                out.text("title", title).text("text", text).object();
            case RunEvent.UsageReported(var usage) ->
                out.value("usage", usage(usage)).object();
            case RunEvent.Progress(var text, long done, long total) ->
                out.text("text", text)
                        .number("done", done)
                        .number("total", total)
                        .object();
            case RunEvent.LogLine(var level, var text) ->
                out.constant("level", Constants.LOG_LEVEL, level)
                        .text("text", text)
                        .object();
            case RunEvent.ChildRun(var child, var kind) ->
                out.text("child", child)
                        .constant("kind", Constants.RUN_KIND, kind)
                        .object();
            case RunEvent.Unknown(var _, var json, boolean _) -> json;
        };
    }

    private static JsonObject usage(Usage usage) {
        return new Out()
                .text("provider", usage.provider())
                .text("model", usage.model())
                .number("inputTokens", usage.inputTokens())
                .number("outputTokens", usage.outputTokens())
                .decimal("cost", usage.cost())
                .text("currency", usage.currency())
                .duration("duration", usage.duration())
                .object();
    }
}
