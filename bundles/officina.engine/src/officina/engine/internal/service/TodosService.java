// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.Priority;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.base.Uuids;
import officina.core.run.Journal;
import officina.engine.Subscription;
import officina.engine.TodoItem;
import officina.engine.Todos;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.Projector;
import officina.engine.internal.record.Changes;
import officina.store.Store;

/** To-dos as records of the store, changed by small runs. */
public final class TodosService implements Todos {

    private static final Comparator<TodoItem> BY_DUE_THEN_PRIORITY = Comparator.comparing(
                    (TodoItem item) -> Optional.ofNullable(item.todo().due()).orElse(LocalDate.MAX))
            .thenComparing(item -> Optional.ofNullable(item.todo().dueTime()).orElse(LocalTime.MAX))
            .thenComparing((TodoItem item) -> item.todo().priority(), Comparator.reverseOrder())
            .thenComparing(TodoItem::createdAt);

    private final Store store;
    private final Edits edits;
    private final Journal journal;
    private final Projector projector;
    private final InstantSource clock;
    private final RecordId standardProject;

    TodosService(
            Store store,
            Edits edits,
            Journal journal,
            Projector projector,
            InstantSource clock,
            RecordId standardProject) {
        this.store = store;
        this.edits = edits;
        this.journal = journal;
        this.projector = projector;
        this.clock = clock;
        this.standardProject = standardProject;
    }

    @Override
    public List<TodoItem> list(TodoQuery query) {
        LocalDate until = query.dueUntil();
        return store.list(new RecordQuery(RecordKind.TODO, exact(query), query.text(), RecordQuery.MAX_LIMIT)).stream()
                .map(TodosService::item)
                .filter(item -> until == null || isDueBy(item, until))
                .sorted(BY_DUE_THEN_PRIORITY)
                .limit(query.limit())
                .toList();
    }

    @Override
    public Optional<TodoItem> find(RecordId todo) {
        return store.get(RecordKind.TODO, todo).map(TodosService::item);
    }

    @Override
    public TodoChange add(NewTodo todo) {
        RecordId project = todo.project();
        RecordId owner = project == null ? standardProject : project;
        JsonObject fields = JsonObject.EMPTY
                .with("project", owner)
                .with("title", todo.title())
                .with("description", todo.description())
                .with("priority", todo.priority())
                .with("status", TodoStatus.OPEN)
                .withPresent("due", todo.due())
                .withPresent("dueTime", todo.dueTime())
                .with("people", todo.people());
        RecordId id = new RecordId(Uuids.next(clock));
        return edit(owner, "Added a to-do", changes -> {
            changes.require(RecordKind.PROJECT, owner);
            return changes.create(RecordKind.TODO, id, fields);
        });
    }

    @Override
    public TodoChange update(RecordId todo, JsonObject changed) {
        return edit(projectOf(todo), "Changed a to-do", changes -> changes.update(RecordKind.TODO, todo, changed));
    }

    @Override
    public TodoChange complete(RecordId todo) {
        return setStatus(todo, TodoStatus.DONE, "Completed a to-do");
    }

    @Override
    public TodoChange reopen(RecordId todo) {
        return setStatus(todo, TodoStatus.OPEN, "Reopened a to-do");
    }

    @Override
    public TodoChange delete(RecordId todo) {
        return edit(projectOf(todo), "Deleted a to-do", changes -> changes.delete(RecordKind.TODO, todo));
    }

    @Override
    public Subscription onChange(Consumer<RecordId> listener) {
        return journal.subscribeAll(journal.lastPosition() + 1, envelope -> tell(listener, envelope))::close;
    }

    private void tell(Consumer<RecordId> listener, EventEnvelope envelope) {
        if (envelope.event() instanceof RunEvent.RecordChanged change
                && change.kind().equals(RecordKind.TODO)) {
            projector.awaitIfPossible(envelope.position());
            listener.accept(change.id());
        }
    }

    private TodoChange setStatus(RecordId todo, TodoStatus status, String title) {
        JsonObject changed = JsonObject.EMPTY.with("status", status);
        return edit(projectOf(todo), title, changes -> changes.update(RecordKind.TODO, todo, changed));
    }

    private TodoChange edit(RecordId project, String title, Function<Changes, DataRecord> body) {
        return edits.edit(project, title, body, (record, run) -> new TodoChange(item(record), run));
    }

    /** The project whose session of edits the change belongs to; that the to-do is gone is found out under the lock. */
    private RecordId projectOf(RecordId todo) {
        return find(todo).map(item -> item.todo().project()).orElse(standardProject);
    }

    private static Map<String, JsonValue> exact(TodoQuery query) {
        Map<String, JsonValue> equal = new HashMap<>();
        RecordId project = query.project();
        TodoStatus status = query.status();
        Priority priority = query.priority();
        if (project != null) {
            equal.put("project", JsonValue.of(project));
        }
        if (status != null) {
            equal.put("status", JsonValue.of(status));
        }
        if (priority != null) {
            equal.put("priority", JsonValue.of(priority));
        }
        return equal;
    }

    private static boolean isDueBy(TodoItem item, LocalDate day) {
        LocalDate due = item.todo().due();
        return due != null && !due.isAfter(day);
    }

    private static TodoItem item(DataRecord record) {
        return new TodoItem(
                record.id(), record.revision(), Todo.from(record.fields()), record.createdAt(), record.updatedAt());
    }
}
