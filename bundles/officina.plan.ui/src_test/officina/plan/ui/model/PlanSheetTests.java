// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.plan.ExecutionPlan;
import org.junit.jupiter.api.Test;

class PlanSheetTests {

    private static final RunId FIRST = Story.run(1);
    private static final RunId SECOND = Story.run(2);
    private static final RunId THIRD = Story.run(3);

    private final Story story = new Story(1);
    private final ExecutionPlan plan = Story.plan(Story.CREATE, Story.NOTIFY);

    private PlanSheet sheet() {
        return Objects.requireNonNull(PlanSheet.of(story.state(), null));
    }

    private Standing standing() {
        return sheet().standing();
    }

    @Test
    void a_session_without_a_plan_has_no_sheet() {
        story.starts(FIRST);
        assertNull(PlanSheet.of(story.state(), null));
    }

    @Test
    void the_newest_plan_is_shown_unless_another_is_wanted() {
        story.proposes(FIRST, plan).runs(FIRST, plan).starts(SECOND).happens(SECOND, new RunEvent.RunCancelled());
        story.proposes(THIRD, plan);
        assertEquals(THIRD, sheet().id());
        assertEquals(2, sheet().number());
        assertEquals(
                FIRST,
                Objects.requireNonNull(PlanSheet.of(story.state(), FIRST)).id());
        assertEquals(
                THIRD,
                Objects.requireNonNull(PlanSheet.of(story.state(), SECOND)).id());
    }

    @Test
    void neighbours_are_the_plans_before_and_after() {
        story.proposes(FIRST, plan).runs(FIRST, plan).proposes(SECOND, plan);
        assertEquals(FIRST, PlanSheet.neighbour(story.state(), sheet(), -1));
        assertNull(PlanSheet.neighbour(story.state(), sheet(), 1));
    }

    @Test
    void a_proposed_plan_waits_for_the_person() {
        story.proposes(FIRST, plan);
        assertEquals(Standing.WAITING, standing());
        assertTrue(sheet().decidable());
        assertFalse(sheet().undoable());
    }

    @Test
    void a_finished_plan_can_be_taken_back_when_it_changed_something() {
        story.proposes(FIRST, plan).runs(FIRST, plan);
        assertEquals(Standing.DONE, standing());
        assertTrue(sheet().undoable());
        assertEquals(FIRST, sheet().lastLink());
    }

    @Test
    void what_was_taken_back_can_be_done_again() {
        story.proposes(FIRST, plan).runs(FIRST, plan).undoes(SECOND, FIRST);
        assertEquals(Standing.UNDONE, standing());
        assertFalse(sheet().undoable());
        assertTrue(sheet().redoable());
        assertEquals(SECOND, sheet().lastLink());
    }

    @Test
    void what_was_done_again_stands_as_before() {
        story.proposes(FIRST, plan).runs(FIRST, plan).undoes(SECOND, FIRST).undoes(THIRD, SECOND);
        assertEquals(Standing.DONE, standing());
        assertTrue(sheet().undoable());
        assertEquals(THIRD, sheet().lastLink());
    }

    @Test
    void a_refused_plan_ends_refused_and_not_done() {
        story.proposes(FIRST, plan)
                .happens(FIRST, new RunEvent.ApprovalRefused(Story.APPROVAL, null))
                .happens(FIRST, new RunEvent.RunFinished(true, null));
        assertEquals(Standing.REFUSED, standing());
    }

    @Test
    void a_plan_that_ended_before_all_was_done_has_failed() {
        story.proposes(FIRST, plan)
                .happens(
                        FIRST,
                        new RunEvent.ApprovalGiven(
                                Story.APPROVAL, 1, PlanDraft.of(plan).included()))
                .happens(
                        FIRST,
                        new RunEvent.RunFailed(Failure.of("record.missing", ErrorKind.USER, "It is gone.", null)));
        assertEquals(Standing.FAILED, standing());
    }

    @Test
    void an_interrupted_plan_says_so() {
        story.proposes(FIRST, plan)
                .happens(
                        FIRST,
                        new RunEvent.ApprovalGiven(
                                Story.APPROVAL, 1, PlanDraft.of(plan).included()))
                .happens(FIRST, new RunEvent.RunInterrupted());
        assertEquals(Standing.INTERRUPTED, standing());
        assertTrue(standing().open());
    }

    @Test
    void progress_counts_the_steps_that_are_behind_it() {
        story.proposes(FIRST, plan)
                .happens(
                        FIRST,
                        new RunEvent.ApprovalGiven(
                                Story.APPROVAL, 1, PlanDraft.of(plan).included()))
                .happens(FIRST, new RunEvent.StepStarted(plan.id(), Story.CREATE.id()));
        assertEquals(0, sheet().settled());
        story.happens(FIRST, new RunEvent.StepSkipped(plan.id(), Story.CREATE.id()));
        assertEquals(1, sheet().settled());
    }
}
