// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import officina.todo.ui.model.TodoFilter;
import officina.todo.ui.model.TodoFilter.Quick;
import officina.todo.ui.model.TodoTable;
import officina.todo.ui.model.TodoText;
import officina.todo.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** The quick filters with their counts, side by side or in a narrow view as a list to drop, and the words to filter by. */
final class FilterBar {

    /** So long after the last letter the table follows. */
    private static final Duration PAUSE = Duration.ofMillis(120);

    private static final int LEAST_TEXT = 120;

    private final UiKit kit;
    private final Consumer<TodoFilter> changed;
    private final Composite bar;
    private final Text text;
    private final Composite quicks;
    private final Combo dropped;
    private final Map<Quick, FlatButton> buttons = new EnumMap<>(Quick.class);
    private final Map<Quick, String> labels = new EnumMap<>(Quick.class);
    private TodoFilter filter = TodoFilter.START;
    private int typed;

    FilterBar(Composite parent, PaneSite site, Consumer<TodoFilter> changed) {
        kit = site.kit();
        this.changed = changed;
        bar = new Composite(parent, SWT.NONE);
        kit.theme().paint(bar, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, Space.S).applyTo(bar);
        quicks = new Composite(bar, SWT.NONE);
        kit.theme().paint(quicks, Shade.SURFACE, Shade.TEXT);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = row.marginRight = row.marginTop = row.marginBottom = 0;
        row.spacing = 2;
        quicks.setLayout(row);
        for (Quick quick : Quick.values()) {
            FlatButton button = new FlatButton(quicks, kit, FlatButton.Look.QUIET, Shade.SURFACE, true);
            button.text(TodoText.quick(quick)).onPress(() -> site.guard(() -> choose(quick)));
            button.setOn(quick == filter.quick());
            buttons.put(quick, button);
        }
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(quicks);
        dropped = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        kit.theme().paint(dropped, Shade.SURFACE, Shade.TEXT);
        Names.set(dropped, Words.QUICK_NAME.text());
        for (Quick quick : Quick.values()) {
            dropped.add(TodoText.quick(quick));
        }
        dropped.addListener(SWT.Selection, site.guarded(_ -> choose(Quick.values()[dropped.getSelectionIndex()])));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(dropped);
        Field field = new Field(bar, kit, SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .hint(Words.FILTER_HINT.text())
                .named(Words.FILTER_HINT.text());
        // as high as the list to drop, so that the bar keeps its height when one takes the place of the other
        int high = Math.max(
                field.computeSize(SWT.DEFAULT, SWT.DEFAULT).y, dropped.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, high).applyTo(field);
        text = field.text();
        text.addListener(SWT.Modify, site.guarded(_ -> later(site)));
        text.addListener(SWT.KeyDown, site.guarded(this::escape));
        bar.addListener(SWT.Resize, _ -> fit());
        showQuick();
        drop(false);
    }

    Composite control() {
        return bar;
    }

    TodoFilter filter() {
        return filter;
    }

    void focusText() {
        text.setFocus();
        text.selectAll();
    }

    /** Shows the counts. */
    void show(TodoTable table) {
        boolean changes = false;
        for (Map.Entry<Quick, FlatButton> each : buttons.entrySet()) {
            String label = TodoText.quick(each.getKey());
            int count = table.count(each.getKey());
            String wanted = count == 0 ? label : Words.QUICK_COUNT.text(label, count);
            if (!wanted.equals(labels.put(each.getKey(), wanted))) {
                each.getValue().text(wanted);
                dropped.setItem(each.getKey().ordinal(), wanted);
                changes = true;
            }
        }
        if (changes) {
            dropped.select(filter.quick().ordinal());
            quicks.requestLayout();
            dropped.requestLayout();
            fit();
        }
    }

    /** Shows what is set at first, without telling anybody. */
    void reset() {
        set(TodoFilter.START);
    }

    /** Shows a filter, without telling anybody. */
    void set(TodoFilter next) {
        filter = next;
        text.setText(next.text());
        // the letters that were just taken away are no filter to come
        typed++;
        showQuick();
    }

    private void choose(Quick quick) {
        apply(filter.withQuick(quick));
        showQuick();
    }

    private void showQuick() {
        buttons.forEach((quick, button) -> button.setOn(quick == filter.quick()));
        dropped.select(filter.quick().ordinal());
    }

    private void escape(Event key) {
        if (key.keyCode == SWT.ESC && !text.getText().isEmpty()) {
            text.setText("");
            key.doit = false;
        }
    }

    /** Where the quick filters would leave no room for words, they are a list to drop: both stay in one line. */
    private void fit() {
        int width = bar.getClientArea().width;
        boolean narrow = width - quicks.computeSize(SWT.DEFAULT, SWT.DEFAULT).x < LEAST_TEXT;
        if (width > 0 && narrow != dropped.getVisible()) {
            drop(narrow);
            dropped.requestLayout();
        }
    }

    private void drop(boolean narrow) {
        show(quicks, !narrow);
        show(dropped, narrow);
    }

    private static void show(Control control, boolean shown) {
        ((GridData) control.getLayoutData()).exclude = !shown;
        control.setVisible(shown);
    }

    private void later(PaneSite site) {
        int mine = ++typed;
        kit.ui().later(PAUSE, () -> {
            if (!text.isDisposed() && mine == typed) {
                site.guard(() -> apply(filter.withText(text.getText())));
            }
        });
    }

    private void apply(TodoFilter next) {
        if (!next.equals(filter)) {
            filter = next;
            changed.accept(next);
        }
    }
}
