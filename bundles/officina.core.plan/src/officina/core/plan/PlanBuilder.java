// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;

/**
 * Puts a plan together, step by step; steps without an id of their own are numbered {@code step-1}, {@code step-2} by
 * their place. Builds any plan; {@link PlanValidator} says whether it can run. For one thread.
 */
public final class PlanBuilder {

    private final PlanId id;
    private final String title;
    private final PluginId author;
    private final List<PlanStep> steps = new ArrayList<>();
    private final Map<StepId, PluginId> authors = new HashMap<>();
    private String numbered = "step-";

    /** @param author in whose name, and with whose grants, the steps run */
    public PlanBuilder(PlanId id, String title, PluginId author) {
        this.id = id;
        this.title = title;
        this.author = author;
    }

    /**
     * Numbers what comes from now on {@code part-1-step-1} and so on: of several plans of one run each needs its own, because
     * what a step makes is found again by run and step.
     *
     * @param part from 1
     */
    public PlanBuilder asPart(int part) {
        numbered = "part-" + part + "-step-";
        return this;
    }

    /** One thing to do. A value {@code ${step-1.id}} among the parameters stands for a member of an earlier result. */
    public PlanBuilder addStep(PlanAction action, JsonObject params, String stepTitle) {
        return add(new PlanStep.Action(nextId(), stepTitle, action, params));
    }

    /** A question to a model. */
    public PlanBuilder addLlmStep(String templateId, Map<String, String> variables, String stepTitle) {
        return add(new PlanStep.Llm(nextId(), stepTitle, templateId, variables));
    }

    /** One thing to do with the result of an earlier step, which is merged over the parameters. */
    public PlanBuilder addDataStep(PlanAction action, StepId fromStep, JsonObject params, String stepTitle) {
        return add(new PlanStep.Data(nextId(), stepTitle, action, params, fromStep));
    }

    /** A step as it is. */
    public PlanBuilder add(PlanStep step) {
        steps.add(step);
        return this;
    }

    /** Steps as they are, in this order. */
    public PlanBuilder addAll(List<? extends PlanStep> more) {
        steps.addAll(more);
        return this;
    }

    /**
     * Steps that somebody proposed for themselves, which run in that plug-in's name. They are numbered anew by their
     * place here, and with them what refers to them.
     */
    public PlanBuilder addAll(PluginId proposer, List<? extends PlanStep> more) {
        Map<StepId, StepId> ids = new HashMap<>();
        int place = steps.size();
        for (PlanStep step : more) {
            place++;
            ids.putIfAbsent(step.id(), new StepId(numbered + place));
        }
        for (PlanStep step : more) {
            PlanStep own = References.renamed(step, ids);
            steps.add(own);
            if (!proposer.equals(author)) {
                authors.put(own.id(), proposer);
            }
        }
        return this;
    }

    /** The id of the step added last; {@link IllegalStateException} before the first. */
    public StepId last() {
        if (steps.isEmpty()) {
            throw new IllegalStateException("there is no step yet");
        }
        return steps.getLast().id();
    }

    /** The plan, in its first revision. */
    public ExecutionPlan build() {
        return new ExecutionPlan(id, 1, title, author, steps, authors);
    }

    private StepId nextId() {
        return new StepId(numbered + (steps.size() + 1));
    }
}
