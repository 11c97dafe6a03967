// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import java.util.List;
import java.util.function.Consumer;
import officina.automations.ui.model.AutomationText;
import officina.automations.ui.model.Words;
import officina.engine.AutomationItem;
import officina.ui.base.CalmTable;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** What works by itself: how it stands, when, how its last run ended. UI thread only. */
final class AutomationList {

    /** With less width the schedule makes room, with much less the last run, too. */
    private static final int NARROW = 620;

    private static final int VERY_NARROW = 420;

    /** The columns, in order. */
    private enum Column {
        NAME(Words.COLUMN_NAME, 25),
        STATE(Words.COLUMN_STATE, 14),
        WHEN(Words.COLUMN_WHEN, 29),
        NEXT(Words.COLUMN_NEXT, 16),
        LAST(Words.COLUMN_LAST, 16);

        private final Words title;
        private final int share;

        Column(Words title, int share) {
            this.title = title;
            this.share = share;
        }
    }

    private final PaneSite site;
    private final AutomationText texts;
    private final Table table;
    private List<AutomationItem> shown = List.of();

    /** @param chosen hears which is selected now */
    AutomationList(Composite parent, PaneSite site, AutomationText texts, Consumer<AutomationItem> chosen) {
        this.site = site;
        this.texts = texts;
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        CalmTable.apply(table, site.kit());
        Names.set(table, Words.LIST.text());
        for (Column column : Column.values()) {
            new TableColumn(table, SWT.NONE).setText(column.title.text());
        }
        table.addListener(SWT.Resize, _ -> fit());
        table.addListener(SWT.MouseMove, site.guarded(this::tip));
        table.addListener(SWT.Selection, site.guarded(_ -> {
            AutomationItem item = selected();
            if (item != null) {
                chosen.accept(item);
            }
        }));
        Owned.by(table).own(site.kit().theme().onChange(this::colour));
    }

    Table control() {
        return table;
    }

    @Nullable
    AutomationItem selected() {
        int row = table.getSelectionIndex();
        return row < 0 ? null : shown.get(row);
    }

    /** Shows these; where the one that is wanted is not among them, the first is selected. */
    @Nullable
    AutomationItem show(List<AutomationItem> items, @Nullable String wanted) {
        shown = List.copyOf(items);
        table.setRedraw(false);
        table.setItemCount(shown.size());
        write();
        colour();
        if (!shown.isEmpty()) {
            int row = (int) shown.stream()
                    .takeWhile(each -> !each.plugin().value().equals(wanted))
                    .count();
            table.setSelection(row == shown.size() ? 0 : row);
        }
        table.setRedraw(true);
        return selected();
    }

    /** Says anew what depends on the time. */
    void write() {
        for (int row = 0; row < shown.size(); row++) {
            AutomationItem item = shown.get(row);
            table.getItem(row).setText(new String[] {
                item.name(), AutomationText.state(item), texts.schedule(item), texts.next(item), texts.last(item)
            });
        }
    }

    private void colour() {
        for (int row = 0; row < shown.size(); row++) {
            AutomationItem item = shown.get(row);
            TableItem line = table.getItem(row);
            line.setImage(site.kit()
                    .icons()
                    .image(icon(item), shade(item), site.kit().theme().sized(Space.ICON)));
            line.setForeground(site.kit().theme().color(Shade.MUTED));
            line.setForeground(0, site.kit().theme().color(Shade.TEXT));
            boolean troubled = AutomationText.isTroubled(item);
            line.setForeground(
                    Column.STATE.ordinal(), site.kit().theme().color(troubled ? Shade.WARNING : Shade.MUTED));
        }
    }

    static Icon icon(AutomationItem item) {
        return switch (item.state()) {
            case AT_WORK -> Icon.PLAY;
            case PAUSED -> Icon.CANCELLED;
            case RETRYING -> Icon.WARNING;
            case WAITING -> item.problems().isEmpty() ? Icon.CLOCK : Icon.WARNING;
        };
    }

    static Shade shade(AutomationItem item) {
        return switch (item.state()) {
            case AT_WORK -> Shade.ACCENT;
            case PAUSED -> Shade.MUTED;
            case RETRYING -> Shade.WARNING;
            case WAITING -> item.problems().isEmpty() ? Shade.SUCCESS : Shade.WARNING;
        };
    }

    /** What a narrow list hides. */
    private void tip(Event mouse) {
        TableItem line = table.getItem(new Point(mouse.x, mouse.y));
        AutomationItem item = line == null ? null : shown.get(table.indexOf(line));
        String tip = item == null ? "" : texts.schedule(item) + "\n" + texts.last(item);
        if (!tip.equals(table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    private void fit() {
        int width = table.getClientArea().width;
        boolean when = width >= NARROW;
        boolean last = width >= VERY_NARROW;
        int shares = 0;
        for (Column column : Column.values()) {
            shares += shown(column, when, last) ? column.share : 0;
        }
        for (Column column : Column.values()) {
            int wide = shown(column, when, last) ? width * column.share / shares : 0;
            table.getColumn(column.ordinal()).setWidth(wide);
            table.getColumn(column.ordinal()).setResizable(wide > 0);
        }
    }

    private static boolean shown(Column column, boolean when, boolean last) {
        return switch (column) {
            case WHEN -> when;
            case LAST -> last;
            case NAME, STATE, NEXT -> true;
        };
    }
}
