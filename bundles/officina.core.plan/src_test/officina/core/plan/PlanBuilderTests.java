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

    private final PlanId id = new PlanId(new UUID(5, 5));
    private final PluginId author = new PluginId("agent.test");

    @Test
    void steps_are_numbered_by_their_place() {
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

    @Test
    void what_several_proposed_is_numbered_anew_and_runs_in_the_name_of_each() {
        PluginId other = new PluginId("agent.other");
        List<PlanStep> proposed = List.of(
                new PlanStep.Action(new StepId("add"), "Add", PlanAction.CREATE_RECORD, JsonObject.EMPTY),
                new PlanStep.Data(
                        new StepId("tell"),
                        "Tell",
                        PlanAction.SEND_NOTIFICATION,
                        JsonObject.EMPTY
                                .with("title", "${add.title}")
                                .with("text", "$${add}")
                                .with("none", "${gone}"),
                        new StepId("add")),
                new PlanStep.Llm(new StepId("sum"), "Sum", "prompt", Map.of("of", "${tell}")));

        ExecutionPlan plan = new PlanBuilder(id, "Test", author)
                .addAll(author, proposed)
                .addAll(other, proposed)
                .build();

        assertEquals(
                List.of(
                        new PlanStep.Data(
                                new StepId("step-5"),
                                "Tell",
                                PlanAction.SEND_NOTIFICATION,
                                JsonObject.EMPTY
                                        .with("title", "${step-4.title}")
                                        .with("text", "$${add}")
                                        .with("none", "${gone}"),
                                new StepId("step-4")),
                        new PlanStep.Llm(new StepId("step-6"), "Sum", "prompt", Map.of("of", "${step-5}"))),
                plan.steps().subList(4, 6));
        assertEquals(
                List.of(author, author, author, other, other, other),
                plan.steps().stream().map(step -> plan.authorOf(step.id())).toList());
    }

    @Test
    void steps_of_another_part_of_the_run_have_other_names() {
        ExecutionPlan plan = new PlanBuilder(id, "Test", author)
                .asPart(2)
                .addStep(PlanAction.CREATE_RECORD, JsonObject.EMPTY, "Add")
                .build();

        assertEquals(new StepId("part-2-step-1"), plan.steps().getFirst().id());
    }
}
