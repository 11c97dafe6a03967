// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.core.run.StepState;
import officina.plan.ui.model.StepFacts.Fact;
import officina.ui.base.Dates;
import officina.ui.base.DayInput;
import org.junit.jupiter.api.Test;

class StepFactsTests {

    private final StepFacts facts = new StepFacts(
            new FieldText(new Dates(() -> Story.NOON, ZoneOffset.UTC, Locale.UK), new DayInput(null)),
            Map.of(Story.PASSPORT.toString(), "Renew the passport"));

    @Test
    void parameters_read_as_people_say_them() {
        assertEquals(
                List.of(
                        new Fact("Action", "Create a to-do"),
                        new Fact("Title", "Renew the passport"),
                        new Fact("Due", "Saturday, 12 December 2026"),
                        new Fact("Priority", "High")),
                facts.parameters(Story.CREATE));
    }

    @Test
    void records_are_told_by_their_titles() {
        assertEquals(
                List.of(
                        new Fact("Action", "Change a to-do"),
                        new Fact("Record", "“Renew the passport”"),
                        new Fact("Due", "Sunday, 13 December 2026")),
                facts.parameters(Story.UPDATE));
        assertEquals(
                List.of(new Fact("Record", "“Renew the passport”")),
                facts.result(
                        Story.NOTIFY,
                        new StepState(StepStatus.DONE, JsonObject.EMPTY.with("id", Story.PASSPORT), null)));
    }

    @Test
    void a_step_says_whose_result_it_uses() {
        assertEquals(
                List.of(
                        new Fact("Action", "Show a notification"),
                        new Fact("With", "the result of step-1"),
                        new Fact("Title", "Done"),
                        new Fact("Text", "It is done.")),
                facts.parameters(Story.NOTIFY));
    }

    @Test
    void what_is_empty_and_what_goes_without_saying_is_not_told() {
        PlanStep step = new PlanStep.Action(
                new StepId("step-1"),
                "Add",
                PlanAction.CREATE_RECORD,
                JsonObject.EMPTY
                        .with("kind", "todo")
                        .with(
                                "fields",
                                JsonObject.EMPTY
                                        .with("project", Story.PASSPORT)
                                        .with("title", "Milk")
                                        .with("description", "")
                                        .with("status", "open")
                                        .with("people", List.of())));
        assertEquals(List.of(new Fact("Action", "Create a to-do"), new Fact("Title", "Milk")), facts.parameters(step));
    }

    @Test
    void a_question_to_a_model_shows_template_and_variables() {
        assertEquals(
                List.of(
                        new Fact("Action", "Ask a model"),
                        new Fact("Template", "summary"),
                        new Fact("Input", "the result of step-3"),
                        new Fact("Tone", "calm")),
                facts.parameters(Story.ASK));
    }

    @Test
    void a_step_that_is_not_done_has_no_result() {
        assertEquals(List.of(), facts.result(Story.CREATE, StepState.PENDING));
    }

    @Test
    void a_result_does_not_repeat_what_the_step_says() {
        JsonObject created = JsonObject.EMPTY
                .with("id", Story.PASSPORT)
                .with("kind", "todo")
                .with("title", "Renew the passport")
                .with("number", 7);
        assertEquals(
                List.of(new Fact("Number", "7")),
                facts.result(Story.CREATE, new StepState(StepStatus.DONE, created, null)));
    }

    @Test
    void a_failed_step_says_what_and_what_to_do() {
        Failure failure = Failure.of("record.missing", ErrorKind.USER, "The to-do is gone.", "Ask again.");
        assertEquals(
                new StepFacts.Trouble("The to-do is gone.", "Ask again."),
                StepFacts.trouble(new StepState(StepStatus.FAILED, null, failure)));
    }
}
