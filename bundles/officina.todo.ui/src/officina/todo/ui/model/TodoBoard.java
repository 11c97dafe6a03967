// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.language.LanguageContext;
import officina.core.run.RunState;
import officina.engine.RunRef;
import officina.engine.Runs;
import officina.engine.Subscription;
import officina.engine.TodoItem;
import officina.engine.Todos;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import org.jspecify.annotations.Nullable;

/**
 * The to-dos of one view: loaded, kept up to date, filtered, changed and taken back. Methods return at once and may be
 * called by any thread; the work is done in order by the given executor, which also calls the listeners.
 */
public final class TodoBoard implements AutoCloseable {

    /** From so many changed to-dos on, all are read again: cheaper than one by one. */
    private static final int RELOAD_FROM = 50;

    /** What the view shows. */
    public record View(TodoTable table, UndoStack undo) {}

    /** What the board tells. */
    public interface Listener {

        /** There is something new to show. Of several that come together only the last counts. */
        void shown(View view);

        /** That to-do is to be selected, as soon as it is shown. */
        void chosen(RecordId todo);

        /** The filter was set back to {@link TodoFilter#START}, so that what was added is shown. */
        void widened();

        /** Something was done, or not; one line. */
        void told(Notice notice);

        /** To-dos cannot be read at all; {@link #reload} tries again. */
        void failed(FailureException failure);
    }

    /** One line on what was done; {@code undoable} when taking it back is the natural next thought. */
    public record Notice(Kind kind, String text, boolean undoable) {

        /** Whether it went well. */
        public enum Kind {
            DONE,
            PROBLEM
        }
    }

    private final Todos todos;
    private final Runs runs;
    private final Supplier<LanguageContext> language;
    private final Executor worker;
    private final Listener listener;

    private final Set<RecordId> dirty = new LinkedHashSet<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Subscription changes;

    // touched by the worker only
    private final Map<RecordId, TodoItem> items = new LinkedHashMap<>();
    private TodoFilter filter = TodoFilter.START;
    private TodoSort sort = TodoSort.START;
    private UndoStack undo = UndoStack.EMPTY;

    /** The worker runs one task at a time, in order. */
    public TodoBoard(Todos todos, Runs runs, Supplier<LanguageContext> language, Executor worker, Listener listener) {
        this.todos = todos;
        this.runs = runs;
        this.language = language;
        this.worker = worker;
        this.listener = listener;
    }

    /** Listens for changes and loads; call it once. */
    public void start() {
        start(TodoFilter.START, TodoSort.START);
    }

    /** The same, with a filter and an order to begin with. */
    public void start(TodoFilter firstFilter, TodoSort firstSort) {
        work(() -> {
            filter = firstFilter;
            sort = firstSort;
            synchronized (dirty) {
                if (!closed.get()) {
                    changes = todos.onChange(this::changed);
                }
            }
            load();
        });
    }

    /** Reads everything again. */
    public void reload() {
        work(this::load);
    }

    /** Shows again what depends on the hour: due words, what is overdue. */
    public void refresh() {
        work(this::show);
    }

    public void filter(TodoFilter wanted) {
        work(() -> {
            filter = wanted;
            show();
        });
    }

    public void sort(TodoSort.Column clicked) {
        work(() -> {
            sort = sort.clicked(clicked);
            show();
        });
    }

    /**
     * Adds a to-do and selects it. Where the filter hides it, the filter is widened: nothing one adds vanishes.
     *
     * @param done told by the worker whether it was added
     */
    public void add(NewTodo todo, Consumer<Boolean> done) {
        work(() -> {
            TodoChange added;
            try {
                added = todos.add(todo);
            } catch (FailureException e) {
                done.accept(false);
                throw e;
            }
            done.accept(true);
            if (!filter.at(now()).test(added.todo())) {
                filter = TodoFilter.START;
                listener.widened();
            }
            remember(Words.DID_ADD, List.of(added));
        });
    }

    /** Sets fields by their names in {@link officina.api.record.Todo}. */
    public void update(TodoItem todo, JsonObject changed) {
        work(() -> remember(Words.DID_CHANGE, List.of(todos.update(todo.id(), changed))));
    }

    public void complete(List<TodoItem> chosen) {
        changeEach(Words.DID_COMPLETE, chosen, todos::complete);
    }

    public void reopen(List<TodoItem> chosen) {
        changeEach(Words.DID_REOPEN, chosen, todos::reopen);
    }

