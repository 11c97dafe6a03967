// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.provider.ModelReply;
import officina.api.provider.StopReason;
import officina.api.tool.ToolResult;
import officina.core.plan.PlanContext;
import officina.core.plan.PlanPaused;
import officina.core.plan.Prompt;
import officina.core.run.PlanState;
import officina.orchestrator.RunContext;
import officina.orchestrator.RunModel;

/**
 * The run as the plan runner sees it: what a step touches is touched in the name of who proposed it.
 *
 * @param part where in the answer stands what a model says to the first step that asks one
 */
record StepContext(RunContext context, ExecutionPlan steps, int part) implements PlanContext {

    private static final RunModel.Tools NO_TOOLS = call -> {
        throw new IllegalStateException("no tool was offered");
    };

    @Override
    public PlanState emit(List<RunEvent> events) {
        context.emit(events);
        return plan();
    }

    @Override
    public RecordAccess records(StepId step) {
        return context.records(steps.authorOf(step), step);
    }

    @Override
    public Notifier notifier(StepId step) {
        return context.notifier(steps.authorOf(step));
    }

    @Override
    public ToolResult call(StepId step, ToolId tool, JsonObject input) throws InterruptedException {
        return context.call(step, tool, input);
    }

    @Override
    public String ask(StepId step, Prompt prompt) throws InterruptedException {
        try {
            RunModel model = context.model().orElseThrow(Failures::modelMissing);
            return asked(model, step, prompt);
        } catch (FailureException e) {
            if (e.failure().isStorageTrouble()) {
                throw e;
            }
            throw new PlanPaused(e.failure(), e);
        }
    }

    /** Without history and tools: the step gets what the plan gives it and nothing else. */
    private String asked(RunModel model, StepId step, Prompt prompt) throws InterruptedException {
        ModelText text = new ModelText(context, part + PlanWork.told(plan(), step));
        if (context.state().parts().size() > part + PlanWork.told(plan(), step)) {
            // the beginning of an answer that broke off
            context.emit(List.of(text.whole("")));
        }
        ModelReply reply;
        try {
            reply = model.converse(
                    List.of(
                            Message.text(MessageRole.SYSTEM, prompt.instructions()),
                            Message.text(MessageRole.USER, prompt.question())),
                    List.of(),
                    NO_TOOLS,
                    text);
        } finally {
            text.flush();
        }
        if (text.text().isBlank()) {
            throw new FailureException(Failures.modelSilent());
        }
        context.emit(List.of(text.whole(text.text().strip() + Wording.cut(reply.stop() == StopReason.LENGTH))));
        return text.text().strip();
    }

    private PlanState plan() {
        PlanState plan = context.state().plan();
        if (plan == null) {
            throw new IllegalStateException("a plan that runs stays in its run");
        }
        return plan;
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        context.checkCancelled();
    }
}
