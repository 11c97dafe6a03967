// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.chat.Intent;
import officina.api.content.ContentPart;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PlanId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.StepStatus;
import officina.api.record.RecordKind;
import officina.core.run.PlanState.Decision;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;

final class RunStateTests {

    private static final RunState.Totals NOTHING = new RunState.Totals(0, 0, Costs.NONE, 0, 0);
    private static final RunState.Outcome OPEN = new RunState.Outcome(null, false, null, null);

    @Test
    void a_run_begins_with_what_is_asked() {
        RunState state = Story.begun().run();

        assertEquals(
                new RunState(
                        new RunState.Head(
                                Story.SESSION, Story.RUN, RunKind.TURN, "Renew the passport", null, null, Story.at(1)),
                        RunPhase.RUNNING,
                        null,
                        null,
                        List.of(),
                        TreePVector.empty(),
                        null,
                        TreePVector.empty(),
                        TreePVector.empty(),
                        null,
                        NOTHING,
                        OPEN,
                        1),
                state);
    }

    @Test
    void a_whole_turn_leads_to_the_whole_state() {
        RunEvent.RecordChanged created = new RunEvent.RecordChanged(
                RecordKind.TODO, new RecordId(new UUID(6, 1)), RecordChange.CREATED, 1, null, JsonObject.EMPTY);
        JsonObject result = JsonObject.EMPTY.with("id", "x");
        RunState state = Story.begun()
                .and(new RunEvent.AgentChosen(Story.AGENT, 0.9))
                .and(new RunEvent.ToolAsked(Story.CALL, Story.TOOL, JsonObject.EMPTY))
                .and(new RunEvent.ToolStarted(Story.CALL))
                .and(new RunEvent.ToolFinished(Story.CALL, true, List.of(new ContentPart.Text("ok")), result, null))
                .and(new RunEvent.TextDelta(0, "I add "))
                .and(new RunEvent.TextDelta(0, "it."))
                .and(Story.PROPOSED)
                .and(Story.ASKED)
                .and(Story.GIVEN)
                .and(new RunEvent.StepStarted(Story.PLAN, Story.STEP))
                .and(new RunEvent.AccessUsed(Story.ACCESS))
                .and(created)
                .and(new RunEvent.StepFinished(Story.PLAN, Story.STEP, result))
                .and(new RunEvent.StepSkipped(Story.PLAN, new StepId("step-2")))
                .and(new RunEvent.UsageReported(Story.usage("0.50")))
                .and(new RunEvent.Progress("Writing", 1, 2))
                .and(Story.FINISHED)
                .run();

        assertEquals(
                new RunState(
                        Story.begun().run().head(),
                        RunPhase.DONE,
                        Story.AGENT,
                        null,
                        List.of(new ContentPart.Text("I add it.")),
                        TreePVector.singleton(new ToolCallState(
                                Story.CALL,
                                Story.TOOL,
                                JsonObject.EMPTY,
                                ToolCallState.Phase.SUCCEEDED,
                                List.of(new ContentPart.Text("ok")),
                                result,
                                null)),
                        new PlanState(
                                Story.plan(1),
                                Story.APPROVAL,
                                Decision.GIVEN,
                                List.of(Story.STEP),
                                Map.of(
                                        Story.STEP,
                                        new StepState(StepStatus.DONE, result, null),
                                        new StepId("step-2"),
                                        new StepState(StepStatus.SKIPPED, null, null))),
                        TreePVector.empty(),
                        TreePVector.singleton(created),
                        null,
                        new RunState.Totals(10, 5, Costs.NONE.plus(Story.usage("0.50")), 1, 0),
                        new RunState.Outcome(Story.at(18), true, "Done", null),
                        18),
                state);
    }

    @Test
    void of_several_things_each_keeps_its_place_in_the_answer() {
        Intent first = new Intent("milk", Story.AGENT, 0.9);
        Intent second = new Intent("fly", null, 0.1);
        Story story = Story.begun()
                .and(new RunEvent.IntentsFound(List.of(first, second)))
                .and(new RunEvent.IntentBegun(0, 0));
        assertEquals(Story.AGENT, story.run().agent());

        RunState state = story.and(new RunEvent.PartWritten(0, new ContentPart.Text("ok")))
                .and(new RunEvent.IntentBegun(1, 1))
                .and(new RunEvent.PartWritten(1, new ContentPart.Text("no")))
                .and(new RunEvent.IntentBegun(1, 2))
                .run();

        assertEquals(new IntentsState(List.of(first, second), 1, List.of(0, 1)), state.intents());
        assertNull(state.agent());
    }

    @Test
    void nothing_begins_that_was_not_found() {
        Story story = Story.begun();
        RunEvent second = new RunEvent.IntentBegun(1, 0);

        assertThrows(IllegalStateException.class, () -> story.and(second));
        story.and(new RunEvent.IntentsFound(List.of(new Intent("milk", null, 0), new Intent("fly", null, 0))));
        assertThrows(IllegalStateException.class, () -> story.and(second));
    }

