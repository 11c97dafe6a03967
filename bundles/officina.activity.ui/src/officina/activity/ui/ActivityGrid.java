// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import java.util.List;
import officina.activity.ui.model.ActivityBoard;
import officina.activity.ui.model.ActivityFilter;
import officina.activity.ui.model.EntryText;
import officina.activity.ui.model.Words;
import officina.core.run.ActivityEntry;
import officina.ui.base.CalmTable;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/**
 * The table: draws the entries that are looked at, asks for older ones when its end comes into view, and neither moves
 * nor loses the selection when new ones come on top.
 */
final class ActivityGrid {

    /** The columns, in order. */
    enum Column {
        TIME,
        SOURCE,
        ACTION,
        RESOURCE,
        STATUS,
        TEXT
    }

    private final UiKit kit;
    private final EntryText words;
    private final Runnable older;
    private final Table table;
    private ActivityBoard.View view = new ActivityBoard.View(ActivityFilter.NONE, List.of(), true, List.of());
    private @Nullable Stay left;

    ActivityGrid(Composite parent, PaneSite site, EntryText words, Runnable older) {
        kit = site.kit();
        this.words = words;
        this.older = older;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        Names.set(table, Words.TABLE_NAME.text());
        for (Column column : Column.values()) {
            new TableColumn(table, SWT.LEFT).setText(title(column));
        }
        CalmTable.apply(table, kit);
        ActivityColumns.keep(table, words.times());
        table.addListener(SWT.SetData, site.guarded(event -> fill((TableItem) event.item, event.index)));
        table.addListener(SWT.MouseMove, site.guarded(this::tip));
    }

    Table control() {
        return table;
    }

    /** Shows other entries; whoever reads further down keeps their place. */
    void show(ActivityBoard.View next) {
        boolean fresh = left != null && !next.entries().isEmpty();
        Stay before = left == null || next.entries().isEmpty() ? stay() : left;
        left = next.entries().isEmpty() ? left : null;
        boolean reading = before.place().top() > 0 && next.filter().equals(before.filter());
        view = next;
        table.setRedraw(false);
        try {
            // one more than there are: the row that says that older ones are being read
            table.setItemCount(next.entries().size() + (next.complete() ? 0 : 1));
            table.clearAll();
            int again = before.selected() == null ? -1 : next.indexOf(before.selected());
            if (again < 0) {
                table.deselectAll();
            } else if (fresh) {
                table.select(again);
            } else {
                table.setSelection(again);
            }
            int top = before.top() == null || !reading ? -1 : next.indexOf(before.top());
            if (top < 0) {
                table.setTopIndex(0);
            } else if (fresh) {
                // how far a table can be scrolled is not known before it is laid out
                table.setTopIndex(top);
            } else {
                before.place().restore(table, top);
            }
        } finally {
            table.setRedraw(true);
        }
    }

    /** What is selected and looked at, by positions. */
    record Stay(
            ActivityFilter filter,
            @Nullable Long selected,
            @Nullable Long top,
            CalmTable.Place place) {}

    Stay stay() {
        CalmTable.Place place = CalmTable.place(table);
        return new Stay(view.filter(), position(selection()), position(at(place.top())), place);
    }

    /** Goes on there as soon as there are entries. */
    void goOn(Stay stay) {
        left = stay;
    }

    private static @Nullable Long position(@Nullable ActivityEntry entry) {
        return entry == null ? null : entry.position();
    }

    @Nullable
    ActivityEntry selection() {
        return at(table.getSelectionIndex());
    }

    /** Draws again what depends on the day. */
    void redraw() {
        table.clearAll();
    }

    private @Nullable ActivityEntry at(int row) {
        return row >= 0 && row < view.entries().size() ? view.entries().get(row) : null;
    }

    private void fill(TableItem row, int index) {
        ActivityEntry entry = at(index);
        if (entry == null) {
            row.setText(Column.TIME.ordinal(), "");
            row.setText(Column.TEXT.ordinal(), Words.LOADING_OLDER.text());
            row.setForeground(kit.theme().color(Shade.MUTED));
            older.run();
            return;
        }
        row.setText(new String[] {
            words.time(entry),
            EntryText.source(entry),
            entry.action(),
            entry.resource(),
            EntryText.status(entry),
            entry.text()
        });
        row.setForeground(kit.theme().color(Shade.MUTED));
        row.setForeground(Column.TEXT.ordinal(), kit.theme().color(Shade.TEXT));
        Shade shade = shade(entry.status());
        row.setForeground(Column.STATUS.ordinal(), kit.theme().color(shade));
        row.setImage(Column.STATUS.ordinal(), kit.icons().image(icon(entry.status()), shade, Space.ICON));
    }

    private static Icon icon(ActivityEntry.Status status) {
        return switch (status) {
            case OK -> Icon.CHECK;
            case DENIED -> Icon.CANCELLED;
            case FAILED -> Icon.ERROR;
        };
    }

    private static Shade shade(ActivityEntry.Status status) {
        return switch (status) {
            case OK -> Shade.SUCCESS;
            case DENIED -> Shade.WARNING;
            case FAILED -> Shade.DANGER;
        };
    }

    private void tip(Event mouse) {
        TableItem row = table.getItem(new Point(mouse.x, mouse.y));
        ActivityEntry entry = row == null ? null : at(table.indexOf(row));
        String tip = entry == null ? "" : entry.text();
        if (!tip.equals(table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    private static String title(Column column) {
        return switch (column) {
            case TIME -> Words.COLUMN_TIME.text();
            case SOURCE -> Words.COLUMN_SOURCE.text();
            case ACTION -> Words.COLUMN_ACTION.text();
            case RESOURCE -> Words.COLUMN_RESOURCE.text();
            case STATUS -> Words.COLUMN_STATUS.text();
            case TEXT -> Words.COLUMN_TEXT.text();
        };
    }
}
