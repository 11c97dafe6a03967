// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import officina.api.id.RecordId;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.engine.TodoItem;
import officina.todo.ui.model.TodoSort.Column;
import officina.todo.ui.model.TodoTable;
import officina.todo.ui.model.TodoText;
import officina.todo.ui.model.Words;
import officina.ui.base.CalmTable;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** The table: draws the rows that are looked at, and keeps selection and place when the rows change. */
final class TodoGrid {

    /** So many rows say how wide a column has to be. */
    private static final int MEASURED = 500;

    private final UiKit kit;
    private final TodoText words;
    private final Table table;
    private final ColumnWidths widths;
    private TodoTable rows = TodoTable.EMPTY;
    private @Nullable RecordId awaited;
    private @Nullable Stay left;

    /** What is selected, and the row that is on top; {@code null} where that is the first. */
    record Stay(Set<RecordId> selected, @Nullable RecordId top, CalmTable.Place place) {}

    /** @param memory keeps the widths that the person gave */
    TodoGrid(Composite parent, PaneSite site, TodoText words, Map<String, String> memory) {
        kit = site.kit();
        this.words = words;
        table = new Table(parent, SWT.VIRTUAL | SWT.CHECK | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        Names.set(table, Words.TABLE_NAME.text());
        for (Column column : Column.values()) {
            new TableColumn(table, SWT.LEFT).setText(title(column));
        }
        widths = ColumnWidths.keep(table, memory);
        CalmTable.apply(table, kit);
        table.addListener(SWT.SetData, site.guarded(event -> fill((TableItem) event.item, event.index)));
        table.addListener(SWT.MouseMove, site.guarded(this::tip));
    }

    Table control() {
        return table;
    }

    TodoTable rows() {
        return rows;
    }

    /** Calls with each click on a column's header. */
    void onSort(PaneSite site, Consumer<Column> clicked) {
        for (Column column : Column.values()) {
            table.getColumn(column.ordinal()).addListener(SWT.Selection, site.guarded(_ -> clicked.accept(column)));
        }
    }

    /** Shows other rows; what was selected stays selected, what was on top stays on top. */
    void show(TodoTable next) {
        boolean fresh = left != null && !next.rows().isEmpty();
        Stay before = left == null || next.rows().isEmpty() ? stay() : left;
        left = next.rows().isEmpty() ? left : null;
        Set<RecordId> selected = before.selected();
        int first = table.getSelectionIndex();
        boolean sameView = next.filter().equals(rows.filter()) && next.sort().equals(rows.sort());
        rows = next;
        widths.days(next.rows().stream().limit(MEASURED).map(item -> words.due(item.todo())));
        table.setRedraw(false);
        try {
            table.setItemCount(next.rows().size());
            table.clearAll();
            int[] still = IntStream.range(0, next.rows().size())
                    .filter(at -> selected.contains(next.rows().get(at).id()))
                    .toArray();
            // what was selected is gone, deleted or completed: the next one takes its place
            boolean gone =
                    still.length == 0 && first >= 0 && sameView && !next.rows().isEmpty();
            if (fresh) {
                // without scrolling to it
                table.select(still);
            } else {
                table.setSelection(gone ? new int[] {Math.min(first, next.rows().size() - 1)} : still);
            }
            int again = before.top() == null ? -1 : next.indexOf(before.top());
            if (again < 0) {
                table.setTopIndex(0);
            } else if (fresh) {
                // how far a table can be scrolled is not known before it is laid out
                table.setTopIndex(again);
            } else {
                before.place().restore(table, again);
            }
            table.setSortColumn(table.getColumn(next.sort().column().ordinal()));
            table.setSortDirection(next.sort().ascending() ? SWT.UP : SWT.DOWN);
        } finally {
            table.setRedraw(true);
        }
        selectAwaited();
    }

    /** What is selected and looked at. */
    Stay stay() {
        Set<RecordId> selected = new HashSet<>();
        selection().forEach(item -> selected.add(item.id()));
        CalmTable.Place place = CalmTable.place(table);
        TodoItem topmost = place.top() > 0 ? at(place.top()) : null;
        return new Stay(selected, topmost == null ? null : topmost.id(), place);
    }

    /** Goes on there as soon as there are rows. */
    void goOn(Stay stay) {
        left = stay;
    }

    /** Selects the to-do, now or as soon as it is shown. */
    void select(RecordId todo) {
        awaited = todo;
        selectAwaited();
    }

    /** What is selected, in the order of the rows. */
    List<TodoItem> selection() {
        List<TodoItem> selected = new ArrayList<>();
        Arrays.stream(table.getSelectionIndices())
                .sorted()
                .filter(at -> at < rows.rows().size())
                .forEach(at -> selected.add(rows.rows().get(at)));
        return selected;
    }

    /** The to-do that a row shows; {@code null} for none. */
    @Nullable
    TodoItem at(int row) {
        return row >= 0 && row < rows.rows().size() ? rows.rows().get(row) : null;
    }

    /** Draws again what depends on the time. */
    void redraw() {
        table.clearAll();
    }

    private void selectAwaited() {
        int at = awaited == null ? -1 : rows.indexOf(awaited);
        if (at >= 0) {
            awaited = null;
            table.setSelection(at);
            table.showSelection();
            table.notifyListeners(SWT.Selection, new Event());
        }
    }

    private void fill(TableItem row, int index) {
        TodoItem item = at(index);
        if (item == null) {
            return;
        }
        Todo todo = item.todo();
        boolean done = todo.status() == TodoStatus.DONE;
        boolean overdue = words.overdue(todo);
        row.setChecked(done);
        row.setText(Column.TITLE.ordinal(), todo.title());
        row.setText(Column.DUE.ordinal(), words.due(todo));
        Image flag = flag(todo.priority(), done);
        // a column without a title has room for flags only
        boolean unflagged = flag == null
                && table.getColumn(Column.PRIORITY.ordinal()).getText().isEmpty();
        row.setText(Column.PRIORITY.ordinal(), unflagged ? "" : TodoText.priority(todo.priority()));
        row.setText(Column.PEOPLE.ordinal(), String.join(", ", todo.people()));
        row.setForeground(kit.theme().color(done ? Shade.MUTED : Shade.TEXT));
        row.setForeground(Column.DUE.ordinal(), kit.theme().color(overdue ? Shade.DANGER : Shade.MUTED));
        row.setForeground(Column.PRIORITY.ordinal(), kit.theme().color(done ? Shade.MUTED : shade(todo.priority())));
        row.setForeground(Column.PEOPLE.ordinal(), kit.theme().color(Shade.MUTED));
        row.setImage(Column.DUE.ordinal(), overdue ? image(Icon.WARNING, Shade.DANGER) : null);
        row.setImage(Column.PRIORITY.ordinal(), flag);
    }

    private @Nullable Image flag(Priority priority, boolean done) {
        return priority == Priority.HIGH || priority == Priority.URGENT
                ? image(Icon.FLAG, done ? Shade.MUTED : shade(priority))
                : null;
    }

    private Image image(Icon icon, Shade shade) {
        return kit.icons().image(icon, shade, Space.ICON);
    }

    private static Shade shade(Priority priority) {
        return switch (priority) {
            case LOW, MEDIUM -> Shade.MUTED;
            case HIGH -> Shade.WARNING;
            case URGENT -> Shade.DANGER;
        };
    }

    private void tip(Event mouse) {
        TableItem row = table.getItem(new Point(mouse.x, mouse.y));
        TodoItem item = row == null ? null : at(table.indexOf(row));
        String tip = row == null || item == null ? "" : tip(item.todo(), row, new Point(mouse.x, mouse.y));
        if (!tip.equals(table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    private String tip(Todo todo, TableItem row, Point at) {
        if (row.getBounds(Column.DUE.ordinal()).contains(at)) {
            String day = words.dueInFull(todo);
            return words.overdue(todo) ? Words.OVERDUE_SINCE.text(day) : day;
        }
        return row.getBounds(Column.PRIORITY.ordinal()).contains(at)
                ? Words.UNDERSTOOD_PRIORITY.text(TodoText.priority(todo.priority()))
                : todo.title();
    }

    private static String title(Column column) {
        return switch (column) {
            case TITLE -> Words.COLUMN_TITLE.text();
            case DUE -> Words.COLUMN_DUE.text();
            case PRIORITY -> Words.COLUMN_PRIORITY.text();
            case PEOPLE -> Words.COLUMN_PEOPLE.text();
        };
    }
}
