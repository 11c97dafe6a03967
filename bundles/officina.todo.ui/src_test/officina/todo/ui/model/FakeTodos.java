// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.record.Todo;
import officina.engine.RunRef;
import officina.engine.Subscription;
import officina.engine.TodoItem;
import officina.engine.Todos;
import org.jspecify.annotations.Nullable;

/** To-dos in memory that remember how to take each change back. */
final class FakeTodos implements Todos {

    static final RecordId PROJECT = id(1);

    final Map<RecordId, TodoItem> items = new HashMap<>();
    final Map<RunId, Runnable> undo = new HashMap<>();
    final List<Consumer<RecordId>> listeners = new ArrayList<>();

    @Nullable
    Failure failing;

    /** Until then nothing is added. */
    volatile CountDownLatch arriving = new CountDownLatch(0);

    int lists;
    private int ids = 100;
    private final SessionId session = new SessionId(new UUID(7, 7));

    static RecordId id(long number) {
        return new RecordId(new UUID(0, number));
    }

    @Override
    public List<TodoItem> list(TodoQuery query) {
        lists++;
        mayFail();
        return List.copyOf(items.values());
    }

    @Override
    public Optional<TodoItem> find(RecordId todo) {
        return Optional.ofNullable(items.get(todo));
    }

    @Override
    public TodoChange add(NewTodo todo) {
        try {
            if (!arriving.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the to-do arrive");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return put(
                id(++ids),
                JsonObject.EMPTY
                        .with("project", PROJECT)
                        .with("title", todo.title())
                        .with("priority", todo.priority())
                        .withPresent("due", todo.due())
                        .withPresent("dueTime", todo.dueTime())
                        .with("people", todo.people()));
    }

    @Override
    public TodoChange update(RecordId todo, JsonObject changes) {
        return put(todo, items.get(todo).todo().fields().merge(changes).withoutNulls());
    }

    @Override
    public TodoChange complete(RecordId todo) {
        return update(todo, JsonObject.EMPTY.with("status", "done"));
    }

    @Override
    public TodoChange reopen(RecordId todo) {
        return update(todo, JsonObject.EMPTY.with("status", "open").with("completedAt", JsonNull.NULL));
    }

    @Override
    public TodoChange delete(RecordId todo) {
        mayFail();
        TodoItem old = items.remove(todo);
        return changed(old, () -> items.put(todo, old));
    }

    @Override
    public Subscription onChange(Consumer<RecordId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Puts a to-do there without any run, as another program part would. */
    TodoItem given(long number, String title, Object... fields) {
        JsonObject json = JsonObject.EMPTY.with("project", PROJECT).with("title", title);
        for (int i = 0; i < fields.length; i += 2) {
            json = json.with((String) fields[i], fields[i + 1]);
        }
        TodoItem item = new TodoItem(id(number), 1, Todo.from(json), Instant.EPOCH, Instant.EPOCH);
        items.put(item.id(), item);
        return item;
    }

    void tell(RecordId todo) {
        List.copyOf(listeners).forEach(listener -> listener.accept(todo));
    }

    /** Runs what takes the run back; the undoing run is undone by doing it again. */
    RunRef takeBack(RunId run, Runnable again) {
        undo.remove(run).run();
        RunRef by = newRun();
        undo.put(by.run(), again);
        return by;
    }

    private TodoChange put(RecordId todo, JsonObject fields) {
        mayFail();
        TodoItem old = items.get(todo);
        TodoItem now = new TodoItem(
                todo, old == null ? 1 : old.revision() + 1, Todo.from(fields), Instant.EPOCH, Instant.EPOCH);
        items.put(todo, now);
        return changed(now, old == null ? () -> items.remove(todo) : () -> items.put(todo, old));
    }

    private TodoChange changed(TodoItem item, Runnable back) {
        RunRef run = newRun();
        undo.put(run.run(), () -> {
            back.run();
            tell(item.id());
        });
        tell(item.id());
        return new TodoChange(item, run);
    }

    private RunRef newRun() {
        return new RunRef(session, new RunId(new UUID(8, ++ids)));
    }

    private void mayFail() {
        if (failing != null) {
            throw new FailureException(failing);
        }
    }

    static Failure failure() {
        return Failure.of("journal.io", ErrorKind.RESOURCE, "The disk is full.", "Free some space.");
    }
}
