// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.time.Instant;
import officina.api.content.ContentPart;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.event.Usage;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.StepStatus;
import officina.core.run.RunState.Outcome;
import officina.core.run.RunState.Totals;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** One application of {@link RunState#after}: starts from the old state and replaces what the event touches. */
final class RunReducer {

    private final RunState old;
    private final EventEnvelope envelope;

    private @Nullable PluginId agent;
    private @Nullable IntentsState intents;
    private AnswerParts parts;
    private PVector<ToolCallState> tools;
    private @Nullable PlanState plan;
    private PVector<QuestionState> questions;
    private PVector<RunEvent.RecordChanged> changes;
    private RunEvent.@Nullable Progress progress;
    private Totals totals;
    private Outcome outcome;

    RunReducer(RunState old, EventEnvelope envelope) {
        this.old = old;
        this.envelope = envelope;
        agent = old.agent();
        intents = old.intents();
        parts = AnswerParts.of(old.parts());
        tools = TreePVector.from(old.tools());
        plan = old.plan();
        questions = TreePVector.from(old.questions());
        changes = TreePVector.from(old.changes());
        progress = old.progress();
        totals = old.totals();
        outcome = old.outcome();
    }

    RunState next() {
        RunPhase phase = phase();
        apply(envelope.event());
        return new RunState(
                old.head(),
                phase,
                agent,
                intents,
                parts,
                tools,
                plan,
                questions,
                changes,
                progress,
                totals,
                outcome,
                envelope.seq());
    }

    private RunPhase phase() {
        RunTrigger trigger = RunTrigger.of(envelope.event());
        if (trigger != null) {
            return RunTransitions.next(old.phase(), trigger).orElseThrow(() -> impossible());
        }
        if (old.phase().ended()) {
            throw impossible();
        }
        return old.phase();
    }

    private void apply(RunEvent event) {
        switch (event) {
            case RunEvent.RunStarted _ -> {}
            case RunEvent.RunResumed _ -> outcome = Outcome.OPEN;
            case RunEvent.RunInterrupted(var reason) -> outcome = interrupted(reason);
            case RunEvent.RunFinished(boolean success, String summary) -> end(success, summary);
            case RunEvent.RunFailed(var failure) -> outcome = new Outcome(ended(), false, failure.message(), failure);
            case RunEvent.RunCancelled _ -> end(false, null);
            case RunEvent.AgentChosen(var chosen, double _) -> agent = chosen;
            case RunEvent.IntentsFound(var found) -> intents = IntentsState.of(found);
            case RunEvent.IntentBegun(int index, int part) -> begun(index, part);
            case RunEvent.TextDelta(int part, String text) -> parts = parts.append(part, text);
            case RunEvent.PartWritten(int part, ContentPart content) -> parts = parts.write(part, content);
            case RunEvent.Reasoning _ -> {}
            case RunEvent.ToolAsked(var call, var tool, var input) ->
                tools = tools.plus(new ToolCallState(
                        call, tool, input, ToolCallState.Phase.ASKED, java.util.List.of(), null, null));
            case RunEvent.ToolStarted(CallId call) -> toolStarted(call);
            case RunEvent.ToolFinished finished -> toolFinished(finished);
            case RunEvent.PlanProposed(var proposed) -> plan = proposed(proposed);
            case RunEvent.ApprovalAsked(var approval, var _, int _) ->
                plan = requirePlan().asked(approval);
            case RunEvent.ApprovalGiven(var approval, int revision, var steps) ->
                plan = requireAsked(approval, revision).given(steps);
            case RunEvent.ApprovalRefused(var approval, var _) ->
                plan = requireAsked(approval, requirePlan().plan().revision()).refused();
            case RunEvent.StepStarted(var _, var step) ->
                plan = requirePlan().with(step, new StepState(StepStatus.RUNNING, null, null));
            case RunEvent.StepFinished(var _, var step, var result) ->
                plan = requirePlan().with(step, new StepState(StepStatus.DONE, result, null));
            case RunEvent.StepFailed(var _, var step, var failure) ->
                plan = requirePlan().with(step, new StepState(StepStatus.FAILED, null, failure));
            case RunEvent.StepSkipped(var _, var step) ->
                plan = requirePlan().with(step, new StepState(StepStatus.SKIPPED, null, null));
            case RunEvent.QuestionAsked(var id, String text, var options) ->
                questions = questions.plus(new QuestionState(id, text, options, null));
            case RunEvent.QuestionAnswered(var question, String answer) -> answered(question, answer);
            case RunEvent.AccessUsed _ -> totals = accesses(1, 0);
            case RunEvent.AccessDenied _ -> totals = accesses(0, 1);
            case RunEvent.RecordChanged change -> changes = changes.plus(change);
            case RunEvent.FileChanged _,
                    RunEvent.KeysChanged _,
                    RunEvent.NotificationSent _,
                    RunEvent.LogLine _,
                    RunEvent.ChildRun _ -> {}
            case RunEvent.UsageReported(Usage usage) -> totals = used(usage);
            case RunEvent.Progress told -> progress = told;
            case RunEvent.Unknown(String type, var _, boolean mayIgnore) -> {
                if (!mayIgnore) {
                    throw new IllegalStateException("written by a newer Officina, cannot be passed over: " + type);
                }
            }
        }
    }

    private void begun(int index, int part) {
        IntentsState found = intents;
        if (found == null) {
            throw impossible();
        }
        intents = found.begun(index, part);
        if (index < found.all().size()) {
            agent = found.all().get(index).agent();
        }
    }

    private void end(boolean success, @Nullable String summary) {
        outcome = new Outcome(ended(), success, summary, null);
    }

    private static Outcome interrupted(@Nullable Failure reason) {
        return reason == null ? Outcome.OPEN : new Outcome(null, false, null, reason);
    }

    private Instant ended() {
        progress = null;
        return envelope.at();
    }

    private void toolStarted(CallId call) {
        int at = indexOf(call);
        ToolCallState asked = tools.get(at);
        tools = tools.with(
                at,
                new ToolCallState(
                        call, asked.tool(), asked.input(), ToolCallState.Phase.STARTED, asked.parts(), null, null));
    }

    private void toolFinished(RunEvent.ToolFinished finished) {
        int at = indexOf(finished.call());
        ToolCallState asked = tools.get(at);
        ToolCallState.Phase phase = finished.success() ? ToolCallState.Phase.SUCCEEDED : ToolCallState.Phase.FAILED;
        tools = tools.with(
                at,
                new ToolCallState(
                        asked.call(),
                        asked.tool(),
                        asked.input(),
                        phase,
                        finished.parts(),
                        finished.data(),
                        finished.failure()));
    }

    private int indexOf(CallId call) {
        for (int i = tools.size() - 1; i >= 0; i--) {
            if (tools.get(i).call().equals(call)) {
                return i;
            }
        }
        throw new IllegalStateException("no such tool call: " + call);
    }

    private void answered(QuestionId question, String answer) {
        int last = questions.size() - 1;
        QuestionState open = questions.get(last);
        if (!open.id().equals(question)) {
            throw impossible();
        }
        questions = questions.with(last, new QuestionState(open.id(), open.text(), open.options(), answer));
    }

    /** A first plan, another plan, or the next revision of this one; none after the person has decided on it. */
    private PlanState proposed(ExecutionPlan proposed) {
        PlanState current = plan;
        if (current == null || !current.plan().id().equals(proposed.id())) {
            return PlanState.of(proposed);
        }
        boolean decided =
                current.decision() == PlanState.Decision.GIVEN || current.decision() == PlanState.Decision.REFUSED;
        if (decided || proposed.revision() <= current.plan().revision()) {
            throw impossible();
        }
        return current.revised(proposed);
    }

    /** The plan, if it is that revision that the person was asked about: two people may decide at once. */
    private PlanState requireAsked(ApprovalId approval, int revision) {
        PlanState current = requirePlan();
        if (!approval.equals(current.approval()) || current.plan().revision() != revision) {
            throw impossible();
        }
        return current;
    }

    private Totals accesses(int used, int denied) {
        return new Totals(
                totals.inputTokens(),
                totals.outputTokens(),
                totals.costs(),
                totals.accesses() + used,
                totals.denials() + denied);
    }

    private Totals used(Usage usage) {
        return new Totals(
                totals.inputTokens() + usage.inputTokens(),
                totals.outputTokens() + usage.outputTokens(),
                totals.costs().plus(usage),
                totals.accesses(),
                totals.denials());
    }

    private PlanState requirePlan() {
        PlanState current = plan;
        if (current == null) {
            throw impossible();
        }
        return current;
    }

    private IllegalStateException impossible() {
        return new IllegalStateException(
                envelope.event().getClass().getSimpleName() + " cannot happen while a run is " + old.phase());
    }
}
