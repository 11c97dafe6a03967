// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.plan.PlanStep;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.Offer;
import officina.conversation.ui.model.Transcript;
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.engine.Runs;
import officina.ui.base.PaneSite;
import officina.ui.base.Views;

/** Does what the transcript offers. */
final class OfferTaker {

    private final PaneSite site;
    private final Consumer<Failure> failed;
    private final Consumer<RunState> repeat;
    private final Consumer<RunState> correct;
    private final Consumer<CallId> showTool;

    /** @param showTool shows a call of a tool in full, or no longer */
    OfferTaker(
            PaneSite site,
            Consumer<Failure> failed,
            Consumer<RunState> repeat,
            Consumer<RunState> correct,
            Consumer<CallId> showTool) {
        this.site = site;
        this.failed = failed;
        this.repeat = repeat;
        this.correct = correct;
        this.showTool = showTool;
    }

    void take(Offer.Act act, Transcript transcript) {
        RunState run = transcript.run(act.run());
        if (run == null) {
            return;
        }
        switch (act) {
            case Offer.Cancel(RunId id) -> cancel(id);
            case Offer.Resume(RunId id) -> run(runs -> runs.resume(id));
            case Offer.Repeat _ -> repeat.accept(run);
            case Offer.Correct _ -> correct.accept(run);
            case Offer.Undo(RunId id) -> run(runs -> runs.undo(id));
            case Offer.ShowPlan(RunId id) -> showPlan(run, id);
            case Offer.ShowTool(RunId _, CallId call) -> showTool.accept(call);
            case Offer.ApproveAll(RunId id) -> approve(run, id);
            case Offer.Refuse(RunId id) -> refuse(run, id);
            case Offer.Answer(RunId id, var question, String text) -> run(runs -> runs.answer(id, question, text));
        }
    }

    /** Goes on with what was interrupted last in that session. */
    void resumeNewest(SessionId session) {
        run(runs -> runs.list(new RunQuery(session, Set.of(RunPhase.INTERRUPTED), 1))
                .forEach(each -> runs.resume(each.id())));
    }

    void cancel(RunId id) {
        run(runs -> runs.cancel(id));
    }

    private void showPlan(RunState run, RunId id) {
        site.kit().current().open(run.head().session(), id);
        site.kit().views().show(Views.PLAN);
    }

    private void approve(RunState run, RunId id) {
        PlanState plan = run.plan();
        ApprovalId approval = plan == null ? null : plan.approval();
        if (plan != null && approval != null) {
            int revision = plan.plan().revision();
            List<StepId> steps = plan.plan().steps().stream().map(PlanStep::id).toList();
            run(runs -> runs.approve(id, approval, revision, steps));
        }
    }

    private void refuse(RunState run, RunId id) {
        PlanState plan = run.plan();
        ApprovalId approval = plan == null ? null : plan.approval();
        if (approval != null) {
            run(runs -> runs.refuse(id, approval, Words.REFUSED_BY_PERSON.text()));
        }
    }

    private void run(Consumer<Runs> work) {
        site.call(
                engine -> {
                    work.accept(engine.runs());
                    return true;
                },
                _ -> {},
                failed);
    }
}
