// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.ApprovalId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Todo;
import officina.base.Progress;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.core.run.SessionTail;
import officina.engine.Engine;
import officina.engine.RemovedSessions;
import officina.engine.RunRef;
import officina.engine.Runs;
import officina.engine.Sessions;
import officina.engine.Subscription;
import officina.engine.TodoItem;
import officina.engine.Todos;
import officina.engine.TransferredSession;
import officina.engine.TurnRequest;
import officina.testkit.ui.PartialEngine;
import org.jspecify.annotations.Nullable;

/** An engine whose one session is a {@link Story}; it writes down what it was told to do. */
final class FakeServices implements Sessions, Runs, Todos {

    final List<Consumer<EventEnvelope>> listeners = new CopyOnWriteArrayList<>();
    final List<String> did = new CopyOnWriteArrayList<>();

    @Nullable
    Failure refusing;

    @Nullable
    Failure unreadable;

    private final Story story;

    FakeServices(Story story) {
        this.story = story;
    }

    void happens(RunId run, RunEvent event) {
        story.happens(run, event);
        List.copyOf(listeners).forEach(listener -> listener.accept(story.events.getLast()));
    }

    private void did(String what) {
        if (refusing != null) {
            throw new FailureException(refusing);
        }
        did.add(what);
    }

    Engine engine() {
        return PartialEngine.of(this);
    }

    // --- Sessions ---

    @Override
    public List<SessionSummary> list(SessionQuery query) {
        return List.of();
    }

    @Override
    public Optional<SessionSummary> find(SessionId session) {
        return Optional.empty();
    }

    @Override
    public SessionState state(SessionId session) {
        if (unreadable != null) {
            throw new FailureException(unreadable);
        }
        return session.equals(story.session) ? story.state() : SessionState.empty(session);
    }

    @Override
    public SessionTail tail(SessionId session, int count) {
        throw new UnsupportedOperationException("nobody shows the end of a session here");
    }

    @Override
    public void rename(SessionId session, String title) {
        throw new UnsupportedOperationException("the plan view renames nothing");
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Subscription subscribeAll(Consumer<EventEnvelope> listener) {
        throw new UnsupportedOperationException("the plan view follows one session");
    }

    // --- Runs ---

    @Override
    public RunRef start(TurnRequest request) {
        throw new UnsupportedOperationException("the plan view starts no turn");
    }

    @Override
    public List<RunSummary> list(RunQuery query) {
        return story.state().runs().reversed().stream()
                .map(run -> new RunSummary(
                        run.head().run(),
                        run.head().session(),
                        run.head().kind(),
                        run.head().title(),
                        run.phase(),
                        run.agent(),
                        run.head().startedAt(),
                        run.outcome().endedAt(),
                        run.outcome().summary()))
                .toList();
    }

    @Override
    public RunState state(RunId run) {
        RunState state = story.state().run(run);
        if (state == null) {
            throw new IllegalArgumentException("no such run: " + run);
        }
        return state;
    }

    @Override
    public List<EventEnvelope> events(RunId run) {
        return story.events;
    }

    @Override
    public RunState await(RunId run) {
        return state(run);
    }

    @Override
    public void approve(RunId run, ApprovalId approval, int revision, List<StepId> steps) {
        did("approve " + revision + " " + steps);
    }

    @Override
    public void refuse(RunId run, ApprovalId approval, String reason) {
        did("refuse " + reason);
    }

    @Override
    public void revise(RunId run, ExecutionPlan edited) {
        did("revise " + edited.revision());
        happens(run, new RunEvent.PlanProposed(edited));
    }

    @Override
    public void answer(RunId run, QuestionId question, String answer) {
        throw new UnsupportedOperationException("the plan view answers nothing");
    }

    @Override
    public void cancel(RunId run) {
        did("cancel");
    }

    @Override
    public void resume(RunId run) {
        did("resume");
    }

    @Override
    public RunRef undo(RunId run) {
        did("undo " + run);
        return new RunRef(story.session, Story.run(99));
    }

    // --- Todos ---

    @Override
    public List<TodoItem> list(TodoQuery query) {
        return List.of();
    }

    @Override
    public Optional<TodoItem> find(RecordId todo) {
        Todo passport =
                Todo.from(JsonObject.EMPTY.with("project", Story.PASSPORT).with("title", "Renew the passport"));
        return todo.equals(Story.PASSPORT)
                ? Optional.of(new TodoItem(todo, 1, passport, Instant.EPOCH, Instant.EPOCH))
                : Optional.empty();
    }

    @Override
    public TodoChange add(NewTodo todo) {
        throw new UnsupportedOperationException("the plan view changes no to-do itself");
    }

    @Override
    public TodoChange update(RecordId todo, JsonObject changes) {
        throw new UnsupportedOperationException("the plan view changes no to-do itself");
    }

    @Override
    public TodoChange complete(RecordId todo) {
        throw new UnsupportedOperationException("the plan view changes no to-do itself");
    }

    @Override
    public TodoChange reopen(RecordId todo) {
        throw new UnsupportedOperationException("the plan view changes no to-do itself");
    }

    @Override
    public TodoChange delete(RecordId todo) {
        throw new UnsupportedOperationException("the plan view changes no to-do itself");
    }

    @Override
    public Subscription onChange(Consumer<RecordId> listener) {
        return () -> {};
    }

    @Override
    public RemovedSessions delete(SessionId session, Progress progress) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    public RemovedSessions clean(Progress progress) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    public TransferredSession exportTo(SessionId session, Path file, Progress progress) {
        throw new UnsupportedOperationException("no files here");
    }

    @Override
    public TransferredSession importFrom(Path file, boolean asCopy, Progress progress) {
        throw new UnsupportedOperationException("no files here");
    }
}
