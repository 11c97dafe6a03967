// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import java.util.Map;
import java.util.stream.Stream;
import officina.todo.ui.model.TodoSort.Column;
import officina.todo.ui.model.Words;
import officina.ui.base.Space;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/**
 * Gives the title what the other columns leave: days get the room they take, in a narrow view people make room, and of the
 * priority its flag stays. What the person has dragged stays as wide, as far as the title keeps its least.
 */
final class ColumnWidths {

    private static final int LEAST_TITLE = 220;

    /** Below this the title needs more than its share. */
    private static final int NARROW = 300;

    /** Room for the flag alone. */
    private static final int FLAG = Space.ICON + 2 * Space.M;

    private static final String DUE_WIDTH = "width.due";

    private final Table table;
    private final Map<String, String> memory;
    private final int letter;
    private int days;
    private int known = -1;
    private int given;

    /**
     * From now on, whenever the table's size changes.
     *
     * @param memory keeps what the person has dragged, for the next start
     */
    static ColumnWidths keep(Table table, Map<String, String> memory) {
        ColumnWidths widths = new ColumnWidths(table, memory);
        table.addListener(SWT.Resize, _ -> widths.fit());
        table.getColumn(Column.DUE.ordinal()).addListener(SWT.Resize, _ -> widths.resized());
        return widths;
    }

    private ColumnWidths(Table table, Map<String, String> memory) {
        this.table = table;
        this.memory = memory;
        GC gc = new GC(table);
        try {
            letter = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
        } finally {
            gc.dispose();
        }
    }

    /** The table shows these days now. */
    void days(Stream<String> shown) {
        int letters = shown.mapToInt(String::length).max().orElse(0);
        if (letters != days) {
            days = letters;
            known = -1;
            fit();
        }
    }

    private void fit() {
        int width = table.getClientArea().width;
        if (width == known || width <= 0) {
            return;
        }
        known = width;
        // room for the heading with the sign of its order, for an icon and for what is shown
        int wanted = Math.max(letter * 9, letter * days + Space.ICON + 2 * Space.S);
        int due = Math.min(dragged(wanted), width * (width < NARROW ? 34 : 40) / 100);
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
        given = due;
        set(Column.DUE, due);
        set(Column.PRIORITY, priority);
        set(Column.PEOPLE, people);
        set(Column.TITLE, Math.max(LEAST_TITLE / 2, width - due - priority - people));
    }

    private int dragged(int otherwise) {
        String kept = memory.getOrDefault(DUE_WIDTH, "");
        return kept.matches("\\d{1,4}") ? Math.max(letter * 4, Integer.parseInt(kept)) : otherwise;
    }

    /** To another width than it was given here: that was the person. */
    private void resized() {
        int width = table.getColumn(Column.DUE.ordinal()).getWidth();
        if (known > 0 && width > 0 && width != given) {
            given = width;
            memory.put(DUE_WIDTH, Integer.toString(width));
        }
    }

    private void set(Column column, int width) {
        table.getColumn(column.ordinal()).setWidth(width);
        table.getColumn(column.ordinal()).setResizable(width > 0);
    }
}