    @Test
    void a_run_begins_with_its_start_and_nothing_else() {
        assertThrows(IllegalStateException.class, () -> new Story().and(Story.FINISHED));
        assertThrows(
                IllegalStateException.class,
                () -> new Story().and(new RunEvent.LogLine(officina.api.event.LogLevel.INFO, "x")));
    }

    @Test
    void a_failed_run_says_why() {
        RunState state = Story.begun()
                .and(new RunEvent.Progress("Reading", 1, 2))
                .and(new RunEvent.RunFailed(Story.FAILURE))
                .run();

        assertEquals(new RunState.Outcome(Story.at(3), false, "It did not work.", Story.FAILURE), state.outcome());
        assertNull(state.progress());
    }

    @Test
    void a_cancelled_run_ends_without_success() {
        RunState state = Story.begun().and(new RunEvent.RunCancelled()).run();

        assertEquals(new RunState.Outcome(Story.at(2), false, null, null), state.outcome());
    }

    @Test
    void deltas_are_joined_part_by_part() {
        RunState state = Story.begun()
                .and(new RunEvent.TextDelta(0, "one"))
                .and(new RunEvent.TextDelta(1, "zwei"))
                .and(new RunEvent.TextDelta(0, ""))
                .and(new RunEvent.TextDelta(0, " two"))
                .and(new RunEvent.PartWritten(2, new ContentPart.Code("java", "x")))
                .run();

        assertEquals(
                List.of(
                        new ContentPart.Text("one two"),
                        new ContentPart.Text("zwei"),
                        new ContentPart.Code("java", "x")),
                state.response());
    }

    @Test
    void a_whole_part_replaces_its_deltas_and_a_delta_goes_on_after_it() {
        RunState state = Story.begun()
                .and(new RunEvent.TextDelta(0, "drft"))
                .and(new RunEvent.PartWritten(0, new ContentPart.Text("draft")))
                .and(new RunEvent.TextDelta(0, "."))
                .run();

        assertEquals(List.of(new ContentPart.Text("draft.")), state.response());
    }

    @Test
    void a_delta_replaces_what_is_no_text() {
        RunState state = Story.begun()
                .and(new RunEvent.PartWritten(0, new ContentPart.Code("", "x")))
                .and(new RunEvent.TextDelta(0, "text"))
                .run();

        assertEquals(List.of(new ContentPart.Text("text")), state.response());
    }

    @Test
    void a_part_cannot_be_left_out() {
        Story story = Story.begun();

        assertThrows(IllegalStateException.class, () -> story.and(new RunEvent.TextDelta(1, "x")));
        assertThrows(IllegalStateException.class, () -> story.and(new RunEvent.TextDelta(-1, "x")));
        assertThrows(
                IllegalStateException.class, () -> story.and(new RunEvent.PartWritten(1, new ContentPart.Text("x"))));
    }

    @Test
    void a_part_that_did_not_change_stays_the_same_object() {
        Story story = Story.begun().and(new RunEvent.TextDelta(0, "a")).and(new RunEvent.TextDelta(0, "b"));
        ContentPart before = story.run().parts().getFirst();

        story.and(new RunEvent.TextDelta(1, "c"));

        assertSame(before, story.run().parts().getFirst());
    }

    @Test
    void a_call_that_nobody_asked_for_cannot_start_or_finish() {
        Story story = Story.begun();

        assertThrows(IllegalStateException.class, () -> story.and(new RunEvent.ToolStarted(Story.CALL)));
        assertThrows(
                IllegalStateException.class,
                () -> story.and(new RunEvent.ToolFinished(Story.CALL, true, List.of(), null, null)));
    }

    @Test
    void calls_of_tools_run_side_by_side() {
        CallId second = new CallId(new UUID(5, 2));
        RunState state = Story.begun()
                .and(new RunEvent.ToolAsked(Story.CALL, Story.TOOL, JsonObject.EMPTY))
                .and(new RunEvent.ToolAsked(second, Story.TOOL, JsonObject.EMPTY))
                .and(new RunEvent.ToolStarted(Story.CALL))
                .and(new RunEvent.ToolStarted(second))
                .and(new RunEvent.ToolFinished(Story.CALL, false, List.of(), null, Story.FAILURE))
                .run();

        assertEquals(
                List.of(
                        new ToolCallState(
                                Story.CALL,
                                Story.TOOL,
                                JsonObject.EMPTY,
                                ToolCallState.Phase.FAILED,
                                List.of(),
                                null,
                                Story.FAILURE),
                        new ToolCallState(
                                second,
                                Story.TOOL,
                                JsonObject.EMPTY,
                                ToolCallState.Phase.STARTED,
                                List.of(),
                                null,
                                null)),
                state.tools());
    }

    @Test
    void steps_and_decisions_need_a_plan() {
        Story story = Story.begun();

        assertThrows(IllegalStateException.class, () -> story.and(new RunEvent.StepStarted(Story.PLAN, Story.STEP)));
        assertThrows(IllegalStateException.class, () -> story.and(Story.ASKED));
    }

