// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import officina.ui.base.CalmTable;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A table of texts that is filled again and again; only what changed is drawn. */
final class Rows {

    /**
     * A column.
     *
     * @param weight its share of the width
     * @param rank where there is no room for all, those of a high rank go first
     */
    record Heading(String text, int weight, int rank, String tooltip) {

        Heading(String text, int weight, int rank) {
            this(text, weight, rank, "");
        }
    }

    /** A column is never narrower, not even before it is laid out: the toolkit complains. */
    private static final int NARROW = 40;

    private final Table table;
    private final List<Heading> headings;
    private final UiKit kit;
    private Runnable recolour = () -> {};

    Rows(Composite parent, UiKit kit, List<Heading> headings) {
        this.headings = List.copyOf(headings);
        this.kit = kit;
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setFont(kit.theme().font(Type.BODY));
        CalmTable.apply(table, kit);
        for (Heading heading : headings) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(heading.text());
            column.setWidth(NARROW);
            column.setToolTipText(heading.tooltip());
        }
        table.addListener(SWT.Resize, _ -> widths());
        Owned.by(table).own(kit.theme().onChange(() -> recolour.run()));
    }

    Table control() {
        return table;
    }

    /** The height of the table with that many rows, its header included. */
    int height(int rows) {
        return table.getHeaderHeight() + Math.max(1, rows) * table.getItemHeight() + 2;
    }

    void show(List<List<String>> rows) {
        table.setItemCount(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = table.getItem(i);
            for (int column = 0; column < headings.size(); column++) {
                String text = rows.get(i).get(column);
                if (!item.getText(column).equals(text)) {
                    item.setText(column, text);
                }
            }
        }
    }

    /** Colours a column by what its rows say, in whatever theme. */
    void shade(int column, IntFunction<Shade> shades) {
        recolour = () -> {
            for (int row = 0; row < table.getItemCount(); row++) {
                table.getItem(row).setForeground(column, kit.theme().color(shades.apply(row)));
            }
        };
        recolour.run();
    }

    private void widths() {
        int width = table.getClientArea().width;
        List<Heading> shown = new ArrayList<>(headings);
        while (shown.size() > 1 && shown.stream().mapToInt(this::least).sum() > width) {
            shown.remove(
                    shown.stream().max(Comparator.comparingInt(Heading::rank)).orElseThrow());
            if (shown.stream().allMatch(heading -> heading.rank() == 0)) {
                break;
            }
        }
        int spare = Math.max(0, width - shown.stream().mapToInt(this::least).sum());
        int weights = shown.stream().mapToInt(Heading::weight).sum();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            int wanted = shown.contains(heading) ? least(heading) + spare * heading.weight() / weights : 0;
            if (table.getColumn(i).getWidth() != wanted) {
                table.getColumn(i).setWidth(wanted);
            }
        }
    }

    /** Room for the heading. */
    private int least(Heading heading) {
        GC gc = new GC(table);
        try {
            gc.setFont(table.getFont());
            return gc.textExtent(heading.text()).x + 2 * Space.S;
        } finally {
            gc.dispose();
        }
    }
}
