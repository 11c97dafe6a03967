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
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** The quick filters with their counts, and the words to filter by. */
final class FilterBar {

    /** So long after the last letter the table follows. */
    private static final Duration PAUSE = Duration.ofMillis(120);

    private static final int LEAST_TEXT = 120;

    private final UiKit kit;
    private final Consumer<TodoFilter> changed;
    private final Composite bar;
    private final Text text;
    private final Composite quicks;
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
        Field field = new Field(bar, kit, SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .hint(Words.FILTER_HINT.text())
                .named(Words.FILTER_HINT.text());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(80, SWT.DEFAULT)
                .applyTo(field);
        text = field.text();
        text.addListener(SWT.Modify, site.guarded(_ -> later(site)));
        text.addListener(SWT.KeyDown, site.guarded(this::escape));
        bar.addListener(SWT.Resize, _ -> fit());
    }

    Composite control() {
        return bar;
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
                changes = true;
            }
        }
        if (changes) {
            quicks.requestLayout();
            fit();
        }
    }

    /** Shows what is set at first, without telling anybody. */
    void reset() {
        filter = TodoFilter.START;
        text.setText("");
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
    }

    private void escape(Event key) {
        if (key.keyCode == SWT.ESC && !text.getText().isEmpty()) {
            text.setText("");
            key.doit = false;
        }
    }

    /** In a narrow view the words to filter by go below, and the quick filters break into lines. */
    private void fit() {
        int width = bar.getClientArea().width;
        int natural = quicks.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        int columns = width - natural < LEAST_TEXT ? 1 : 2;
        int hint = columns == 1 && natural > width ? width : SWT.DEFAULT;
        GridLayout layout = (GridLayout) bar.getLayout();
        GridData place = (GridData) quicks.getLayoutData();
        if (width > 0 && (layout.numColumns != columns || place.widthHint != hint)) {
            layout.numColumns = columns;
            place.widthHint = hint;
            bar.requestLayout();
        }
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
