// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.language.EntityExtractor;
import officina.api.record.TodoStatus;
import officina.engine.Engine;
import officina.engine.TodoItem;
import officina.engine.Todos.NewTodo;
import officina.todo.ui.model.QuickAdd;
import officina.todo.ui.model.TodoBoard;
import officina.todo.ui.model.TodoBoard.Notice;
import officina.todo.ui.model.TodoFilter;
import officina.todo.ui.model.TodoSort;
import officina.todo.ui.model.TodoSort.Column;
import officina.todo.ui.model.TodoTable;
import officina.todo.ui.model.TodoText;
import officina.todo.ui.model.Words;
import officina.ui.base.Coalesced;
import officina.ui.base.DayInput;
import officina.ui.base.Following;
import officina.ui.base.Icon;
import officina.ui.base.NoticeLine;
import officina.ui.base.Owned;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PaneStack;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The content of the to-do view. */
public final class TodosPane implements Pane {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PaneSite site;
    private final TodoBoard board;
    private final AddRow add;
    private final FilterBar filters;
    private final PaneStack stack;
    private final SashForm sash;
    private final TodoGrid grid;
    private final CellEditing editing;
    private final DetailsArea details;
    private final NoticeLine notices;

    /** What the person leaves when this content is replaced by another. */
    private record Left(
            String adding, TodoFilter filter, TodoSort sort, TodoGrid.Stay stay, DetailsArea.@Nullable Typed typed) {}

    /** What came while a cell was edited: shown afterwards, so that nobody loses what they are typing. */
    private TodoBoard.@Nullable View deferred;

    /** Without an extractor, days are typed as dates. */
    public TodosPane(PaneSite site, Engine engine, @Nullable EntityExtractor extractor) {
        this(site, engine, extractor, new HashMap<>());
    }

