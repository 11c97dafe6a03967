// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PlanId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.base.Redacted;
import officina.core.run.PlanState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a plan out, from wherever its state stands: steps done are not done again, a step that a crash interrupted is
 * done again. Keeps nothing; any thread.
 */
public final class PlanRunner {

    private static final Logger log = LoggerFactory.getLogger(PlanRunner.class);

    private final Map<PlanAction, ActionExecutor> actions;

    /** @param actions the actions there are */
    public PlanRunner(Map<PlanAction, ActionExecutor> actions) {
        this.actions = Map.copyOf(actions);
    }

    /**
     * Runs the steps that are allowed, in order, until all are done or one fails; each is an event. A step that was not
     * allowed is skipped, and with it what would use its result. Blocks.
     *
     * @param state of a plan that is valid, and approved or in direct mode; else {@link IllegalStateException}
     * @throws InterruptedException when the run was cancelled; the steps done stay done
     * @throws PlanPaused when a step has to wait for something outside; it is done again when the plan is run again
     */
    public PlanOutcome run(PlanState state, PlanContext context) throws InterruptedException {
        PlanState now = state;
        Set<StepId> allowed = allowed(state);
        PlanId plan = state.plan().id();
        for (PlanStep step : state.plan().steps()) {
            switch (now.step(step.id()).status()) {
                case DONE, SKIPPED -> {}
                case FAILED -> {
                    return PlanOutcome.of(now);
                }
                case PENDING, RUNNING -> {
                    if (!allowed.contains(step.id()) || usesSkipped(step, now)) {
                        now = context.emit(List.of(new RunEvent.StepSkipped(plan, step.id())));
                        continue;
                    }
                    now = runStep(step, now, context);
                    if (now.step(step.id()).status() == StepStatus.FAILED) {
                        return PlanOutcome.of(now);
                    }
                }
            }
        }
        return PlanOutcome.of(now);
    }

    private static Set<StepId> allowed(PlanState state) {
        return switch (state.decision()) {
            case NOT_ASKED -> {
                Set<StepId> all = new HashSet<>();
                state.plan().steps().forEach(step -> all.add(step.id()));
                yield all;
            }
            case GIVEN -> Set.copyOf(state.approved());
            case OPEN, REFUSED -> throw new IllegalStateException("a plan runs only after approval");
        };
    }

    private static boolean usesSkipped(PlanStep step, PlanState state) {
        return References.used(step).stream().anyMatch(used -> state.step(used).status() == StepStatus.SKIPPED);
    }

    private PlanState runStep(PlanStep step, PlanState state, PlanContext context) throws InterruptedException {
        PlanId plan = state.plan().id();
        context.checkCancelled();
        if (state.step(step.id()).status() == StepStatus.PENDING) {
            context.emit(List.of(new RunEvent.StepStarted(plan, step.id())));
        }
        RunEvent end;
        try {
            end = new RunEvent.StepFinished(plan, step.id(), execute(step, state, context));
        } catch (FailureException e) {
            if (e.failure().isStorageTrouble()) {
                throw e;
            }
            end = new RunEvent.StepFailed(plan, step.id(), e.failure());
        } catch (PlanPaused e) {
            throw e;
        } catch (RuntimeException e) {
            // An executor is a contribution; what it throws fails its step and is told once, here.
            log.error("Step {} of plan {} failed", step.id(), plan, Redacted.of(e));
            end = new RunEvent.StepFailed(plan, step.id(), unexpected());
        }
        return context.emit(List.of(end));
    }

    private JsonObject execute(PlanStep step, PlanState state, PlanContext context) throws InterruptedException {
        Map<StepId, JsonObject> results = results(step, state);
        return switch (step) {
            case PlanStep.Action(StepId id, String _, PlanAction action, JsonObject params, var _) ->
                execute(id, action, resolved(params, results), context);
            case PlanStep.Data(StepId id, String _, PlanAction action, JsonObject params, StepId from) ->
                execute(
                        id,
                        action,
                        resolved(params, results).merge(results.getOrDefault(from, JsonObject.EMPTY)),
                        context);
            case PlanStep.Llm(StepId id, String _, String template, Map<String, String> variables) ->
                JsonObject.EMPTY.with("text", context.ask(id, prompt(id, template, variables, results)));
        };
    }

    /** With what earlier steps gave, as text: it is material for the model and nothing else. */
    private static Prompt prompt(
            StepId step, String template, Map<String, String> variables, Map<StepId, JsonObject> results) {
        Map<String, String> values = new HashMap<>();
        variables.forEach((name, value) -> {
            JsonValue resolved = References.resolve(new JsonText(value), results);
            values.put(name, resolved instanceof JsonText(String text) ? text : resolved.toString());
        });
        return PromptTemplate.named(template)
                .orElseThrow(() -> invalid(PlanValidator.noTemplate(step, template)))
                .prompt(values);
    }

    private JsonObject execute(StepId step, PlanAction action, JsonObject params, PlanContext context)
            throws InterruptedException {
        ActionExecutor executor = actions.get(action);
        if (executor == null) {
            throw invalid("Step " + step + ": there is no action " + action + ".");
        }
        for (ActionParameter parameter : executor.parameters()) {
            JsonValue value = params.get(parameter.name());
            if (value == null || !Parameters.fits(value, parameter.form())) {
                throw invalid(Parameters.mustBe(step, parameter));
            }
        }
        return executor.execute(
                params,
                new ActionExecutor.Handles(
                        context.records(step),
                        context.notifier(step),
                        (tool, input) -> context.call(step, tool, input)));
    }

    private static JsonObject resolved(JsonObject params, Map<StepId, JsonObject> results) {
        return (JsonObject) References.resolve(params, results);
    }

    /** From the state, so that after a restart too a step gets what earlier ones gave. */
    private static Map<StepId, JsonObject> results(PlanStep step, PlanState state) {
        Map<StepId, JsonObject> results = new HashMap<>();
        for (StepId used : References.used(step)) {
            JsonObject result = state.step(used).result();
            if (result != null) {
                results.put(used, result);
            }
        }
        return results;
    }

    private static FailureException invalid(String text) {
        return new FailureException(
                Failure.of("plan.invalid", ErrorKind.USER, text, "Correct the step, or take it out of the plan."));
    }

    private static Failure unexpected() {
        return Failure.of(
                "internal.unexpected",
                ErrorKind.INTERNAL,
                "The step failed because of a defect; the log has the details.",
                null);
    }
}
