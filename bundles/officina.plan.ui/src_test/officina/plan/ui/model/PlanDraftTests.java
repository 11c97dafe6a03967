// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import officina.api.id.PlanId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import org.junit.jupiter.api.Test;

class PlanDraftTests {

    private static final StepId FIRST = new StepId("step-1");
    private static final StepId SECOND = new StepId("step-2");
    private static final StepId THIRD = new StepId("step-3");
    private static final StepId FOURTH = new StepId("step-4");

    private final ExecutionPlan plan = Story.plan(Story.CREATE, Story.UPDATE, Story.NOTIFY, Story.ASK);
    private final PlanDraft draft = PlanDraft.of(plan);

    @Test
    void everything_shall_run_at_first() {
        assertEquals(List.of(FIRST, SECOND, THIRD, FOURTH), draft.included());
    }

    @Test
    void a_step_is_taken_out_with_everything_that_builds_on_it() {
        assertEquals(List.of(SECOND), draft.toggled(FIRST).included());
    }

    @Test
    void a_step_is_taken_in_again_with_everything_it_builds_on() {
        assertEquals(
                List.of(FIRST, SECOND, THIRD, FOURTH),
                draft.toggled(FIRST).toggled(FOURTH).included());
        assertEquals(List.of(FIRST, SECOND), draft.toggled(FIRST).toggled(FIRST).included());
    }

    @Test
    void a_step_nobody_needs_goes_alone() {
        assertEquals(Set.of(SECOND), draft.toggled(SECOND).excluded());
    }

    @Test
    void all_can_be_taken_out_and_in() {
        assertEquals(List.of(), draft.all(false).included());
        assertEquals(draft, draft.all(false).all(true));
    }

    @Test
    void decisions_hold_for_the_next_revision_as_far_as_steps_are_still_there() {
        ExecutionPlan next =
                new ExecutionPlan(plan.id(), 2, plan.title(), plan.author(), List.of(Story.CREATE, Story.UPDATE));
        assertEquals(
                new PlanDraft(next, Set.of(SECOND)),
                draft.toggled(SECOND).toggled(FOURTH).on(next));
    }

    @Test
    void decisions_do_not_hold_for_another_plan() {
        ExecutionPlan other = new ExecutionPlan(new PlanId(new UUID(3, 4)), 1, "Other", plan.author(), plan.steps());
        assertEquals(PlanDraft.of(other), draft.toggled(SECOND).on(other));
    }

    @Test
    void an_edited_step_makes_the_next_revision() {
        ExecutionPlan revised = draft.revised(Story.CREATE);
        assertEquals(2, revised.revision());
        assertEquals(plan.steps(), revised.steps());
        assertFalse(revised.equals(plan));
    }
}
