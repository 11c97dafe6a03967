// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import org.junit.jupiter.api.Test;

class PlanBoardTests {

    private static final RunId FIRST = Story.run(1);
    private static final RunId SECOND = Story.run(2);

    private static final class Recorder implements PlanBoard.Listener {
        final List<PlanBoard.View> views = new ArrayList<>();
        final List<Failure> refusals = new ArrayList<>();
        final List<StepId> editRefusals = new ArrayList<>();
        final List<Failure> failures = new ArrayList<>();

        @Override
        public void shown(PlanBoard.View view) {
            views.add(view);
        }

        @Override
        public void refused(Failure failure) {
            refusals.add(failure);
        }

        @Override
        public void editRefused(StepId step, Failure failure) {
            editRefusals.add(step);
        }

        @Override
        public void failed(Failure failure) {
            failures.add(failure);
        }

        PlanSheet sheet() {
            return Objects.requireNonNull(views.getLast().sheet());
        }
    }

    private final Story story = new Story(1);
    private final FakeServices services = new FakeServices(story);
    private final Recorder shown = new Recorder();
    private final PlanBoard board = new PlanBoard(services.engine(), Runnable::run, shown);
    private final ExecutionPlan plan = Story.plan(Story.CREATE, Story.UPDATE);

    @Test
    void it_shows_the_plan_of_the_selected_session() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        assertEquals(FIRST, shown.sheet().id());
    }

    @Test
    void without_a_selection_it_shows_the_newest_plan_that_is_open() {
        story.proposes(FIRST, plan);
        board.show(null, null);
        assertEquals(FIRST, shown.sheet().id());
    }

    @Test
    void without_a_selection_a_plan_that_is_over_is_not_shown() {
        story.proposes(FIRST, plan).runs(FIRST, plan);
        board.show(null, null);
        assertNull(shown.views.getLast().sheet());
    }

    @Test
    void a_session_without_a_plan_shows_nothing() {
        story.starts(FIRST);
        board.show(story.session, null);
        assertNull(shown.views.getLast().sheet());
    }

    @Test
    void it_follows_the_events_of_the_session() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        services.happens(FIRST, new RunEvent.ApprovalGiven(Story.APPROVAL, 1, List.of(Story.CREATE.id())));
        assertEquals(Standing.RUNNING, shown.sheet().standing());
    }

    @Test
    void it_leaves_the_session_when_another_is_selected() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        board.show(new Story(2).session, null);
        assertEquals(0, services.listeners.size() - 1);
        services.happens(FIRST, new RunEvent.RunCancelled());
        assertNull(shown.views.getLast().sheet());
    }

    @Test
    void it_turns_to_the_plan_before_and_back() {
        story.proposes(FIRST, plan).runs(FIRST, plan).proposes(SECOND, plan);
        board.show(story.session, null);
        board.turn(-1);
        assertEquals(FIRST, shown.sheet().id());
        board.turn(1);
        assertEquals(SECOND, shown.sheet().id());
    }

    @Test
    void to_dos_the_plan_speaks_of_are_known_by_their_titles() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        assertEquals(
                Map.of(Story.PASSPORT.toString(), "Renew the passport"),
                shown.views.getLast().names());
    }

    @Test
    void decisions_name_the_revision_that_was_shown() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        board.approve(shown.sheet(), List.of(Story.CREATE.id()));
        board.refuse(shown.sheet(), "not now");
        board.cancel(shown.sheet());
        board.resume(shown.sheet());
        board.turnAround(shown.sheet());
        assertEquals(
                List.of("approve 1 [step-1]", "refuse not now", "cancel", "resume", "undo " + FIRST), services.did);
    }

    @Test
    void a_decision_that_came_too_late_is_told() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        services.refusing = Failure.of("plan.stale", ErrorKind.USER, "The plan has changed.", "Look at it again.");
        board.approve(shown.sheet(), List.of());
        assertEquals("plan.stale", shown.refusals.getFirst().code());
    }

    @Test
    void an_edit_that_is_not_accepted_is_told_at_its_step() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        services.refusing = Failure.of("plan.invalid", ErrorKind.USER, "The plan cannot run.", null);
        board.revise(shown.sheet(), Story.CREATE.id(), plan);
        assertEquals(List.of(Story.CREATE.id()), shown.editRefusals);
    }

    @Test
    void a_session_that_cannot_be_read_is_told_and_read_again() {
        story.proposes(FIRST, plan);
        services.unreadable = Failure.of("journal.io", ErrorKind.RESOURCE, "The disk does not answer.", null);
        board.show(story.session, null);
        assertEquals("journal.io", shown.failures.getFirst().code());
        services.unreadable = null;
        board.reload();
        assertNotNull(shown.views.getLast().sheet());
    }

    @Test
    void after_closing_nothing_is_shown_any_more() {
        story.proposes(FIRST, plan);
        board.show(story.session, null);
        board.close();
        services.happens(FIRST, new RunEvent.RunCancelled());
        assertEquals(1, shown.views.size());
        assertEquals(List.of(), services.listeners);
    }
}