    public void delete(List<TodoItem> chosen) {
        changeEach(Words.DID_DELETE, chosen, todos::delete);
    }

    /** Takes the newest change of this view back; does nothing where there is none. */
    public void undo() {
        work(() -> undo.toUndo().ifPresent(change -> {
            List<RunRef> by = takeBack(change);
            undo = by.isEmpty() ? undo.undoFailed() : undo.undone(by);
            if (!by.isEmpty()) {
                tell(Words.DID_UNDO.text(change.text()), false);
            }
            show();
        }));
    }

    /** Does the newest undone change again; does nothing where there is none. */
    public void redo() {
        work(() -> undo.toRedo().ifPresent(change -> {
            List<RunRef> by = takeBack(change);
            undo = by.isEmpty() ? undo.redoFailed() : undo.redone(by);
            if (!by.isEmpty()) {
                tell(Words.DID_REDO.text(change.text()), false);
            }
            show();
        }));
    }

    /** Stops listening; work under way ends without being shown. */
    @Override
    public void close() {
        synchronized (dirty) {
            closed.set(true);
            if (changes != null) {
                changes.close();
            }
        }
    }

    // --- work ---

    private void work(Runnable task) {
        worker.execute(() -> {
            if (closed.get()) {
                return;
            }
            try {
                task.run();
            } catch (FailureException e) {
                listener.told(new Notice(Notice.Kind.PROBLEM, e.failure().told(), false));
            }
        });
    }

    private void load() {
        try {
            List<TodoItem> all = todos.list(TodoQuery.ALL);
            items.clear();
            all.forEach(item -> items.put(item.id(), item));
        } catch (FailureException e) {
            listener.failed(e);
            return;
        }
        show();
    }

    /** Called by the engine's thread: remembers what changed; the worker reads it when it comes to it. */
    private void changed(RecordId todo) {
        boolean first;
        synchronized (dirty) {
            first = dirty.isEmpty();
            dirty.add(todo);
        }
        if (first) {
            work(this::readChanged);
        }
    }

    private void readChanged() {
        List<RecordId> changed;
        synchronized (dirty) {
            changed = List.copyOf(dirty);
            dirty.clear();
        }
        if (changed.size() >= RELOAD_FROM) {
            load();
            return;
        }
        changed.forEach(id -> put(id, todos.find(id)));
        show();
    }

    private void put(RecordId id, Optional<TodoItem> item) {
        if (item.isPresent()) {
            items.put(id, item.get());
        } else {
            items.remove(id);
        }
    }

    private void changeEach(Words text, List<TodoItem> chosen, Function<RecordId, TodoChange> doing) {
        if (chosen.isEmpty()) {
            return;
        }
        work(() -> {
            List<TodoChange> done = new ArrayList<>();
            try {
                chosen.forEach(item -> done.add(doing.apply(item.id())));
            } finally {
                if (!done.isEmpty()) {
                    remember(text, done);
                }
            }
        });
    }

    private void remember(Words did, List<TodoChange> done) {
        TodoItem first = done.getFirst().todo();
        String text = did.text(done.size(), first.todo().title());
        undo = undo.done(
                new UndoStack.Change(text, done.stream().map(TodoChange::run).toList()));
        done.forEach(each -> put(each.todo().id(), todos.find(each.todo().id())));
        tell(text, true);
        if (done.size() == 1) {
            listener.chosen(first.id());
        }
        show();
    }

    private List<RunRef> takeBack(UndoStack.Change change) {
        List<RunRef> by = new ArrayList<>();
        for (RunRef run : change.runs().reversed()) {
            try {
                RunRef undoing = runs.undo(run.run());
                RunState state = runs.await(undoing.run());
                if (state.outcome().success()) {
                    by.add(undoing);
                } else {
                    listener.told(new Notice(Notice.Kind.PROBLEM, Failures.outcome(state), false));
                }
            } catch (FailureException e) {
                listener.told(new Notice(Notice.Kind.PROBLEM, e.failure().told(), false));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return by;
            }
        }
        return by;
    }

    private void tell(String text, boolean undoable) {
        listener.told(new Notice(Notice.Kind.DONE, text, undoable));
    }

    private LocalDateTime now() {
        LanguageContext context = language.get();
        return LocalDateTime.ofInstant(context.now(), context.zone());
    }

    private void show() {
        TodoTable table =
                TodoTable.of(items.values(), filter, sort, now(), language.get().locale());
        listener.shown(new View(table, undo));
    }
}