    @Test
    void a_revision_keeps_the_question_for_approval_open() {
        RunState state = Story.begun()
                .and(Story.PROPOSED)
                .and(Story.ASKED)
                .and(new RunEvent.PlanProposed(Story.plan(2)))
                .run();

        assertEquals(new PlanState(Story.plan(2), Story.APPROVAL, Decision.OPEN, List.of(), Map.of()), state.plan());
    }

    @Test
    void of_two_decisions_about_one_plan_only_one_can_happen() {
        Story story = Story.begun().and(Story.PROPOSED).and(Story.ASKED).and(new RunEvent.PlanProposed(Story.plan(2)));

        assertThrows(IllegalStateException.class, () -> story.and(Story.GIVEN));
        assertThrows(IllegalStateException.class, () -> story.and(new RunEvent.PlanProposed(Story.plan(2))));
        assertThrows(
                IllegalStateException.class,
                () -> story.and(new RunEvent.ApprovalRefused(new ApprovalId(new UUID(9, 9)), null)));
    }

    @Test
    void a_plan_is_not_revised_after_the_decision() {
        Story story = Story.begun().and(Story.PROPOSED).and(Story.ASKED).and(Story.GIVEN);

        assertThrows(IllegalStateException.class, () -> story.and(new RunEvent.PlanProposed(Story.plan(2))));
    }

    @Test
    void another_plan_begins_anew() {
        PlanId other = new PlanId(new UUID(2, 2));
        RunState state = Story.begun()
                .and(Story.PROPOSED)
                .and(Story.ASKED)
                .and(Story.GIVEN)
                .and(new RunEvent.StepFinished(Story.PLAN, Story.STEP, JsonObject.EMPTY))
                .and(new RunEvent.PlanProposed(Story.plan(other, 1)))
                .run();

        assertEquals(new PlanState(Story.plan(other, 1), null, Decision.NOT_ASKED, List.of(), Map.of()), state.plan());
    }

    @Test
    void a_failed_step_says_why_and_the_others_are_pending() {
        PlanState plan = java.util.Objects.requireNonNull(Story.begun()
                .and(Story.PROPOSED)
                .and(new RunEvent.StepStarted(Story.PLAN, Story.STEP))
                .and(new RunEvent.StepFailed(Story.PLAN, Story.STEP, Story.FAILURE))
                .run()
                .plan());

        assertEquals(new StepState(StepStatus.FAILED, null, Story.FAILURE), plan.step(Story.STEP));
        assertEquals(StepState.PENDING, plan.step(new StepId("step-2")));
        assertEquals(1, plan.count(StepStatus.PENDING));
    }

    @Test
    void a_question_waits_for_its_own_answer() {
        Story story = Story.begun().and(Story.QUESTIONED);
        assertEquals(
                new QuestionState(Story.QUESTION, "When?", List.of("Today"), null),
                story.run().openQuestion());

        assertThrows(
                IllegalStateException.class,
                () -> story.and(new RunEvent.QuestionAnswered(new QuestionId(new UUID(9, 9)), "Never")));
        story.and(Story.ANSWERED);

        assertNull(story.run().openQuestion());
        assertEquals(
                List.of(new QuestionState(Story.QUESTION, "When?", List.of("Today"), "Today")),
                story.run().questions());
    }

    @Test
    void what_was_used_adds_up() {
        RunState state = Story.begun()
                .and(new RunEvent.UsageReported(Story.usage("0.50")))
                .and(new RunEvent.UsageReported(Story.usage("0.125")))
                .and(new RunEvent.AccessUsed(Story.ACCESS))
                .and(new RunEvent.AccessDenied(Story.ACCESS))
                .and(new RunEvent.AccessDenied(Story.ACCESS))
                .run();

        assertEquals(new RunState.Totals(20, 10, Costs.NONE.plus(Story.usage("0.625")), 1, 2), state.totals());
    }

    @Test
    void what_only_tells_leaves_the_state_as_it_was() {
        RunState before = Story.begun().run();
        for (RunEvent event : List.of(
                new RunEvent.Reasoning("hm"),
                new RunEvent.LogLine(officina.api.event.LogLevel.INFO, "x"),
                new RunEvent.FileChanged("/a", RecordChange.CREATED),
                new RunEvent.KeysChanged(officina.api.event.KeyChange.RECOVERED),
                new RunEvent.NotificationSent("a", "b"),
                new RunEvent.ChildRun(new RunId(new UUID(1, 9)), RunKind.TURN),
                new RunEvent.Unknown("run.teleported", JsonObject.EMPTY, true))) {
            RunState after = Story.begun().and(event).run();

            assertEquals(2, after.lastSeq());
            assertEquals(before.phase(), after.phase());
            assertEquals(before.parts(), after.parts());
            assertEquals(before.totals(), after.totals());
            assertEquals(before.outcome(), after.outcome());
        }
    }

    @Test
    void an_unknown_event_that_may_not_be_passed_over_stops_the_replay() {
        Story story = Story.begun();

        assertThrows(
                IllegalStateException.class,
                () -> story.and(new RunEvent.Unknown("run.teleported", JsonObject.EMPTY, false)));
    }
}