    /** @param memory keeps the widths of columns, for the next start */
    TodosPane(PaneSite site, Engine engine, @Nullable EntityExtractor extractor, Map<String, String> memory) {
        this.site = site;
        TodoText words = new TodoText(site.kit().dates());
        board = board(engine);
        Composite parent = site.parent();
        GridLayoutFactory.fillDefaults()
                .margins(Space.M, Space.M)
                .spacing(0, Space.S)
                .applyTo(parent);
        add = new AddRow(parent, site, new QuickAdd(extractor), words, new Adding());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(add.control());
        filters = new FilterBar(parent, site, board::filter);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filters.control());
        stack = new PaneStack(parent, site.kit());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack.control());
        stack.content().setLayout(new FillLayout());
        sash = new SashForm(stack.content(), SWT.VERTICAL);
        site.kit().theme().paint(sash, Shade.SURFACE, Shade.TEXT);
        grid = new TodoGrid(sash, site, words, memory);
        details = new DetailsArea(sash, site, words, board::update);
        sash.setWeights(65, 35);
        sash.setMaximizedControl(grid.control());
        notices = new NoticeLine(parent, site);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notices.control());
        editing = new CellEditing(site, grid, words, new DayInput(extractor), board::update, this::object);
        editing.onEnd(this::showDeferred);
        grid.onSort(site, board::sort);
        listen(grid.control());
        menu(grid.control());
        stack.showLoading(Words.LOADING.text());
        Left left = site.remembered(Left.class);
        if (left == null) {
            board.start();
        } else {
            add.setText(left.adding());
            filters.set(left.filter());
            grid.goOn(left.stay());
            details.goOn(left.typed());
            board.start(left.filter(), left.sort());
        }
        tick();
    }

    @Override
    public void focus() {
        if (stack.showsContent() && !grid.rows().rows().isEmpty()) {
            grid.control().setFocus();
        } else {
            add.focus();
        }
    }

    @Override
    public Object remember() {
        TodoTable shown = grid.rows();
        return new Left(add.text(), filters.filter(), shown.sort(), grid.stay(), details.typed());
    }

    /** Whether undo and redo mean this view's changes now: in a field they mean what is being typed. */
    public boolean listensToUndo() {
        return !(site.parent().getDisplay().getFocusControl() instanceof Text);
    }

    /** Takes the newest change of this view back. */
    public void undo() {
        board.undo();
    }

    /** Does again what was taken back. */
    public void redo() {
        board.redo();
    }

    /** Gives the keyboard to the line that adds. */
    public void focusAdd() {
        add.focus();
    }

    /** Gives the keyboard to the words to filter by. */
    public void focusFilter() {
        filters.focusText();
    }

    private TodoBoard board(Engine engine) {
        Executor worker = site.worker("todos-view");
        Coalesced<TodoBoard.View> views = site.coalesced(this::show);
        TodoBoard made = new TodoBoard(
                engine.todos(), engine.runs(), site.kit().dates()::language, worker, new TodoBoard.Listener() {
                    @Override
                    public void shown(TodoBoard.View view) {
                        views.set(view);
                    }

                    @Override
                    public void chosen(RecordId todo) {
                        site.post(() -> grid.select(todo));
                    }

                    @Override
                    public void widened() {
                        site.post(filters::reset);
                    }

                    @Override
                    public void told(Notice notice) {
                        site.post(() -> tell(notice));
                    }

                    @Override
                    public void failed(FailureException failure) {
                        site.post(() -> stack.showFailing(failure.failure(), board::reload));
                    }
                });
        site.owned().own(Following.of(made));
        return made;
    }

    // --- showing ---

    private void show(TodoBoard.View view) {
        TodoTable table = view.table();
        if (editing.active()) {
            deferred = view;
            return;
        }
        deferred = null;
        grid.show(table);
        filters.show(table);
        notices.rest(count(table));
        if (table.total() == 0) {
            stack.showEmpty(Icon.TODO, Words.EMPTY_NONE_TITLE.text(), Words.EMPTY_NONE_TEXT.text());
        } else if (table.rows().isEmpty()) {
            PaneAction all = new PaneAction(Words.EMPTY_MATCH_ACTION.text(), () -> site.guard(this::clearFilter));
            stack.showEmpty(Icon.FILTER, Words.EMPTY_MATCH_TITLE.text(), Words.EMPTY_MATCH_TEXT.text(), all);
        } else {
            stack.showContent();
        }
        showDetails();
    }

    /** Where there is none the view says so in its middle. */
    private static String count(TodoTable table) {
        int shown = table.rows().size();
        if (table.total() == 0) {
            return "";
        }
        return shown == table.total()
                ? Words.COUNT.text(table.total())
                : Words.COUNT_FILTERED.text(shown, table.total());
    }

    private void showDeferred() {
        TodoBoard.View view = deferred;
        if (view != null) {
            show(view);
        }
    }

    private void tell(Notice notice) {
        if (notice.kind() == Notice.Kind.PROBLEM) {
            notices.object(notice.text());
        } else if (notice.undoable()) {
            notices.tell(notice.text(), new PaneAction(Words.UNDO.text(), board::undo));
        } else {
            notices.tell(notice.text());
        }
    }

    private void object(String problem) {
        if (problem.isEmpty()) {
            notices.clear();
        } else {
            notices.object(problem);
        }
    }

    /** What the line that adds asks. */
    private final class Adding implements AddRow.Taker {

        @Override
        public void add(NewTodo todo, Consumer<Boolean> done) {
            board.add(todo, done);
        }

        @Override
        public void held() {
            notices.tell(Words.ENGINE_CHANGES.text());
        }
    }

    private void clearFilter() {
        filters.reset();
        board.filter(TodoFilter.START);
    }

    private void showDetails() {
        List<TodoItem> selected = grid.selection();
        TodoItem only = selected.size() == 1 ? selected.getFirst() : null;
        details.show(only);
        sash.setMaximizedControl(only == null ? grid.control() : null);
    }

    /** What depends on the hour follows the clock while the view is open. */
    private void tick() {
        site.kit().ui().later(MINUTE, () -> {
            if (!sash.isDisposed()) {
                site.guard(board::refresh);
                tick();
            }
        });
    }

    // --- acting ---

    private void listen(Table table) {
        table.addListener(SWT.Selection, site.guarded(event -> {
            if (event.detail == SWT.CHECK) {
                toggle(List.of((TableItem) event.item));
            } else {
                showDetails();
            }
        }));
        table.addListener(SWT.MouseDoubleClick, site.guarded(this::editAt));
        table.addListener(SWT.KeyDown, site.guarded(this::key));
    }

    private void key(Event key) {
        boolean command = (key.stateMask & SWT.MOD1) != 0;
        boolean shift = (key.stateMask & SWT.MOD2) != 0;
        if (command) {
            switch (key.keyCode) {
                case 'z' -> {
                    if (shift) {
                        board.redo();
                    } else {
                        board.undo();
                    }
                }
                case 'y' -> board.redo();
                case 'f' -> filters.focusText();
                default -> {}
            }
            return;
        }
        switch (key.keyCode) {
            case SWT.F2, SWT.CR, SWT.KEYPAD_CR -> edit(Column.TITLE);
            case SWT.DEL -> board.delete(grid.selection());
            default -> {}
        }
    }

    private void toggle(List<TableItem> rows) {
        List<TodoItem> items = rows.stream()
                .map(row -> grid.at(grid.control().indexOf(row)))
                .filter(Objects::nonNull)
                .toList();
        complete(items);
    }

    /** Completes what is open; where all is done already, reopens. */
    private void complete(List<TodoItem> items) {
        List<TodoItem> open = items.stream()
                .filter(item -> item.todo().status() == TodoStatus.OPEN)
                .toList();
        if (open.isEmpty()) {
            board.reopen(items);
        } else {
            board.complete(open);
        }
    }

    private void edit(Column column) {
        int row = grid.control().getSelectionIndex();
        if (row >= 0) {
            editing.edit(row, column);
        }
    }

    private void editAt(Event click) {
        Point at = new Point(click.x, click.y);
        TableItem row = grid.control().getItem(at);
        if (row == null) {
            return;
        }
        for (Column column : Column.values()) {
            if (row.getBounds(column.ordinal()).contains(at)) {
                editing.edit(grid.control().indexOf(row), column);
            }
        }
    }

    private void menu(Table table) {
        Menu menu = new Menu(table);
        MenuItem complete = item(menu, Words.MENU_COMPLETE.text(), () -> complete(grid.selection()));
        item(menu, Words.MENU_EDIT_TITLE.text() + "\tF2", () -> edit(Column.TITLE));
        item(menu, Words.MENU_EDIT_DUE.text(), () -> edit(Column.DUE));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Words.MENU_DELETE.text() + "\tDel", () -> board.delete(grid.selection()));
        menu.addListener(SWT.Show, site.guarded(_ -> {
            List<TodoItem> selected = grid.selection();
            boolean allDone = !selected.isEmpty()
                    && selected.stream().allMatch(item -> item.todo().status() == TodoStatus.DONE);
            complete.setText(allDone ? Words.MENU_REOPEN.text() : Words.MENU_COMPLETE.text());
            for (MenuItem each : menu.getItems()) {
                each.setEnabled(!selected.isEmpty());
            }
        }));
        table.setMenu(menu);
        Owned.by(table).own(menu::dispose);
    }

    private MenuItem item(Menu menu, String text, Runnable run) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, site.guarded(_ -> run.run()));
        return item;
    }
}
