// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import java.util.Map;
import officina.api.plan.PlanStep;
import officina.core.run.StepState;
import officina.plan.ui.model.FieldText;
import officina.plan.ui.model.PlanDraft;
import officina.plan.ui.model.PlanSheet;
import officina.plan.ui.model.StepFacts;
import officina.plan.ui.model.StepForm;
import officina.plan.ui.model.StepLook;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** One step: its head, and below it, when expanded, its body or the fields being edited. */
final class StepCard {

    /** What a card asks of the list it is in. */
    interface Owner {

        void toggled(PlanStep step);

        void expanded(PlanStep step, boolean expanded);

        void edited(PlanStep step, Map<String, String> typed);

        /** Editing has begun or ended. */
        void editing(PlanStep step, boolean editing);

        void key(StepCard card, Event key);

        /** The card's height has changed. */
        void resized();
    }

    private final PaneSite site;
    private final Owner owner;
    private final FieldText texts;
    private final PlanStep step;
    private final int number;
    private final Composite card;
    private final StepHead head;
    private @Nullable Composite body;
    private @Nullable StepEditor editor;
    private @Nullable StepState shownState;
    private boolean expanded;
    private boolean included = true;
    private boolean decidable;
    private StepFacts facts;

    StepCard(
            Composite parent,
            PaneSite site,
            Owner owner,
            FieldText texts,
            PlanStep step,
            int number,
            boolean expanded) {
        this.site = site;
        this.owner = owner;
        this.texts = texts;
        this.step = step;
        this.number = number;
        this.expanded = expanded;
        facts = new StepFacts(texts, Map.of());
        card = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(card, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        head = new StepHead(card, site.kit());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        head.addListener(SWT.MouseDown, site.guarded(this::clicked));
        head.addListener(SWT.KeyDown, site.guarded(key -> owner.key(this, key)));
    }

    PlanStep step() {
        return step;
    }

    Composite control() {
        return card;
    }

    void focus() {
        head.setFocus();
    }

    boolean editing() {
        return editor != null;
    }

    /** Shows where the step stands now. */
    void show(PlanSheet sheet, PlanDraft draft, StepFacts newFacts) {
        boolean includedNow = draft.includes(step.id());
        StepState state = sheet.step(step);
        boolean same = state.equals(shownState) && includedNow == included && decidable == sheet.decidable();
        facts = newFacts;
        included = includedNow;
        decidable = sheet.decidable();
        shownState = state;
        head.show(
                step.title(),
                number,
                sheet.plan().steps().size(),
                StepLook.of(sheet, draft, step),
                decidable,
                expanded);
        if (editor != null && decidable) {
            return;
        }
        if (!same || (expanded && body == null)) {
            rebuild();
        }
    }

    void expand(boolean expand) {
        if (expanded != expand) {
            expanded = expand;
            if (!expand && editor != null) {
                endEditing();
            }
            owner.expanded(step, expand);
            rebuild();
        }
    }

    void flip() {
        expand(!expanded);
    }

    /** Turns the body into fields, where the step can be edited at all. */
    void edit() {
        if (!decidable || !StepForm.of(step).editable()) {
            return;
        }
        expand(true);
        disposeBody();
        StepEditor fields = new StepEditor(
                card, site, StepForm.of(step), texts, typed -> owner.edited(step, typed), this::cancelEditing);
        editor = fields;
        body = fields.control();
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields.control());
        owner.editing(step, true);
        owner.resized();
        fields.focus();
    }

    /** Shows what is wrong with what was typed. */
    void wrong(Map<String, String> problems) {
        if (editor != null) {
            editor.show(problems);
            owner.resized();
        }
    }

    /** The edit is on its way. */
    void saving() {
        if (editor != null) {
            editor.show(Map.of());
            editor.setSaving(true, "");
        }
    }

    /** The edit was not accepted. */
    void refused(String why) {
        if (editor != null) {
            editor.setSaving(false, why);
            owner.resized();
        }
    }

    /** Goes back to what the step tells. */
    void cancelEditing() {
        endEditing();
        rebuild();
        head.setFocus();
    }

    private void endEditing() {
        editor = null;
        owner.editing(step, false);
    }

    private void clicked(Event click) {
        head.setFocus();
        if (click.button != 1) {
            return;
        }
        if (head.onBox(click.x)) {
            owner.toggled(step);
        } else {
            flip();
        }
    }

    private void rebuild() {
        disposeBody();
        head.setExpanded(expanded);
        StepState state = shownState;
        if (expanded && state != null) {
            StepBody told = new StepBody(card, site.kit());
            told.parameters(facts.parameters(step));
            told.outcome(step, state, facts);
            if (decidable) {
                told.actions(site, step, included, this::edit, () -> owner.toggled(step));
            }
            body = told.control();
            GridDataFactory.fillDefaults().grab(true, false).applyTo(told.control());
        }
        owner.resized();
    }

    private void disposeBody() {
        if (body != null) {
            body.dispose();
            body = null;
        }
        if (editor != null) {
            endEditing();
        }
    }
}
