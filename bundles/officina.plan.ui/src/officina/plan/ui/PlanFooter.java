// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import officina.plan.ui.model.PlanDraft;
import officina.plan.ui.model.PlanSheet;
import officina.plan.ui.model.PlanText;
import officina.plan.ui.model.Standing;
import officina.plan.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** What the person may do with the plan as a whole. */
final class PlanFooter {

    /** What the footer asks of the view it is in. */
    interface Owner {

        void approve();

        void reject(String reason);

        void all(boolean included);

        void resume();

        void cancel();

        void turnAround();

        void openConversation();
    }

    private final PaneSite site;
    private final UiKit kit;
    private final Owner owner;
    private final Composite footer;
    private final Composite buttons;
    private final FlatButton approve;
    private final FlatButton reject;
    private final FlatButton all;
    private final FlatButton resume;
    private final FlatButton cancel;
    private final FlatButton undo;
    private final FlatButton redo;
    private final FlatButton answer;
    private final Composite rejecting;
    private final Field reason;
    private boolean askingReason;
    private boolean everythingIn = true;

    PlanFooter(Composite parent, PaneSite site, Owner owner) {
        this.site = site;
        kit = site.kit();
        this.owner = owner;
        footer = new Composite(parent, SWT.NONE);
        kit.theme().paint(footer, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(footer);
        buttons = row(footer);
        approve = button(FlatButton.Look.PRIMARY, Icon.CHECK, "", owner::approve);
        resume = button(FlatButton.Look.PRIMARY, Icon.PLAY, Words.RESUME.text(), owner::resume);
        answer = button(FlatButton.Look.PRIMARY, Icon.MESSAGE, Words.CONVERSATION.text(), owner::openConversation);
        reject = button(FlatButton.Look.PLAIN, Icon.CLOSE, Words.REJECT.text(), () -> ask(true));
        cancel = button(FlatButton.Look.PLAIN, Icon.CANCELLED, Words.CANCEL.text(), owner::cancel);
        undo = button(FlatButton.Look.PLAIN, Icon.UNDO, Words.UNDO.text(), owner::turnAround);
        redo = button(FlatButton.Look.PLAIN, Icon.REDO, Words.REDO.text(), owner::turnAround);
        all = button(FlatButton.Look.QUIET, null, Words.ALL_OUT.text(), () -> owner.all(!everythingIn));
        approve.setToolTipText(Words.APPROVE_WHY.text());
        reject.setToolTipText(Words.REJECT_ALL.text());
        undo.setToolTipText(Words.UNDO_WHY.text());
        rejecting = new Composite(footer, SWT.NONE);
        kit.theme().paint(rejecting, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, Space.XS).applyTo(rejecting);
        Label why = new Label(rejecting, SWT.WRAP);
        why.setText(Words.REJECT_WHY.text());
        why.setFont(kit.theme().font(Type.SMALL));
        kit.theme().paint(why, Shade.SURFACE, Shade.MUTED);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(why);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(rejecting);
        rejecting.setVisible(false);
        reason = new Field(rejecting, kit, SWT.SINGLE, Shade.SURFACE)
                .hint(Words.REJECT_HINT.text())
                .named(Words.REJECT_WHY.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(reason);
        reason.text().addListener(SWT.KeyDown, site.guarded(this::reasonKey));
        Composite decision = row(rejecting);
        add(decision, FlatButton.Look.PRIMARY, Icon.CLOSE, Words.REJECT_NOW.text(), this::rejectNow);
        add(decision, FlatButton.Look.QUIET, null, Words.REJECT_KEEP.text(), () -> ask(false));
    }

    Control control() {
        return footer;
    }

    /** Shows what may be done now. While a step is edited the plan cannot be approved: it is about to be another. */
    void show(PlanSheet sheet, PlanDraft draft, boolean editing) {
        boolean waits = sheet.decidable();
        if (!waits && askingReason) {
            ask(false);
        }
        everythingIn = draft.excluded().isEmpty();
        approve.text(PlanText.approve(draft));
        approve.setEnabled(!editing && !draft.included().isEmpty());
        approve.setToolTipText((editing ? Words.EDIT_FIRST : Words.APPROVE_WHY).text());
        all.text((everythingIn ? Words.ALL_OUT : Words.ALL_IN).text());
        visible(approve, waits);
        visible(reject, waits);
        visible(all, waits && sheet.plan().steps().size() > 1);
        visible(resume, sheet.standing() == Standing.INTERRUPTED);
        visible(answer, sheet.standing() == Standing.ASKING);
        visible(cancel, sheet.standing().open() && !waits);
        visible(undo, sheet.undoable());
        visible(redo, sheet.redoable());
        boolean any = false;
        for (Control button : buttons.getChildren()) {
            any |= !((RowData) button.getLayoutData()).exclude;
        }
        ((GridData) buttons.getLayoutData()).exclude = !any || askingReason;
        buttons.setVisible(any && !askingReason);
        footer.getParent().layout(true, true);
    }

    /** Asks why the plan is rejected. */
    void askReason() {
        ask(true);
    }

    /** What is typed as the reason of a rejection; {@code null} while none is asked for. */
    @Nullable
    String typedReason() {
        return askingReason ? reason.text().getText() : null;
    }

    /** Asks once more, where somebody had begun to say why. */
    void askAgain(String typed, boolean focus) {
        open(true);
        reason.text().setText(typed);
        reason.text().setSelection(typed.length());
        if (focus) {
            reason.setFocus();
        }
    }

    private void ask(boolean asking) {
        open(asking);
        if (asking) {
            reason.text().setText("");
            reason.setFocus();
        } else {
            reject.setFocus();
        }
    }

    private void open(boolean asking) {
        askingReason = asking;
        ((GridData) rejecting.getLayoutData()).exclude = !asking;
        rejecting.setVisible(asking);
        ((GridData) buttons.getLayoutData()).exclude = asking;
        buttons.setVisible(!asking);
        footer.getParent().layout(true, true);
    }

    private void rejectNow() {
        String why = reason.text().getText().strip();
        ask(false);
        owner.reject(why);
    }

    private void reasonKey(Event key) {
        if (key.keyCode == SWT.ESC) {
            key.doit = false;
            ask(false);
        } else if (key.keyCode == SWT.CR || key.keyCode == SWT.KEYPAD_CR) {
            key.doit = false;
            rejectNow();
        }
    }

    private Composite row(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        kit.theme().paint(row, Shade.SURFACE, Shade.TEXT);
        RowLayoutFactory.fillDefaults().spacing(Space.S).wrap(true).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(row);
        return row;
    }

    private FlatButton button(FlatButton.Look look, @Nullable Icon icon, String text, Runnable work) {
        return add(buttons, look, icon, text, work);
    }

    private FlatButton add(Composite row, FlatButton.Look look, @Nullable Icon icon, String text, Runnable work) {
        FlatButton button = new FlatButton(row, kit, look, Shade.SURFACE).text(text);
        if (icon != null) {
            button.icon(icon);
        }
        button.onPress(() -> site.guard(work));
        button.setLayoutData(new RowData());
        return button;
    }

    private static void visible(Control button, boolean visible) {
        ((RowData) button.getLayoutData()).exclude = !visible;
        button.setVisible(visible);
    }
}
