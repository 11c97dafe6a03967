// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;

/**
 * What the person has decided about a plan but not sent yet: which of its steps shall not run.
 *
 * @param excluded steps that are taken out
 */
public record PlanDraft(ExecutionPlan plan, Set<StepId> excluded) {

    public PlanDraft {
        excluded = Set.copyOf(excluded);
    }

    /** Everything shall run. */
    public static PlanDraft of(ExecutionPlan plan) {
        return new PlanDraft(plan, Set.of());
    }

    /** The same decisions for a newer revision; for another plan, none. */
    public PlanDraft on(ExecutionPlan other) {
        if (!other.id().equals(plan.id())) {
            return of(other);
        }
        Set<StepId> there = other.steps().stream().map(PlanStep::id).collect(Collectors.toSet());
        return new PlanDraft(other, excluded.stream().filter(there::contains).collect(Collectors.toSet()));
    }

    public boolean includes(StepId step) {
        return !excluded.contains(step);
    }

    /** Takes the step out, or in again: out with what needs it, in with what it needs. */
    public PlanDraft toggled(StepId step) {
        Set<StepId> changed = new LinkedHashSet<>(excluded);
        if (includes(step)) {
            changed.addAll(StepLinks.withNeeding(plan.steps(), step));
        } else {
            changed.removeAll(StepLinks.withNeeded(plan.steps(), step));
        }
        return new PlanDraft(plan, changed);
    }

    /** Takes every step in, or out. */
    public PlanDraft all(boolean included) {
        return included
                ? of(plan)
                : new PlanDraft(plan, plan.steps().stream().map(PlanStep::id).collect(Collectors.toSet()));
    }

    /** The steps that shall run, in order. */
    public List<StepId> included() {
        return plan.steps().stream().map(PlanStep::id).filter(this::includes).toList();
    }

    /** The plan with one step replaced, as the next revision. */
    public ExecutionPlan revised(PlanStep edited) {
        List<PlanStep> steps = new ArrayList<>(plan.steps());
        steps.replaceAll(step -> step.id().equals(edited.id()) ? edited : step);
        return new ExecutionPlan(plan.id(), plan.revision() + 1, plan.title(), plan.author(), steps, plan.authors());
    }
}
