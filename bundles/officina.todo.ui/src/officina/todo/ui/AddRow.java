// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import officina.engine.Todos.NewTodo;
import officina.todo.ui.model.QuickAdd;
import officina.todo.ui.model.TodoText;
import officina.todo.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * The line that adds a to-do; below it stands what was understood of it so far. A line is forgotten when its to-do was
 * added and no sooner.
 */
final class AddRow {

    /** Between lines that come back together. */
    private static final String BETWEEN = " / ";

    /** Where a line goes. */
    interface Taker {

        /** @param done whether the to-do was added; on any thread, and never where nobody knows */
        void add(NewTodo todo, Consumer<Boolean> done);

        /** There is no engine at the moment, so the line stays as it is. */
        void held();
    }

    private final PaneSite site;
    private final UiKit kit;
    private final QuickAdd reader;
    private final TodoText words;
    private final Taker taker;
    private final Composite row;
    private final Text line;
    private final Label understood;

    /** Lines whose to-dos are on their way. */
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    AddRow(Composite parent, PaneSite site, QuickAdd reader, TodoText words, Taker taker) {
        this.site = site;
        kit = site.kit();
        this.reader = reader;
        this.words = words;
        this.taker = taker;
        row = new Composite(parent, SWT.NONE);
        kit.theme().paint(row, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, Space.XS).applyTo(row);
        Field field = new Field(row, kit, SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.PLUS)
                .hint(Words.ADD_HINT.text())
                .named(Words.ADD_NAME.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(field);
        line = field.text();
        understood = new Label(row, SWT.NONE);
        understood.setFont(kit.theme().font(Type.SMALL));
        kit.theme().paint(understood, Shade.SURFACE, Shade.MUTED);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(understood);
        line.addListener(SWT.Modify, site.guarded(_ -> tellUnderstood()));
        line.addListener(SWT.DefaultSelection, site.guarded(_ -> submit()));
        line.addListener(SWT.KeyDown, site.guarded(this::escape));
    }

    Composite control() {
        return row;
    }

    /** What was typed and not added yet, as far as is known: better twice than lost. */
    String text() {
        List<String> kept = new ArrayList<>(sent);
        if (!line.getText().isEmpty()) {
            kept.add(line.getText());
        }
        return String.join(BETWEEN, kept);
    }

    void setText(String text) {
        line.setText(text);
        line.setSelection(text.length());
    }

    void focus() {
        line.setFocus();
    }

    private void submit() {
        String text = line.getText();
        reader.read(text, kit.dates().language()).ifPresent(todo -> {
            if (!site.hasEngine()) {
                taker.held();
                return;
            }
            sent.add(text);
            line.setText("");
            taker.add(todo, added -> {
                if (added) {
                    sent.remove(text);
                } else {
                    site.post(() -> giveBack(text));
                }
            });
        });
    }

    /** Nothing that was typed is lost because adding it failed. */
    private void giveBack(String text) {
        sent.remove(text);
        setText(line.getText().isEmpty() ? text : text + BETWEEN + line.getText());
    }

    private void escape(Event key) {
        if (key.keyCode == SWT.ESC && !line.getText().isEmpty()) {
            line.setText("");
            key.doit = false;
        }
    }

    private void tellUnderstood() {
        String text = reader.read(line.getText(), kit.dates().language())
                .map(words::understood)
                .orElse("");
        understood.setText(text.replace("&", "&&"));
        boolean hidden = text.isEmpty();
        GridData place = (GridData) understood.getLayoutData();
        if (place.exclude != hidden) {
            place.exclude = hidden;
            understood.setVisible(!hidden);
            row.getParent().layout(true, true);
        }
    }
}
