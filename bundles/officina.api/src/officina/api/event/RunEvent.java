// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

import java.util.List;
import officina.api.chat.ChatRequest;
import officina.api.chat.Intent;
import officina.api.content.ContentPart;
import officina.api.error.Failure;
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
import officina.api.permission.AccessRecord;
import officina.api.plan.ExecutionPlan;
import officina.api.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen in a run. One sealed family, one schema number, one reducer. Events tell, they do not
 * command. Fields are added, never renamed; switch over the family without a default branch.
 */
public sealed interface RunEvent {

    /** The newest schema this build writes. */
    int SCHEMA = 1;

    /**
     * A run begins; always its first event.
     *
     * @param parent the run that caused it
     * @param request what is asked, without history, recent to-dos and passages (they are in the journal already);
     *     absent for runs that answer nobody
     */
    record RunStarted(
            RunKind kind,
            String title,
            @Nullable RunId parent,
            @Nullable ChatRequest request) implements RunEvent {}

    /** A run goes on that the end of the program had interrupted. */
    record RunResumed() implements RunEvent {}

    /**
     * The run was at work and stopped without having ended; it can be resumed.
     *
     * @param reason what stopped it: a full disk; {@code null} when the program had ended, which is found at the next
     *     start
     */
    record RunInterrupted(@Nullable Failure reason) implements RunEvent {

        /** The program had ended. */
        public RunInterrupted() {
            this(null);
        }
    }

    /** A run ended as it should. The summary is one line. */
    record RunFinished(boolean success, @Nullable String summary) implements RunEvent {}

    /** A run ended because something went wrong. */
    record RunFailed(Failure failure) implements RunEvent {}

    /** A run ended because the person stopped it. */
    record RunCancelled() implements RunEvent {}

    /** Who works on it, and how sure the router is (0 to 1); no agent when nobody fits. */
    record AgentChosen(@Nullable PluginId agent, double confidence) implements RunEvent {}

    /** The message asks for several things; each is worked on by itself, in this order. */
    record IntentsFound(List<Intent> intents) implements RunEvent {
        public IntentsFound {
            intents = List.copyOf(intents);
        }
    }

    /**
     * Work on one of several things begins, or begins again.
     *
     * @param index which, from 0; their number for a plan of all of them together
     * @param part where in the answer stands what is said to it
     */
    record IntentBegun(int index, int part) implements RunEvent {}

    /** A piece of a text that is still being written; pieces of the same part are joined. */
    record TextDelta(int part, String text) implements RunEvent {}

    /** A part of the answer, complete; replaces the deltas of that part. */
    record PartWritten(int part, ContentPart content) implements RunEvent {}

    /** What a model thought aloud. */
    record Reasoning(String text) implements RunEvent {}

    /** An agent asks for a tool. */
    record ToolAsked(CallId call, ToolId tool, JsonObject input) implements RunEvent {}

    /** The tool is at work. */
    record ToolStarted(CallId call) implements RunEvent {}

    /** The tool has answered: readable parts, data for the agent, and the failure where it did not work. */
    record ToolFinished(
            CallId call,
            boolean success,
            List<ContentPart> parts,
            @Nullable JsonObject data,
            @Nullable Failure failure) implements RunEvent {
        public ToolFinished {
            parts = List.copyOf(parts);
        }
    }

    /** A plan, or a new revision of it. */
    record PlanProposed(ExecutionPlan plan) implements RunEvent {}

    /** The run waits until the person decides on that revision of the plan. */
    record ApprovalAsked(ApprovalId approval, PlanId plan, int revision) implements RunEvent {}

    /** The person allows these steps; the others are skipped. */
    record ApprovalGiven(ApprovalId approval, int revision, List<StepId> steps) implements RunEvent {
        public ApprovalGiven {
            steps = List.copyOf(steps);
        }
    }

    /** The person refuses the plan; nothing of it is done. */
    record ApprovalRefused(ApprovalId approval, @Nullable String reason) implements RunEvent {}

    /** A step of the plan begins. */
    record StepStarted(PlanId plan, StepId step) implements RunEvent {}

    /** A step is done. Later steps may use its result. */
    record StepFinished(PlanId plan, StepId step, JsonObject result) implements RunEvent {}

    /** A step failed; the plan stops there. */
    record StepFailed(PlanId plan, StepId step, Failure failure) implements RunEvent {}

    /** A step that the person left out. */
    record StepSkipped(PlanId plan, StepId step) implements RunEvent {}

    /** The run waits for an answer. Without options any text may answer. */
    record QuestionAsked(QuestionId question, String text, List<String> options) implements RunEvent {
        public QuestionAsked {
            options = List.copyOf(options);
        }
    }

    /** The person has answered. */
    record QuestionAnswered(QuestionId question, String answer) implements RunEvent {}

    /** A plug-in used a permission. */
    record AccessUsed(AccessRecord access) implements RunEvent {}

    /** A plug-in wanted what it may not; nothing was touched. */
    record AccessDenied(AccessRecord access) implements RunEvent {}

    /**
     * A record changed. The store is made of these.
     *
     * @param revision the record's revision after the change; after a deletion, one more than its last
     * @param before the fields before; absent when created
     * @param after the fields after; absent when deleted
     */
    record RecordChanged(
            RecordKind kind,
            RecordId id,
            RecordChange change,
            long revision,
            @Nullable JsonObject before,
            @Nullable JsonObject after)
            implements RunEvent {}

    /** A file changed; the path is absolute. */
    record FileChanged(String path, RecordChange change) implements RunEvent {}

    /** How the key of the data is kept was changed, or the recovery phrase opened it; holds no secret. */
    record KeysChanged(KeyChange change) implements RunEvent {}

    /** The person was told something outside the conversation. */
    record NotificationSent(String title, String text) implements RunEvent {}

    /** What a call of a model took. */
    record UsageReported(Usage usage) implements RunEvent {}

    /** How far it is: done of total, total 0 where unknown. */
    record Progress(String text, long done, long total) implements RunEvent {}

    /** What an agent or a tool says for diagnosis. */
    record LogLine(LogLevel level, String text) implements RunEvent {}

    /** The run caused another one. */
    record ChildRun(RunId child, RunKind kind) implements RunEvent {}

    /** Read from a newer writer; kept verbatim so that no store ever loses what it cannot name. */
    record Unknown(String type, JsonObject json, boolean mayIgnore) implements RunEvent {}

    /** The schema that brought the event. No default branch: a new event does not compile until it is stated here. */
    static int since(RunEvent event) {
        return switch (event) {
            case RunStarted _,
                    RunResumed _,
                    RunInterrupted _,
                    RunFinished _,
                    RunFailed _,
                    RunCancelled _,
                    AgentChosen _,
                    IntentsFound _,
                    IntentBegun _,
                    TextDelta _,
                    PartWritten _,
                    Reasoning _,
                    ToolAsked _,
                    ToolStarted _,
                    ToolFinished _,
                    PlanProposed _,
                    ApprovalAsked _,
                    ApprovalGiven _,
                    ApprovalRefused _,
                    StepStarted _,
                    StepFinished _,
                    StepFailed _,
                    StepSkipped _,
                    QuestionAsked _,
                    QuestionAnswered _,
                    AccessUsed _,
                    AccessDenied _,
                    RecordChanged _,
                    FileChanged _,
                    KeysChanged _,
                    NotificationSent _,
                    UsageReported _,
                    Progress _,
                    LogLine _,
                    ChildRun _ -> 1;
            case Unknown _ -> SCHEMA;
        };
    }
}
