// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.util.List;
import officina.engine.PluginProcess;
import officina.plugins.ui.model.ProcessText;
import officina.plugins.ui.model.Words;
import officina.ui.base.CalmTable;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** The processes; whoever has selected one keeps it while its numbers change. UI thread only. */
final class ProcessList {

    /** With less width time and since when make room. */
    private static final int NARROW = 560;

    private static final int LEVEL = 1;

    /** How wide, in hundredths; by the columns in order. */
    private static final int[] SHARES = {22, 28, 12, 13, 14, 11};

    private final PaneSite site;
    private final ProcessText texts;
    private final Table table;
    private List<PluginProcess> shown = List.of();

    ProcessList(Composite parent, PaneSite site, ProcessText texts) {
        this.site = site;
        this.texts = texts;
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        CalmTable.apply(table, site.kit());
        Names.set(table, Words.PROCESSES.text());
        for (Words title : List.of(
                Words.COLUMN_PLUGIN,
                Words.COLUMN_LEVEL,
                Words.COLUMN_CALLS,
                Words.COLUMN_PROCESSOR,
                Words.COLUMN_MEMORY,
                Words.COLUMN_SINCE)) {
            new TableColumn(table, SWT.NONE).setText(title.text());
        }
        table.addListener(SWT.Resize, _ -> fit());
        Owned.by(table).own(site.kit().theme().onChange(this::colour));
    }

    Table control() {
        return table;
    }

    @Nullable
    PluginProcess selected() {
        int row = table.getSelectionIndex();
        return row < 0 || row >= shown.size() ? null : shown.get(row);
    }

    /** Shows these; the one that was selected stays so, else the first is. */
    void show(List<PluginProcess> processes) {
        PluginProcess before = selected();
        boolean sameRows = shown.size() == processes.size();
        shown = List.copyOf(processes);
        if (!sameRows) {
            table.setItemCount(shown.size());
        }
        for (int row = 0; row < shown.size(); row++) {
            TableItem line = table.getItem(row);
            List<String> cells = texts.row(shown.get(row));
            for (int column = 0; column < cells.size(); column++) {
                // what a screen reader has read is not read again
                if (!line.getText(column).equals(cells.get(column))) {
                    line.setText(column, cells.get(column));
                }
            }
        }
        colour();
        int row = before == null
                ? 0
                : (int) shown.stream()
                        .takeWhile(each -> each.process() != before.process())
                        .count();
        int wanted = row == shown.size() ? 0 : row;
        if (!shown.isEmpty() && table.getSelectionIndex() != wanted) {
            table.setSelection(wanted);
        }
    }

    private void colour() {
        for (int row = 0; row < shown.size(); row++) {
            TableItem line = table.getItem(row);
            boolean verified = ProcessText.isVerified(shown.get(row));
            line.setForeground(site.kit().theme().color(Shade.MUTED));
            line.setForeground(0, site.kit().theme().color(Shade.TEXT));
            Shade shade = verified ? Shade.SUCCESS : Shade.WARNING;
            line.setForeground(LEVEL, site.kit().theme().color(shade));
            line.setImage(
                    LEVEL,
                    site.kit()
                            .icons()
                            .image(
                                    verified ? Icon.SHIELD : Icon.WARNING,
                                    shade,
                                    site.kit().theme().sized(Space.ICON)));
        }
    }

    private void fit() {
        int width = table.getClientArea().width;
        boolean narrow = width < NARROW;
        int all = narrow ? 100 - SHARES[3] - SHARES[5] : 100;
        for (int column = 0; column < SHARES.length; column++) {
            boolean hidden = narrow && (column == 3 || column == 5);
            table.getColumn(column).setWidth(hidden ? 0 : width * SHARES[column] / all);
            table.getColumn(column).setResizable(!hidden);
        }
    }
}
