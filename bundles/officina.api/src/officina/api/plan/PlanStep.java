// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.plan;

import java.util.Map;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One step of a plan. A title is one line that tells the person what will happen. */
public sealed interface PlanStep {

    StepId id();

    String title();

    /**
     * Does one thing with parameters that are known.
     *
     * @param done what is true once it is done, one sentence in CommonMark; {@code null} where the title is all there is
     *     to say, as after a person has edited the step
     */
    record Action(
            StepId id,
            String title,
            PlanAction action,
            JsonObject params,
            @Nullable String done) implements PlanStep {

        /** One of which the title is all there is to say. */
        public Action(StepId id, String title, PlanAction action, JsonObject params) {
            this(id, title, action, params, null);
        }
    }

    /**
     * Asks a model with a prompt template; the prompt's text never travels.
     *
     * @param variables the template's variables; a value {@code ${step-1}} stands for that earlier step's result
     */
    record Llm(StepId id, String title, String templateId, Map<String, String> variables) implements PlanStep {
        public Llm {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * Does one thing with the result of an earlier step, which is merged over the parameters.
     *
     * @param dataFrom the earlier step ({@code data_from_step})
     */
    record Data(StepId id, String title, PlanAction action, JsonObject params, StepId dataFrom) implements PlanStep {}
}
