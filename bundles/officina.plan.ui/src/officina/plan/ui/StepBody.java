// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import java.util.List;
import officina.api.plan.PlanStep;
import officina.core.run.StepState;
import officina.plan.ui.model.StepFacts;
import officina.plan.ui.model.StepFacts.Fact;
import officina.plan.ui.model.StepFacts.Trouble;
import officina.plan.ui.model.StepForm;
import officina.plan.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What an expanded step tells: what it does and with what, what came of it or why it failed, what may be done. */
final class StepBody {

    private final UiKit kit;
    private final Composite body;

    StepBody(Composite parent, UiKit kit) {
        this.kit = kit;
        body = new Composite(parent, SWT.NONE);
        kit.theme().paint(body, Shade.RAISED, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .extendedMargins(Space.S + Space.ICON + Space.S, Space.S, Space.XS, Space.M)
                .spacing(Space.M, Space.XS)
                .applyTo(body);
    }

    Composite control() {
        return body;
    }

    void parameters(List<Fact> facts) {
        facts.forEach(this::fact);
    }

    void outcome(PlanStep step, StepState state, StepFacts facts) {
        List<Fact> result = facts.result(step, state);
        if (!result.isEmpty()) {
            heading(Words.RESULT.text());
            result.forEach(this::fact);
        }
        Trouble trouble = StepFacts.trouble(state);
        if (trouble != null) {
            trouble(trouble);
        }
    }

    /** The buttons of a step that waits for the person. */
    void actions(PaneSite site, PlanStep step, boolean included, Runnable edit, Runnable toggle) {
        Composite row = new Composite(body, SWT.NONE);
        kit.theme().paint(row, Shade.RAISED, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .extendedMargins(0, 0, Space.XS, 0)
                .spacing(Space.S, 0)
                .applyTo(row);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(row);
        if (StepForm.of(step).editable()) {
            new FlatButton(row, kit, FlatButton.Look.PLAIN, Shade.RAISED)
                    .icon(Icon.EDIT)
                    .text(Words.EDIT.text())
                    .onPress(() -> site.guard(edit));
        }
        new FlatButton(row, kit, FlatButton.Look.QUIET, Shade.RAISED)
                .icon(included ? Icon.CLOSE : Icon.PLUS)
                .text((included ? Words.STEP_OUT : Words.STEP_IN).text())
                .onPress(() -> site.guard(toggle));
    }

    private void heading(String text) {
        Label label = label(text, Type.SMALL_STRONG, Shade.MUTED);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, Space.XS).applyTo(label);
    }

    private void fact(Fact fact) {
        Label name = label(fact.label(), Type.SMALL, Shade.MUTED);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(name);
        Label value = label(fact.text(), Type.SMALL, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(value);
    }

    private void trouble(Trouble trouble) {
        Composite box = new Composite(body, SWT.NONE);
        kit.theme().paint(box, Shade.DANGER_SOFT, Shade.DANGER);
        GridLayoutFactory.fillDefaults()
                .margins(Space.S, Space.S)
                .spacing(0, Space.XS)
                .applyTo(box);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .indent(0, Space.XS)
                .applyTo(box);
        line(box, trouble.what(), Shade.DANGER);
        if (trouble.remedy() != null) {
            line(box, trouble.remedy(), Shade.TEXT);
        }
    }

    private void line(Composite box, String text, Shade shade) {
        Label label = new Label(box, SWT.WRAP);
        // a label reads & as the mark of a mnemonic
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.theme().font(Type.SMALL));
        kit.theme().paint(label, Shade.DANGER_SOFT, shade);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(label);
    }

    private Label label(String text, Type type, Shade shade) {
        Label label = new Label(body, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.RAISED, shade);
        return label;
    }
}
