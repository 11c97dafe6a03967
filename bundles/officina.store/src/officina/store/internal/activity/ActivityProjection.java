// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import java.sql.SQLException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.event.Usage;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityEntry.Status;
import officina.protocol.EventCodec;
import org.jspecify.annotations.Nullable;

/**
 * Which events are of consequence, and what the activity log says of them. The only place where its words are written:
 * plain English, one line each.
 */
public final class ActivityProjection {

    /** Longest line, in characters. */
    static final int MAX_TEXT = 500;

    /** Longest resource, in characters: a path may be as long as this. */
    static final int MAX_RESOURCE = 4_096;

    private static final int MAX_TITLE = 120;

    private final Names names;

    /** What events refer to by its identifier. */
    public interface Names {

        /** The title of the run's newest plan; empty where it is not known. */
        String planTitle(EventEnvelope envelope) throws SQLException;

        /** The tool of the call that this event ends; empty where it is not known. */
        String endedTool(RunEvent.ToolFinished finished) throws SQLException;
    }

    /** What is said of an event, without what every entry has. */
    private record Said(String action, String resource, Status status, String text) {
        static Said ok(String action, String resource, String text) {
            return new Said(action, resource, Status.OK, text);
        }

        static Said failed(String action, String resource, String text) {
            return new Said(action, resource, Status.FAILED, text);
        }

        static Said denied(String action, String resource, String text) {
            return new Said(action, resource, Status.DENIED, text);
        }
    }

    public ActivityProjection(Names names) {
        this.names = names;
    }

    /** The line for the event; {@code null} for one that is not of consequence. */
    public @Nullable ActivityEntry entry(EventEnvelope envelope) throws SQLException {
        Said said = said(envelope);
        return said == null
                ? null
                : new ActivityEntry(
                        envelope.position(),
                        envelope.session(),
                        envelope.run(),
                        envelope.at(),
                        envelope.origin(),
                        EventCodec.wireName(envelope.event()),
                        said.action(),
                        OneLine.of(said.resource(), MAX_RESOURCE),
                        said.status(),
                        OneLine.of(said.text(), MAX_TEXT));
    }

    /** What besides its words the line is found by: the permission that was used or refused, as manifests write it. */
    public static String sought(RunEvent event) {
        if (event instanceof RunEvent.AccessUsed(var access)) {
            return access.permission().toString();
        }
        return event instanceof RunEvent.AccessDenied(var access)
                ? access.permission().toString()
                : "";
    }

    private @Nullable Said said(EventEnvelope envelope) throws SQLException {
        return switch (envelope.event()) {
            case RunEvent.RunStarted(var kind, String title, var _, var _) ->
                Said.ok("start " + RecordWords.wire(kind), "", "Started: " + title);
            case RunEvent.RunResumed _ -> Said.ok("resume run", "", "Resumed");
            case RunEvent.RunInterrupted(var reason) ->
                reason == null
                        ? Said.failed("interrupt run", "", "Interrupted: Officina ended while it was at work")
                        : Said.failed("interrupt run", reason.code(), "Interrupted: " + reason.message());
            case RunEvent.RunFinished(boolean success, String summary) ->
                success
                        ? Said.ok("end run", "", sentence("Ended: done", summary))
                        : Said.failed("end run", "", sentence("Ended: not everything was done", summary));
            case RunEvent.RunFailed(var failure) ->
                Said.failed("end run", failure.code(), "Failed: " + failure.message());
            case RunEvent.RunCancelled _ -> Said.ok("cancel run", "", "Cancelled");
            case RunEvent.ToolFinished finished -> tool(finished, names.endedTool(finished));
            case RunEvent.ApprovalGiven(var _, int _, var steps) -> {
                String plan = names.planTitle(envelope);
                String count = steps.size() == 1 ? "1 step" : steps.size() + " steps";
                yield Said.ok("approve plan", plan, "Approved " + count + of(plan));
            }
            case RunEvent.ApprovalRefused(var _, String reason) -> {
                String plan = names.planTitle(envelope);
                yield Said.denied("refuse plan", plan, sentence("Rejected the plan" + quoted(plan), reason));
            }
            case RunEvent.AccessUsed(var access) ->
                Said.ok(access.action(), access.resource(), AccessWords.used(access));
            case RunEvent.AccessDenied(var access) ->
                Said.denied(access.action(), access.resource(), AccessWords.denied(access));
            case RunEvent.RecordChanged change ->
                Said.ok(
                        RecordWords.verb(change.change()) + " " + change.kind(),
                        change.kind() + "/" + change.id(),
                        RecordWords.changed(change));
            case RunEvent.FileChanged(String path, var change) ->
                Said.ok(RecordWords.verb(change) + " file", path, RecordWords.done(change) + " file " + path);
            case RunEvent.KeysChanged(var change) -> Said.ok(KeyWords.action(change), "", KeyWords.changed(change));
            case RunEvent.NotificationSent(String title, String text) ->
                Said.ok("notify", "", sentence("Notified: " + title, text));
            case RunEvent.UsageReported(Usage usage) ->
                Said.ok("call model", usage.provider() + "/" + usage.model(), used(usage));
            case RunEvent.Unknown(String type, var _, boolean mayIgnore) ->
                mayIgnore ? null : Said.ok("other", "", "Something that a newer Officina wrote: " + type);
            case RunEvent.AgentChosen _,
                    RunEvent.IntentsFound _,
                    RunEvent.IntentBegun _,
                    RunEvent.TextDelta _,
                    RunEvent.PartWritten _,
                    RunEvent.Reasoning _,
                    RunEvent.ToolAsked _,
                    RunEvent.ToolStarted _,
                    RunEvent.PlanProposed _,
                    RunEvent.ApprovalAsked _,
                    RunEvent.StepStarted _,
                    RunEvent.StepFinished _,
                    RunEvent.StepFailed _,
                    RunEvent.StepSkipped _,
                    RunEvent.QuestionAsked _,
                    RunEvent.QuestionAnswered _,
                    RunEvent.Progress _,
                    RunEvent.LogLine _,
                    RunEvent.ChildRun _ -> null;
        };
    }

    private static Said tool(RunEvent.ToolFinished finished, String tool) {
        String name = tool.isEmpty() ? "A tool" : "Tool " + tool;
        if (finished.success()) {
            return Said.ok("use tool", tool, name + " finished");
        }
        String reason = finished.failure() == null ? null : finished.failure().message();
        return Said.failed("use tool", tool, sentence(name + " failed", reason));
    }

    private static String used(Usage usage) {
        String cost = usage.cost().signum() == 0 ? "" : ", " + usage.cost().toPlainString() + " " + usage.currency();
        return "Asked the model " + usage.provider() + "/" + usage.model() + ": " + usage.inputTokens() + " tokens in, "
                + usage.outputTokens() + " out" + cost;
    }

    private static String sentence(String start, @Nullable String more) {
        return more == null || more.isBlank() ? start : start + ". " + more;
    }

    private static String of(String plan) {
        return plan.isEmpty() ? " of the plan" : " of" + quoted(plan);
    }

    private static String quoted(String title) {
        return title.isEmpty() ? "" : " “" + OneLine.of(title, MAX_TITLE) + "”";
    }
}
