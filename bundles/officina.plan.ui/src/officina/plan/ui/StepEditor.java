// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.plan.ui.model.FieldText;
import officina.plan.ui.model.FieldType;
import officina.plan.ui.model.StepField;
import officina.plan.ui.model.StepForm;
import officina.plan.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The fields of a step being edited. What is wrong is told below its field; Enter saves, Escape cancels. */
final class StepEditor {

    private final PaneSite site;
    private final UiKit kit;
    private final FieldText texts;
    private final Composite body;
    private final List<Input> inputs = new ArrayList<>();
    private final Label problem;
    private final FlatButton save;
    private final Runnable cancelled;
    private final Consumer<Map<String, String>> saved;

    /** One field: what reads it, and where its problem stands. */
    private record Input(StepField field, Control control, Supplier<String> typed, Label problem) {}

    StepEditor(
            Composite parent,
            PaneSite site,
            StepForm form,
            FieldText texts,
            Consumer<Map<String, String>> saved,
            Runnable cancelled) {
        this.site = site;
        kit = site.kit();
        this.texts = texts;
        this.saved = saved;
        this.cancelled = cancelled;
        body = new Composite(parent, SWT.NONE);
        kit.theme().paint(body, Shade.RAISED, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .extendedMargins(Space.S + Space.ICON + Space.S, Space.S, Space.XS, Space.M)
                .spacing(Space.M, Space.XS)
                .applyTo(body);
        form.fields().stream().filter(field -> field.type() != FieldType.FIXED).forEach(this::input);
        problem = problemLabel();
        Composite row = new Composite(body, SWT.NONE);
        kit.theme().paint(row, Shade.RAISED, Shade.TEXT);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, 0).applyTo(row);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, Space.XS).applyTo(row);
        save = new FlatButton(row, kit, FlatButton.Look.PRIMARY, Shade.RAISED)
                .text(Words.EDIT_SAVE.text())
                .onPress(() -> site.guard(this::submit));
        new FlatButton(row, kit, FlatButton.Look.QUIET, Shade.RAISED)
                .text(Words.EDIT_CANCEL.text())
                .onPress(() -> site.guard(cancelled));
    }

    Composite control() {
        return body;
    }

    void focus() {
        if (!inputs.isEmpty()) {
            inputs.getFirst().control().setFocus();
        }
    }

    /** Shows what is wrong, each problem at its field; the first wrong field gets the keyboard. */
    void show(Map<String, String> problems) {
        Control first = null;
        for (Input input : inputs) {
            String text = problems.getOrDefault(input.field().name(), "");
            tell(input.problem(), text);
            if (input.control() instanceof Field field) {
                field.setWrong(!text.isEmpty());
            }
            if (first == null && !text.isEmpty()) {
                first = input.control();
            }
        }
        if (first != null) {
            first.setFocus();
        }
    }

    /** Shows that the edit is on its way, or that it was not accepted and why. */
    void setSaving(boolean saving, String objection) {
        save.setEnabled(!saving);
        save.text(saving ? Words.SAVING.text() : Words.EDIT_SAVE.text());
        save.requestLayout();
        tell(problem, objection);
    }

    private void submit() {
        Map<String, String> typed = new HashMap<>();
        inputs.forEach(input -> typed.put(input.field().name(), input.typed().get()));
        saved.accept(typed);
    }

    private void input(StepField field) {
        Label name = new Label(body, SWT.NONE);
        name.setText(field.label().replace("&", "&&"));
        name.setFont(kit.theme().font(Type.SMALL));
        kit.theme().paint(name, Shade.RAISED, Shade.MUTED);
        boolean tall = field.type() == FieldType.TEXT;
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, tall ? SWT.BEGINNING : SWT.CENTER)
                .applyTo(name);
        if (FieldText.choices(field.type()).isEmpty()) {
            line(field, tall);
        } else {
            choice(field);
        }
    }

    private void line(StepField field, boolean tall) {
        int style = tall ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE;
        Field frame = new Field(body, kit, style, Shade.RAISED).named(field.label());
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(frame);
        Text text = frame.text();
        text.setText(texts.edited(field));
        text.addListener(SWT.KeyDown, site.guarded(key -> key(key, tall)));
        if (tall) {
            text.addListener(SWT.Traverse, StepEditor::leaveByTab);
        }
        inputs.add(new Input(field, frame, text::getText, problemLabel()));
    }

    private void choice(StepField field) {
        Combo combo = new Combo(body, SWT.READ_ONLY | SWT.DROP_DOWN);
        kit.theme().paint(combo, Shade.SURFACE, Shade.TEXT);
        Names.set(combo, field.label());
        List<String> choices = FieldText.choices(field.type());
        choices.forEach(choice -> combo.add(FieldText.choice(field.type(), choice)));
        int chosen = choices.indexOf(texts.edited(field));
        combo.select(chosen);
        combo.addListener(SWT.KeyDown, site.guarded(key -> key(key, false)));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
        inputs.add(new Input(
                field,
                combo,
                () -> combo.getSelectionIndex() < 0 ? texts.edited(field) : choices.get(combo.getSelectionIndex()),
                problemLabel()));
    }

    private void key(Event key, boolean tall) {
        boolean enter = key.keyCode == SWT.CR || key.keyCode == SWT.KEYPAD_CR;
        boolean command = (key.stateMask & SWT.MOD1) != 0;
        if (key.keyCode == SWT.ESC) {
            key.doit = false;
            cancelled.run();
        } else if (enter && (!tall || command)) {
            key.doit = false;
            submit();
        }
    }

    private static void leaveByTab(Event key) {
        key.doit |= key.detail == SWT.TRAVERSE_TAB_NEXT || key.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    }

    private Label problemLabel() {
        Label label = new Label(body, SWT.WRAP);
        label.setFont(kit.theme().font(Type.SMALL));
        kit.theme().paint(label, Shade.RAISED, Shade.DANGER);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(80, SWT.DEFAULT)
                .exclude(true)
                .applyTo(label);
        label.setVisible(false);
        return label;
    }

    private static void tell(Label label, String text) {
        label.setText(text.replace("&", "&&"));
        ((GridData) label.getLayoutData()).exclude = text.isEmpty();
        label.setVisible(!text.isEmpty());
        label.requestLayout();
    }
}
