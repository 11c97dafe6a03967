// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import org.junit.jupiter.api.Test;

class PlanBuilderTests {

    @Test
    void steps_are_numbered_by_their_place() {
        PlanId id = new PlanId(new UUID(5, 5));
        PluginId author = new PluginId("agent.test");
        PlanStep.Action own =
                new PlanStep.Action(new StepId("mine"), "Tell", PlanAction.SEND_NOTIFICATION, JsonObject.EMPTY);

        PlanBuilder builder = new PlanBuilder(id, "Test", author)
                .addStep(PlanAction.CREATE_RECORD, JsonObject.EMPTY, "Add")
                .add(own);
        builder.addDataStep(PlanAction.DELETE_RECORD, builder.last(), JsonObject.EMPTY, "Delete")
                .addLlmStep("summary", Map.of("of", "${step-1}"), "Summarise");

        assertEquals(
                new ExecutionPlan(
                        id,
                        1,
                        "Test",
                        author,
                        List.of(
                                new PlanStep.Action(
                                        new StepId("step-1"), "Add", PlanAction.CREATE_RECORD, JsonObject.EMPTY),
                                own,
                                new PlanStep.Data(
                                        new StepId("step-3"),
                                        "Delete",
                                        PlanAction.DELETE_RECORD,
                                        JsonObject.EMPTY,
                                        own.id()),
                                new PlanStep.Llm(
                                        new StepId("step-4"), "Summarise", "summary", Map.of("of", "${step-1}")))),
                builder.build());
    }
}
