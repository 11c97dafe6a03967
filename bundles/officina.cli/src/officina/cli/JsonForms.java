// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import officina.api.error.Failure;
import officina.api.json.JsonObject;
import officina.api.plan.PlanStep;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.core.run.SessionSummary;
import officina.core.run.StepState;
import officina.engine.Diagnostics;
import officina.engine.SettingsService.SettingValue;
import officina.engine.TodoItem;
import officina.protocol.ContentCodec;

/** The stable JSON that {@code --json} prints. Members are added, never renamed; the reference page lists them. */
final class JsonForms {

    private JsonForms() {}

    static JsonObject todo(TodoItem item) {
        return JsonObject.EMPTY
                .with("id", item.id())
                .merge(item.todo().fields())
                .with("revision", item.revision())
                .with("createdAt", item.createdAt())
                .with("updatedAt", item.updatedAt());
    }

    static JsonObject run(RunSummary run) {
        return JsonObject.EMPTY
                .with("run", run.id())
                .with("session", run.session())
                .with("kind", run.kind())
                .with("title", run.title())
                .with("phase", run.phase())
                .withPresent("agent", run.agent())
                .with("startedAt", run.startedAt())
                .withPresent("endedAt", run.endedAt())
                .withPresent("summary", run.summary());
    }

    static JsonObject session(SessionSummary session) {
        return JsonObject.EMPTY
                .with("session", session.id())
                .with("title", session.info().title())
                .with("project", session.info().project())
                .with("phase", session.phase())
                .with("runs", session.runs())
                .with("updatedAt", session.updatedAt());
    }

    static JsonObject run(RunState run) {
        Failure failure = run.outcome().failure();
        PlanState plan = run.plan();
        QuestionState question = run.openQuestion();
        return JsonObject.EMPTY
                .with("run", run.head().run())
                .with("session", run.head().session())
                .with("title", run.head().title())
                .with("phase", run.phase())
                .withPresent("agent", run.agent())
                .with("success", run.outcome().success())
                .withPresent("summary", run.outcome().summary())
                .with("response", ContentCodec.write(run.parts()))
                .withPresent("plan", plan == null ? null : plan(plan))
                .withPresent("question", question == null ? null : question(question))
                .withPresent("failure", failure == null ? null : failure(failure));
    }

    static JsonObject plan(PlanState state) {
        List<JsonObject> steps = state.plan().steps().stream()
                .map(step -> step(step, state.step(step.id())))
                .toList();
        return JsonObject.EMPTY
                .with("id", state.plan().id())
                .with("revision", state.plan().revision())
                .with("title", state.plan().title())
                .with("author", state.plan().author())
                .withPresent("approval", state.approval())
                .with("decision", state.decision())
                .with("steps", steps);
    }

    static JsonObject failure(Failure failure) {
        return JsonObject.EMPTY
                .with("code", failure.code())
                .with("kind", failure.kind())
                .with("message", failure.message())
                .withPresent("remedy", failure.remedy())
                .with("retryable", failure.retryable());
    }

    static JsonObject setting(SettingValue value) {
        return JsonObject.EMPTY
                .with("key", value.key())
                .with("value", value.value())
                .with("scope", value.scope() == null ? "default" : value.scope());
    }

    static JsonObject check(Diagnostics.Check check) {
        return JsonObject.EMPTY
                .with("id", check.id())
                .with("title", check.title())
                .with("result", check.result())
                .with("text", check.text())
                .with("remedy", check.remedy());
    }

    private static JsonObject question(QuestionState question) {
        return JsonObject.EMPTY
                .with("id", question.id())
                .with("text", question.text())
                .with("options", question.options());
    }

    private static JsonObject step(PlanStep step, StepState state) {
        Failure failure = state.failure();
        return JsonObject.EMPTY
                .with("id", step.id())
                .with("title", step.title())
                .with("status", state.status())
                .withPresent("result", state.result())
                .withPresent("failure", failure == null ? null : failure(failure));
    }
}
