// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import officina.todo.ui.model.TodoSort.Column;
import officina.todo.ui.model.Words;
import officina.ui.base.Space;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Gives the title what the other columns leave; in a narrow view people make room, and of the priority its flag stays. */
final class ColumnWidths {

    private static final int LEAST_TITLE = 150;

    /** Below this the title needs more than its share. */
    private static final int NARROW = 2 * LEAST_TITLE;

    /** Room for the flag alone. */
    private static final int FLAG = Space.ICON + 2 * Space.M;

    private final Table table;
    private final int letter;
    private int known = -1;

    /** From now on, whenever the table's size changes. */
    static void keep(Table table) {
        ColumnWidths widths = new ColumnWidths(table);
        table.addListener(SWT.Resize, _ -> widths.fit());
    }

    private ColumnWidths(Table table) {
        this.table = table;
        GC gc = new GC(table);
        try {
            letter = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
        } finally {
            gc.dispose();
        }
    }

    private void fit() {
        int width = table.getClientArea().width;
        if (width == known || width <= 0) {
            return;
        }
        known = width;
        int due = Math.min(letter * 27, width * (width < NARROW ? 34 : 40) / 100);
        int priority = letter * 15;
        int people = letter * 16;
        if (width - due - priority - people < LEAST_TITLE) {
            people = 0;
        }
        if (width - due - priority - people < LEAST_TITLE) {
            priority = FLAG;
        }
        TableColumn flags = table.getColumn(Column.PRIORITY.ordinal());
        String title = priority == FLAG ? "" : Words.COLUMN_PRIORITY.text();
        if (!flags.getText().equals(title)) {
            flags.setText(title);
            table.clearAll();
        }
        flags.setToolTipText(Words.COLUMN_PRIORITY.text());
        set(Column.DUE, due);
        set(Column.PRIORITY, priority);
        set(Column.PEOPLE, people);
        set(Column.TITLE, Math.max(LEAST_TITLE / 2, width - due - priority - people));
    }

    private void set(Column column, int width) {
        table.getColumn(column.ordinal()).setWidth(width);
        table.getColumn(column.ordinal()).setResizable(width > 0);
    }
}
