// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import org.jspecify.annotations.Nullable;

/** Says whether a plan can run, before any of it does. Pure; any thread. */
public final class PlanValidator {

    /** Longest title of a plan or step, in characters. */
    public static final int MAX_TITLE = 1_000;

    private static final int SHOWN = 5;

    private final Map<PlanAction, ActionExecutor> actions;

    /** @param actions the actions there are */
    public PlanValidator(Map<PlanAction, ActionExecutor> actions) {
        this.actions = Map.copyOf(actions);
    }

    /** Everything that is wrong with the plan, in its order; nothing for a plan that can run. */
    public List<PlanFault> validate(ExecutionPlan plan) {
        List<PlanFault> faults = new ArrayList<>();
        title(null, plan.title(), faults);
        if (plan.steps().isEmpty()) {
            faults.add(new PlanFault(null, PlanFault.Kind.NO_STEPS, "A plan has at least one step."));
        }
        if (plan.steps().size() > ExecutionPlan.MAX_STEPS) {
            faults.add(new PlanFault(
                    null,
                    PlanFault.Kind.TOO_MANY_STEPS,
                    "A plan has at most " + ExecutionPlan.MAX_STEPS + " steps, this one has "
                            + plan.steps().size() + "."));
            return faults;
        }
        References references = new References(plan);
        Set<StepId> seen = new HashSet<>();
        for (PlanStep step : plan.steps()) {
            if (!seen.add(step.id())) {
                faults.add(new PlanFault(
                        step.id(), PlanFault.Kind.DUPLICATE_ID, "Two steps have the id " + step.id() + "."));
            }
            title(step.id(), step.title(), faults);
            switch (step) {
                case PlanStep.Action(StepId id, String _, PlanAction action, JsonObject params, var _) ->
                    parameters(id, action, params, true, faults);
                case PlanStep.Data(StepId id, String _, PlanAction action, JsonObject params, StepId _) ->
                    parameters(id, action, params, false, faults);
                case PlanStep.Llm(StepId id, String _, String templateId, Map<String, String> variables) ->
                    template(id, templateId, variables, faults);
            }
            faults.addAll(references.faults(step));
        }
        return faults;
    }

    /** Returns when the plan can run; else throws {@code plan.invalid} with what is wrong. */
    public void require(ExecutionPlan plan) {
        List<PlanFault> faults = validate(plan);
        if (!faults.isEmpty()) {
            throw new FailureException(failure(faults));
        }
    }

    private static Failure failure(List<PlanFault> faults) {
        String told = String.join(
                " ", faults.stream().limit(SHOWN).map(PlanFault::text).toList());
        String more = faults.size() > SHOWN ? " And " + (faults.size() - SHOWN) + " more." : "";
        return Failure.of(
                "plan.invalid", ErrorKind.USER, "The plan cannot run. " + told + more, "Correct the steps named.");
    }

    private static void title(@Nullable StepId step, String title, List<PlanFault> faults) {
        if (title.isBlank()
                || title.length() > MAX_TITLE
                || title.chars().anyMatch(each -> Character.isISOControl(each) || each == 0x2028 || each == 0x2029)) {
            faults.add(new PlanFault(
                    step,
                    PlanFault.Kind.TITLE,
                    "The title of " + (step == null ? "the plan" : "step " + step) + " must be one line of 1 to "
                            + MAX_TITLE + " characters."));
        }
    }

    private static void template(
            StepId step, String templateId, Map<String, String> variables, List<PlanFault> faults) {
        PromptTemplate template = PromptTemplate.named(templateId).orElse(null);
        if (template == null) {
            faults.add(new PlanFault(step, PlanFault.Kind.UNKNOWN_TEMPLATE, noTemplate(step, templateId)));
            return;
        }
        for (String variable : template.variables()) {
            if (!variables.containsKey(variable)) {
                faults.add(new PlanFault(
                        step,
                        PlanFault.Kind.MISSING_PARAMETER,
                        "Step " + step + ": the template " + templateId + " needs " + variable + "."));
            }
        }
    }

    static String noTemplate(StepId step, String templateId) {
        return "Step " + step + ": there is no template \"" + templateId + "\" to ask a model by; there are: "
                + PromptTemplate.names() + ".";
    }

    /** @param complete whether what is missing is a fault; an earlier step's result may still bring it otherwise */
    private void parameters(
            StepId step, PlanAction action, JsonObject params, boolean complete, List<PlanFault> faults) {
        ActionExecutor executor = actions.get(action);
        if (executor == null) {
            faults.add(new PlanFault(
                    step, PlanFault.Kind.UNKNOWN_ACTION, "Step " + step + ": there is no action " + action + "."));
            return;
        }
        for (ActionParameter parameter : executor.parameters()) {
            JsonValue value = params.get(parameter.name());
            if (value == null) {
                if (complete) {
                    faults.add(new PlanFault(
                            step,
                            PlanFault.Kind.MISSING_PARAMETER,
                            "Step " + step + ": " + action + " needs " + parameter.name() + "."));
                }
            } else if (References.of(value) == null && !Parameters.fits(value, parameter.form())) {
                faults.add(new PlanFault(step, PlanFault.Kind.WRONG_PARAMETER, Parameters.mustBe(step, parameter)));
            }
        }
    }
}
