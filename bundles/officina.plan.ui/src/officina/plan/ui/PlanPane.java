// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.id.RunId;
import officina.api.id.StepId;
import officina.api.language.EntityExtractor;
import officina.api.plan.PlanStep;
import officina.engine.Engine;
import officina.plan.ui.model.FieldText;
import officina.plan.ui.model.PlanBoard;
import officina.plan.ui.model.PlanDraft;
import officina.plan.ui.model.PlanSheet;
import officina.plan.ui.model.StepEditing;
import officina.plan.ui.model.StepForm;
import officina.plan.ui.model.Words;
import officina.ui.base.Coalesced;
import officina.ui.base.CurrentSession;
import officina.ui.base.DayInput;
import officina.ui.base.Following;
import officina.ui.base.Icon;
import officina.ui.base.NoticeLine;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PaneStack;
import officina.ui.base.Space;
import officina.ui.base.Views;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** The content of the plan view. */
public final class PlanPane implements Pane {

    private final PaneSite site;
    private final FieldText texts;
    private final PlanBoard board;
    private final PaneStack stack;
    private final PlanHeader header;
    private final StepList steps;
    private final PlanFooter footer;
    private final NoticeLine notices;
    private final Decisions decisions = new Decisions();
    private PlanBoard.View view = PlanBoard.View.NOTHING;
    private @Nullable PlanDraft draft;
    private boolean editing;
    /** What the content before this one left of a rejection; {@code null} once the plan is there. */
    private @Nullable Rejecting rejecting;

    /** A rejection whose reason is being typed. */
    private record Rejecting(RunId run, String reason) {}

    /** What goes on where another engine takes over. */
    private record Left(@Nullable PlanDraft draft, @Nullable Rejecting rejecting) {}

