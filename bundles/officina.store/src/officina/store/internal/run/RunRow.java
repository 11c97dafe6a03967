// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import officina.api.chat.Intent;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.core.run.RunPhase;
import officina.core.run.RunTransitions;
import officina.core.run.RunTrigger;
import officina.store.internal.database.Row;
import org.jspecify.annotations.Nullable;

/** What the store knows of a run. Immutable. */
record RunRow(
        UUID id,
        RunKind kind,
        String title,
        RunPhase phase,
        @Nullable String agent,
        @Nullable Instant endedAt,
        @Nullable String summary,
        @Nullable String planTitle) {

    static RunRow started(UUID id, RunEvent.RunStarted event) {
        return new RunRow(id, event.kind(), event.title(), RunPhase.RUNNING, null, null, null, null);
    }

    static RunRow of(Row row) throws SQLException {
        return new RunRow(
                row.uuid("id"),
                RunKind.valueOf(row.text("kind")),
                row.text("title"),
                RunPhase.valueOf(row.text("phase")),
                row.textOrNull("agent"),
                row.instantOrNull("ended_at"),
                row.textOrNull("summary"),
                row.textOrNull("plan_title"));
    }

    /** The run after one more event. */
    RunRow after(EventEnvelope envelope) {
        RunPhase next = next(envelope.event());
        return switch (envelope.event()) {
            case RunEvent.RunFinished(boolean _, String text) -> ended(next, envelope.at(), text);
            case RunEvent.RunFailed(var failure) -> ended(next, envelope.at(), failure.message());
            case RunEvent.RunCancelled _ -> ended(next, envelope.at(), null);
            case RunEvent.AgentChosen(var chosen, double _) ->
                new RunRow(id, kind, title, next, chosen == null ? null : chosen.value(), endedAt, summary, planTitle);
            case RunEvent.IntentsFound(var intents) ->
                new RunRow(id, kind, title, next, first(intents), endedAt, summary, planTitle);
            case RunEvent.PlanProposed(var plan) ->
                new RunRow(id, kind, title, next, agent, endedAt, summary, plan.title());
            case RunEvent.RunStarted _,
                    RunEvent.RunResumed _,
                    RunEvent.RunInterrupted _,
                    RunEvent.IntentBegun _,
                    RunEvent.TextDelta _,
                    RunEvent.PartWritten _,
                    RunEvent.Reasoning _,
                    RunEvent.ToolAsked _,
                    RunEvent.ToolStarted _,
                    RunEvent.ToolFinished _,
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
                    RunEvent.FileChanged _,
                    RunEvent.KeysChanged _,
                    RunEvent.NotificationSent _,
                    RunEvent.UsageReported _,
                    RunEvent.Progress _,
                    RunEvent.LogLine _,
                    RunEvent.ChildRun _,
                    RunEvent.Unknown _ -> new RunRow(id, kind, title, next, agent, endedAt, summary, planTitle);
        };
    }

    /** A list shows one agent: of several the first. */
    private static @Nullable String first(List<Intent> intents) {
        return intents.stream()
                .map(Intent::agent)
                .filter(Objects::nonNull)
                .map(PluginId::value)
                .findFirst()
                .orElse(null);
    }

    /** A trigger that the table does not have here changes nothing: the writer let it pass, and a list must not stop. */
    private RunPhase next(RunEvent event) {
        RunTrigger trigger = RunTrigger.of(event);
        return trigger == null ? phase : RunTransitions.next(phase, trigger).orElse(phase);
    }

    private RunRow ended(RunPhase next, Instant at, @Nullable String text) {
        return new RunRow(id, kind, title, next, agent, at, text, planTitle);
    }
}
