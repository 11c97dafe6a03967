// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import officina.api.id.RunId;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.StepState;
import officina.ui.base.Icon;

/** What a run puts before the person: its plan and its questions. */
final class DecisionRows {

    /** Steps that a card shows; the plan's own view shows all. */
    static final int MOST_STEPS = 8;

    private final RunState run;
    private final RunId id;
    private final List<Row> rows = new ArrayList<>();

    DecisionRows(RunState run) {
        this.run = run;
        id = run.head().run();
    }

    List<Row> rows() {
        run.questions().stream().filter(each -> each.answer() != null).forEach(each -> rows.add(question(each)));
        PlanState plan = run.plan();
        if (plan != null) {
            rows.add(plan(plan));
        }
        run.questions().stream().filter(each -> each.answer() == null).forEach(each -> rows.add(question(each)));
        return rows;
    }

    private Row plan(PlanState plan) {
        List<Row.Line> lines = new ArrayList<>();
        // what was done whole, the answer says
        boolean told = run.phase() == RunPhase.DONE
                && plan.count(StepStatus.DONE) == plan.plan().steps().size();
        for (PlanStep step : told ? List.<PlanStep>of() : plan.plan().steps()) {
            if (lines.size() == MOST_STEPS) {
                int more = plan.plan().steps().size() - MOST_STEPS;
                lines.add(new Row.Line(Icon.MORE, Tone.QUIET, Words.MORE_STEPS.text(more)));
                break;
            }
            lines.add(step(step, plan.step(step.id())));
        }
        boolean asks = plan.decision() == PlanState.Decision.OPEN && run.phase() == RunPhase.AWAITING_APPROVAL;
        List<Offer> offers = asks
                ? List.of(
                        new Offer(Words.APPROVE.text(), new Offer.ApproveAll(id), true),
                        new Offer(Words.REVIEW.text(), new Offer.ShowPlan(id), false),
                        new Offer(Words.REFUSE.text(), new Offer.Refuse(id), false))
                : List.of(new Offer(Words.OPEN_PLAN.text(), new Offer.ShowPlan(id), false));
        return new Row.Card(
                Place.of(Voice.AGENT, Gap.PARAGRAPH),
                Icon.PLAN,
                asks ? Tone.ASKING : Tone.QUIET,
                heading(plan, asks),
                lines,
                offers);
    }

    private static String heading(PlanState plan, boolean asks) {
        List<PlanStep> steps = plan.plan().steps();
        // a plan of one step is often called as that step is, which stands right below
        boolean repeated =
                steps.size() == 1 && steps.getFirst().title().equals(plan.plan().title());
        String title = repeated ? Words.PLAN.text() : plan.plan().title();
        if (asks) {
            return repeated ? title : Words.PLAN_ASKS.text(title);
        }
        if (plan.decision() == PlanState.Decision.REFUSED) {
            return Words.PLAN_REFUSED.text(title);
        }
        return Words.PLAN_STANDS.text(
                title, plan.count(StepStatus.DONE), plan.plan().steps().size());
    }

    private static Row.Line step(PlanStep step, StepState state) {
        return switch (state.status()) {
            case PENDING -> new Row.Line(Icon.CIRCLE, Tone.QUIET, step.title());
            case RUNNING -> new Row.Line(Icon.LOADING, Tone.WORKING, step.title());
            case DONE -> new Row.Line(Icon.CHECK_CIRCLE, Tone.GOOD, step.title());
            case SKIPPED -> new Row.Line(Icon.SKIP, Tone.QUIET, Words.STEP_SKIPPED.text(step.title()));
            case FAILED ->
                new Row.Line(
                        Icon.ERROR, Tone.BAD, Words.STEP_FAILED.text(step.title(), Labels.failure(state.failure())));
        };
    }

    private Row question(QuestionState question) {
        String answer = question.answer();
        boolean open = answer == null && run.phase() == RunPhase.AWAITING_ANSWER;
        List<Row.Line> lines = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        if (answer != null) {
            lines.add(new Row.Line(Icon.USER, Tone.QUIET, answer));
        } else if (open && question.options().isEmpty()) {
            lines.add(new Row.Line(Icon.KEYBOARD, Tone.QUIET, Words.TYPE_ANSWER.text()));
        } else if (open) {
            question.options()
                    .forEach(option -> offers.add(
                            new Offer(option, new Offer.Answer(id, question.id(), option), offers.isEmpty())));
        }
        return new Row.Card(
                Place.of(Voice.AGENT, Gap.PARAGRAPH),
                Icon.QUESTION,
                open ? Tone.ASKING : Tone.QUIET,
                question.text(),
                lines,
                offers);
    }
}