    /** Without an extractor, days are typed as dates. */
    public PlanPane(PaneSite site, Engine engine, @Nullable EntityExtractor extractor) {
        this.site = site;
        texts = new FieldText(site.kit().dates(), new DayInput(extractor));
        board = board(engine);
        site.parent().setLayout(new FillLayout());
        stack = new PaneStack(site.parent(), site.kit());
        Composite content = stack.content();
        GridLayoutFactory.fillDefaults()
                .margins(Space.M, Space.M)
                .spacing(0, Space.M)
                .applyTo(content);
        header = new PlanHeader(content, site, board::turn, this::openConversation);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header.control());
        steps = new StepList(content, site, texts, new Steps());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(steps.control());
        notices = new NoticeLine(content, site);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notices.control());
        notices.control().setVisible(false);
        footer = new PlanFooter(content, site, decisions);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(footer.control());
        stack.showLoading(Words.LOADING.text());
        Left left = site.remembered(Left.class);
        if (left != null) {
            draft = left.draft();
            rejecting = left.rejecting();
        }
        follow(site.kit().current());
    }

    @Override
    public void focus() {
        if (stack.showsContent()) {
            steps.focus();
        } else {
            stack.setFocus();
        }
    }

    /** Which steps were taken out, and the reason of a rejection that was not sent. */
    @Override
    public Object remember() {
        PlanSheet sheet = view.sheet();
        String reason = footer.typedReason();
        return new Left(draft, sheet == null || reason == null ? rejecting : new Rejecting(sheet.id(), reason));
    }

    /** Lets the chosen steps run, where a plan waits for that. */
    public void approve() {
        decisions.approve();
    }

    /** Asks why, then rejects the plan, where one waits for the person. */
    public void reject() {
        PlanSheet sheet = view.sheet();
        if (sheet != null && sheet.decidable()) {
            footer.askReason();
        }
    }

    /** Takes back what the plan did, or does it again, where that is possible. */
    public void turnAround() {
        PlanSheet sheet = view.sheet();
        if (sheet != null && (sheet.undoable() || sheet.redoable())) {
            decisions.turnAround();
        }
    }

    private void follow(CurrentSession current) {
        Runnable turn = () -> board.show(current.session(), current.run());
        site.owned().own(current.onChange(() -> site.guard(turn)));
        turn.run();
    }

    private PlanBoard board(Engine engine) {
        Executor worker = site.worker("plan-view");
        Coalesced<PlanBoard.View> views = site.coalesced(this::show);
        PlanBoard made = new PlanBoard(engine, worker, new PlanBoard.Listener() {
            @Override
            public void shown(PlanBoard.View next) {
                views.set(next);
            }

            @Override
            public void refused(Failure failure) {
                site.post(() -> object(failure));
            }

            @Override
            public void editRefused(StepId step, Failure failure) {
                site.post(() -> editRefusedNow(step, failure));
            }

            @Override
            public void failed(Failure failure) {
                site.post(() -> stack.showFailing(failure, board::reload));
            }
        });
        site.owned().own(Following.of(made));
        return made;
    }

    // --- showing ---

    private void show(PlanBoard.View next) {
        PlanSheet before = view.sheet();
        PlanSheet sheet = next.sheet();
        view = next;
        if (sheet == null) {
            draft = null;
            PaneAction open = new PaneAction(
                    Words.CONVERSATION.text(), () -> site.kit().views().show(Views.CONVERSATION));
            stack.showEmpty(Icon.PLAN, Words.EMPTY_TITLE.text(), Words.EMPTY_TEXT.text(), open);
            return;
        }
        if (before == null
                || before.standing() != sheet.standing()
                || !before.id().equals(sheet.id())) {
            tell("");
        }
        draft = draft == null ? PlanDraft.of(sheet.plan()) : draft.on(sheet.plan());
        boolean waited = before == null && hasKeyboard();
        stack.showContent();
        paint(sheet);
        if (waited) {
            steps.focus();
        }
        Rejecting begun = rejecting;
        rejecting = null;
        if (begun != null && begun.run().equals(sheet.id()) && sheet.decidable()) {
            footer.askAgain(begun.reason(), waited);
        }
    }

    private boolean hasKeyboard() {
        Composite parent = site.parent();
        for (Control each = parent.getDisplay().getFocusControl(); each != null; each = each.getParent()) {
            if (each == parent) {
                return true;
            }
        }
        return false;
    }

    private void paint(PlanSheet sheet) {
        PlanDraft decided = draft;
        if (decided != null) {
            header.show(sheet);
            footer.show(sheet, decided, editing);
            steps.show(view, sheet, decided);
        }
    }

    private void object(Failure failure) {
        tell(failure.told());
    }

    private void tell(String problem) {
        if (problem.isEmpty()) {
            notices.clear();
        } else {
            notices.object(problem);
        }
        ((GridData) notices.control().getLayoutData()).exclude = problem.isEmpty();
        notices.control().setVisible(!problem.isEmpty());
        notices.control().getParent().layout(true, true);
    }

    private void editRefusedNow(StepId step, Failure failure) {
        StepCard card = steps.card(step);
        if (card != null && card.editing()) {
            card.refused(failure.message());
        } else {
            object(failure);
        }
    }

    private void openConversation() {
        PlanSheet sheet = view.sheet();
        if (sheet != null) {
            site.kit().current().open(sheet.session(), sheet.id());
        }
        site.kit().views().show(Views.CONVERSATION);
    }

    // --- deciding ---

    private void decide(PlanDraft next) {
        draft = next;
        PlanSheet sheet = view.sheet();
        if (sheet != null) {
            paint(sheet);
        }
    }

    private void save(StepCard card, Map<String, String> typed) {
        PlanSheet sheet = view.sheet();
        PlanDraft decided = draft;
        if (sheet == null || decided == null) {
            return;
        }
        switch (new StepEditing(texts, view.names()).read(StepForm.of(card.step()), typed)) {
            case StepEditing.Result.Same _ -> card.cancelEditing();
            case StepEditing.Result.Wrong(Map<String, String> problems) -> card.wrong(problems);
            case StepEditing.Result.Edited(PlanStep edited) -> {
                card.saving();
                board.revise(sheet, edited.id(), decided.revised(edited));
            }
        }
    }

    /** What the steps ask. */
    private final class Steps implements StepList.Owner {

        @Override
        public void toggled(PlanStep step) {
            PlanSheet sheet = view.sheet();
            if (draft != null && sheet != null && sheet.decidable()) {
                decide(draft.toggled(step.id()));
            }
        }

        @Override
        public void edited(StepCard card, Map<String, String> typed) {
            save(card, typed);
        }

        @Override
        public void editing(boolean now) {
            editing = now;
            PlanSheet sheet = view.sheet();
            if (draft != null && sheet != null) {
                footer.show(sheet, draft, editing);
            }
        }

        @Override
        public void approve() {
            decisions.approve();
        }
    }

    /** What the buttons ask. */
    private final class Decisions implements PlanFooter.Owner {

        @Override
        public void approve() {
            PlanSheet sheet = view.sheet();
            PlanDraft decided = draft;
            if (sheet == null || decided == null || editing || !sheet.decidable()) {
                return;
            }
            if (!decided.included().isEmpty()) {
                board.approve(sheet, decided.included());
            }
        }

        @Override
        public void reject(String reason) {
            withSheet(sheet -> board.refuse(sheet, reason));
        }

        @Override
        public void all(boolean included) {
            if (draft != null) {
                decide(draft.all(included));
            }
        }

        @Override
        public void resume() {
            withSheet(board::resume);
        }

        @Override
        public void cancel() {
            withSheet(board::cancel);
        }

        @Override
        public void turnAround() {
            withSheet(board::turnAround);
        }

        @Override
        public void openConversation() {
            PlanPane.this.openConversation();
        }

        private void withSheet(Consumer<PlanSheet> decision) {
            PlanSheet sheet = view.sheet();
            if (sheet != null) {
                decision.accept(sheet);
            }
        }
    }
}
