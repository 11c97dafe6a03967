// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import java.util.List;
import officina.activity.ui.ActivityGrid.Column;
import officina.ui.base.Space;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;

/** Gives the text what the other columns leave; in a narrow view resource, action and who make room, in this order. */
final class ActivityColumns {

    private static final int LEAST_TEXT = 300;

    private final Table table;
    private final int letter;
    private final int widest;
    private int known = -1;

    private ActivityColumns(Table table, List<String> times) {
        this.table = table;
        GC gc = new GC(table);
        try {
            // as wide as its widest text, and what a table leaves beside a text
            widest =
                    times.stream().mapToInt(each -> gc.textExtent(each).x).max().orElse(0) + 2 * Space.M;
            letter = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
        } finally {
            gc.dispose();
        }
    }

    /**
     * From now on, whenever the table's size changes.
     *
     * @param times as the first column may show them
     */
    static void keep(Table table, List<String> times) {
        ActivityColumns columns = new ActivityColumns(table, times);
        table.addListener(SWT.Resize, _ -> columns.fit());
    }

    private void fit() {
        int width = table.getClientArea().width;
        if (width == known || width <= 0) {
            return;
        }
        known = width;
        int status = letter * 13;
        // where even these and a little text do not fit, a longer time is cut, not the text
        int time = Math.clamp(widest, 0, Math.max(0, width - status - LEAST_TEXT / 3));
        int source = letter * 15;
        int action = letter * 17;
        int resource = letter * 19;
        int rest = width - time - status;
        if (rest - source - action - resource < LEAST_TEXT) {
            resource = 0;
        }
        if (rest - source - action - resource < LEAST_TEXT) {
            action = 0;
        }
        if (rest - source - action - resource < LEAST_TEXT) {
            source = 0;
        }
        set(Column.TIME, time);
        set(Column.SOURCE, source);
        set(Column.ACTION, action);
        set(Column.RESOURCE, resource);
        set(Column.STATUS, status);
        set(Column.TEXT, Math.max(LEAST_TEXT / 3, rest - source - action - resource));
    }

    private void set(Column column, int width) {
        table.getColumn(column.ordinal()).setWidth(width);
        table.getColumn(column.ordinal()).setResizable(width > 0);
    }
}
