// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import officina.api.json.JsonObject;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.engine.TodoItem;
import officina.todo.ui.model.TodoSort.Column;
import officina.todo.ui.model.TodoText;
import officina.todo.ui.model.Words;
import officina.ui.base.DayInput;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/**
 * Edits a cell where it stands. Enter keeps what was typed, Escape does not, Tab keeps it and goes to the next cell; what
 * cannot be understood is told and stays in the field.
 */
final class CellEditing {

    private static final List<Column> ORDER = List.of(Column.TITLE, Column.DUE, Column.PRIORITY, Column.PEOPLE);

    private final UiKit kit;
    private final PaneSite site;
    private final TodoGrid grid;
    private final TodoText words;
    private final DayInput days;
    private final BiConsumer<TodoItem, JsonObject> update;
    private final Consumer<String> objection;
    private final TableEditor editor;
    private @Nullable Control field;
    private Runnable ended = () -> {};

    CellEditing(
            PaneSite site,
            TodoGrid grid,
            TodoText words,
            DayInput days,
            BiConsumer<TodoItem, JsonObject> update,
            Consumer<String> objection) {
        this.site = site;
        kit = site.kit();
        this.grid = grid;
        this.words = words;
        this.days = days;
        this.update = update;
        this.objection = objection;
        editor = new TableEditor(grid.control());
        editor.grabHorizontal = true;
    }

    /** Calls after each field that was taken away. */
    void onEnd(Runnable listener) {
        ended = listener;
    }

    boolean active() {
        return field != null;
    }

    /** Edits that cell of that row. */
    void edit(int row, Column column) {
        end();
        TodoItem item = grid.at(row);
        if (item == null || grid.control().getColumn(column.ordinal()).getWidth() == 0) {
            return;
        }
        grid.control().showColumn(grid.control().getColumn(column.ordinal()));
        Control opened = column == Column.PRIORITY ? choice(item, row) : line(item, row, column);
        field = opened;
        Point natural = opened.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        editor.minimumHeight = natural.y;
        // the column may be only as wide as its flag
        editor.minimumWidth = column == Column.PRIORITY ? natural.x : 0;
        editor.horizontalAlignment = column == Column.PRIORITY ? SWT.RIGHT : SWT.LEFT;
        editor.setEditor(opened, grid.control().getItem(row), column.ordinal());
        opened.setFocus();
    }

    /** Takes the field away; what was typed is lost. */
    void end() {
        Control open = field;
        if (open != null) {
            field = null;
            boolean focused = open.isFocusControl();
            editor.setEditor(null);
            open.dispose();
            if (focused) {
                grid.control().setFocus();
            }
            ended.run();
        }
    }

    // --- fields ---

    private Text line(TodoItem item, int row, Column column) {
        Text text = new Text(grid.control(), SWT.SINGLE | SWT.BORDER);
        kit.theme().paint(text, Shade.SURFACE, Shade.TEXT);
        Names.set(text, grid.control().getColumn(column.ordinal()).getText());
        text.setText(toEdit(item.todo(), column));
        text.selectAll();
        text.addListener(SWT.Modify, _ -> text.setForeground(kit.theme().color(Shade.TEXT)));
        text.addListener(SWT.DefaultSelection, site.guarded(_ -> keep(text, item, column)));
        text.addListener(SWT.FocusOut, site.guarded(_ -> {
            if (text == field && !keep(text, item, column)) {
                end();
            }
        }));
        text.addListener(SWT.Traverse, site.guarded(key -> traverse(key, row, column, () -> keep(text, item, column))));
        return text;
    }

    private CCombo choice(TodoItem item, int row) {
        CCombo combo = new CCombo(grid.control(), SWT.READ_ONLY | SWT.BORDER);
        kit.theme().paint(combo, Shade.SURFACE, Shade.TEXT);
        Names.set(combo, Words.COLUMN_PRIORITY.text());
        for (Priority priority : Priority.values()) {
            combo.add(TodoText.priority(priority));
        }
        combo.select(item.todo().priority().ordinal());
        combo.addListener(SWT.FocusOut, site.guarded(_ -> {
            if (combo == field) {
                keep(combo, item);
            }
        }));
        combo.addListener(SWT.DefaultSelection, site.guarded(_ -> keep(combo, item)));
        combo.addListener(
                SWT.Traverse, site.guarded(key -> traverse(key, row, Column.PRIORITY, () -> keep(combo, item))));
        return combo;
    }

    private void traverse(Event key, int row, Column column, BooleanSupplier keep) {
        switch (key.detail) {
            case SWT.TRAVERSE_ESCAPE -> {
                key.doit = false;
                objection.accept("");
                end();
            }
            case SWT.TRAVERSE_TAB_NEXT -> turn(key, row, column, 1, keep);
            case SWT.TRAVERSE_TAB_PREVIOUS -> turn(key, row, column, -1, keep);
            default -> {}
        }
    }

    private void turn(Event key, int row, Column column, int step, BooleanSupplier keep) {
        key.doit = false;
        if (keep.getAsBoolean()) {
            int next = ORDER.indexOf(column) + step;
            if (next >= 0 && next < ORDER.size()) {
                edit(row, ORDER.get(next));
            }
        }
    }

    // --- values ---

    private String toEdit(Todo todo, Column column) {
        return switch (column) {
            case TITLE -> todo.title();
            case DUE -> words.dueToEdit(todo);
            case PRIORITY -> TodoText.priority(todo.priority());
            case PEOPLE -> String.join(", ", todo.people());
        };
    }

    /** Whether what was typed was acceptable; then the field is gone. */
    private boolean keep(Text text, TodoItem item, Column column) {
        String typed = text.getText().strip();
        JsonObject changes = typed.equals(toEdit(item.todo(), column))
                ? JsonObject.EMPTY
                : switch (column) {
                    case TITLE -> title(typed);
                    case DUE -> due(typed);
                    case PEOPLE -> JsonObject.EMPTY.with("people", names(typed));
                    case PRIORITY -> JsonObject.EMPTY;
                };
        if (changes == null) {
            text.setForeground(kit.theme().color(Shade.DANGER));
            return false;
        }
        done(item, changes);
        return true;
    }

    private boolean keep(CCombo combo, TodoItem item) {
        Priority chosen = Priority.values()[combo.getSelectionIndex()];
        done(item, chosen == item.todo().priority() ? JsonObject.EMPTY : JsonObject.EMPTY.with("priority", chosen));
        return true;
    }

    private void done(TodoItem item, JsonObject changes) {
        objection.accept("");
        end();
        if (!changes.members().isEmpty()) {
            update.accept(item, changes);
        }
    }

    private @Nullable JsonObject title(String typed) {
        if (typed.isEmpty()) {
            return objected(Words.WRONG_TITLE_EMPTY.text());
        }
        if (typed.length() > Todo.MAX_TITLE) {
            return objected(Words.WRONG_TITLE_LONG.text(Todo.MAX_TITLE));
        }
        return JsonObject.EMPTY.with("title", typed);
    }

    private @Nullable JsonObject due(String typed) {
        return switch (days.read(typed, kit.dates().language())) {
            case DayInput.Reading.None _ -> JsonObject.EMPTY.with("due", null).with("dueTime", null);
            case DayInput.Reading.On(LocalDate day, LocalTime time) ->
                JsonObject.EMPTY.with("due", day).with("dueTime", time);
            case DayInput.Reading.Unclear _ -> objected(Words.WRONG_DAY.text());
        };
    }

    private @Nullable JsonObject objected(String problem) {
        objection.accept(problem);
        return null;
    }

    static List<String> names(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
