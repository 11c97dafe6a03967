// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanValidatorTests {

    private static final StepId ONE = new StepId("step-1");
    private static final StepId TWO = new StepId("step-2");
    private static final JsonObject TODO =
            JsonObject.EMPTY.with("kind", RecordKind.TODO).with("fields", JsonObject.EMPTY.with("title", "Buy milk"));

    private final PlanValidator validator = new PlanValidator(StandardActions.all());

    @Test
    void a_plan_that_can_run_has_no_faults() {
        JsonObject change = JsonObject.EMPTY
                .with("kind", RecordKind.TODO)
                .with("id", "${step-1.id}")
                .with("changes", JsonObject.EMPTY);
        assertFaults(create("Add")
                .addDataStep(PlanAction.DELETE_RECORD, ONE, JsonObject.EMPTY, "Delete it")
                .addLlmStep("summary", Map.of("of", "${step-1}"), "Summarise")
                .addStep(PlanAction.UPDATE_RECORD, change, "Change it")
                .build());
    }

    @Test
    void a_plan_without_steps_is_no_plan() {
        assertFaults(builder().build(), fault(null, PlanFault.Kind.NO_STEPS, "A plan has at least one step."));
    }

    @Test
    void more_steps_than_a_plan_may_have_are_refused() {
        PlanBuilder builder = builder();
        Stream.generate(() -> TODO)
                .limit(1_001)
                .forEach(params -> builder.addStep(PlanAction.CREATE_RECORD, params, "Add"));

        assertFaults(
                builder.build(),
                fault(null, PlanFault.Kind.TOO_MANY_STEPS, "A plan has at most 1000 steps, this one has 1001."));
    }

    @Test
    void ids_are_unique() {
        PlanStep step = new PlanStep.Action(ONE, "Add", PlanAction.CREATE_RECORD, TODO);

        assertFaults(
                builder().add(step).add(step).build(),
                fault(ONE, PlanFault.Kind.DUPLICATE_ID, "Two steps have the id step-1."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "two\u2028lines", "bell\u0007"})
    void a_title_is_one_line(String title) {
        assertFaults(
                create(title).build(),
                fault(ONE, PlanFault.Kind.TITLE, "The title of step step-1 must be one line of 1 to 1000 characters."));
    }

    @Test
    void the_plan_has_a_title_too() {
        ExecutionPlan plan = new PlanBuilder(new PlanId(new UUID(5, 5)), "", new PluginId("agent.test"))
                .addStep(PlanAction.CREATE_RECORD, TODO, "Add")
                .build();

        assertFaults(
                plan,
                fault(null, PlanFault.Kind.TITLE, "The title of the plan must be one line of 1 to 1000 characters."));
    }

    @Test
    void an_action_nobody_brings_is_unknown() {
        assertFaults(
                builder()
                        .addStep(new PlanAction("launch_rocket"), JsonObject.EMPTY, "Launch")
                        .build(),
                fault(ONE, PlanFault.Kind.UNKNOWN_ACTION, "Step step-1: there is no action launch_rocket."));
    }

    @Test
    void every_parameter_that_is_missing_or_wrong_is_named() {
        JsonObject params = JsonObject.EMPTY.with("kind", "spaceship").with("id", "1-1-1-1-1");

        assertFaults(
                builder().addStep(PlanAction.UPDATE_RECORD, params, "Change").build(),
                fault(
                        ONE,
                        PlanFault.Kind.WRONG_PARAMETER,
                        "Step step-1: kind must be a kind of record that a plan may change."),
                fault(ONE, PlanFault.Kind.WRONG_PARAMETER, "Step step-1: id must be the id of a record."),
                fault(ONE, PlanFault.Kind.MISSING_PARAMETER, "Step step-1: update_record needs changes."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant", "setting", "session"})
    void a_plan_changes_no_grants_settings_or_sessions(String kind) {
        assertFaults(
                builder()
                        .addStep(PlanAction.CREATE_RECORD, TODO.with("kind", kind), "Add")
                        .build(),
                fault(
                        ONE,
                        PlanFault.Kind.WRONG_PARAMETER,
                        "Step step-1: kind must be a kind of record that a plan may change."));
    }

    @Test
    void a_step_does_not_use_its_own_result() {
        assertFaults(
                delete(builder(), ONE).build(),
                fault(ONE, PlanFault.Kind.SELF_REFERENCE, "Step step-1 uses its own result."));
    }

    @Test
    void a_step_does_not_use_the_result_of_a_later_one() {
        assertFaults(
                delete(builder(), TWO)
                        .addStep(PlanAction.CREATE_RECORD, TODO, "Add")
                        .build(),
                fault(
                        ONE,
                        PlanFault.Kind.FORWARD_REFERENCE,
                        "Step step-1 uses the result of step-2, which runs after it."));
    }

    @Test
    void steps_that_wait_for_each_other_are_a_cycle() {
        assertFaults(
                delete(delete(builder(), TWO), ONE).build(),
                fault(ONE, PlanFault.Kind.CYCLE, "Step step-1 and step step-2 wait for each other."));
    }

    @Test
    void a_step_does_not_use_the_result_of_one_that_is_not_there() {
        JsonObject fields = JsonObject.EMPTY.with("people", List.of("${step-9.id}"));

        assertFaults(
                builder()
                        .addStep(PlanAction.CREATE_RECORD, TODO.with("fields", fields), "Add")
                        .build(),
                fault(
                        ONE,
                        PlanFault.Kind.MISSING_REFERENCE,
                        "Step step-1 uses the result of step-9, which is not in the plan."));
    }

    @Test
    void a_variable_of_a_model_step_refers_to_earlier_steps_only() {
        assertFaults(
                builder()
                        .addLlmStep("summary", Map.of("of", "${step-1}"), "Summarise")
                        .build(),
                fault(ONE, PlanFault.Kind.SELF_REFERENCE, "Step step-1 uses its own result."));
    }

    @Test
    void a_step_asks_a_model_by_a_template_that_there_is_with_all_it_needs() {
        assertFaults(
                builder()
                        .addLlmStep("poem", Map.of(), "Write")
                        .addLlmStep("draft", Map.of("what", "a letter"), "Draft")
                        .build(),
                fault(
                        ONE,
                        PlanFault.Kind.UNKNOWN_TEMPLATE,
                        "Step step-1: there is no template \"poem\" to ask a model by; there are: summary, answer,"
                                + " draft, items, translation."),
                fault(TWO, PlanFault.Kind.MISSING_PARAMETER, "Step step-2: the template draft needs from."));
    }

    @Test
    void a_refusal_carries_the_faults_in_one_sentence_each() {
        ExecutionPlan plan = builder()
                .addStep(PlanAction.CREATE_RECORD, JsonObject.EMPTY, "Add")
                .addStep(PlanAction.DELETE_RECORD, JsonObject.EMPTY, "Delete")
                .addStep(PlanAction.SEND_NOTIFICATION, JsonObject.EMPTY, "Tell")
                .build();

        FailureException refusal = assertThrows(FailureException.class, () -> validator.require(plan));

        assertEquals(
                Failure.of(
                        "plan.invalid",
                        ErrorKind.USER,
                        "The plan cannot run. Step step-1: create_record needs kind. Step step-1: create_record needs"
                                + " fields. Step step-2: delete_record needs kind. Step step-2: delete_record needs"
                                + " id. Step step-3: send_notification needs title. And 1 more.",
                        "Correct the steps named."),
                refusal.failure());
    }

    private void assertFaults(ExecutionPlan plan, PlanFault... faults) {
        assertEquals(List.of(faults), validator.validate(plan));
    }

    private static PlanFault fault(StepId step, PlanFault.Kind kind, String text) {
        return new PlanFault(step, kind, text);
    }

    private static PlanBuilder create(String title) {
        return builder().addStep(PlanAction.CREATE_RECORD, TODO, title);
    }

    private static PlanBuilder delete(PlanBuilder builder, StepId from) {
        return builder.addDataStep(PlanAction.DELETE_RECORD, from, JsonObject.EMPTY, "Delete");
    }

    private static PlanBuilder builder() {
        return new PlanBuilder(new PlanId(new UUID(5, 5)), "Test", new PluginId("agent.test"));
    }
}
