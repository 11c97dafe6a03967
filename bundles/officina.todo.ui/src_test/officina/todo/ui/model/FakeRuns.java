// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.engine.RunRef;
import officina.engine.Runs;
import officina.engine.TodoItem;
import officina.engine.TurnRequest;
import org.jspecify.annotations.Nullable;

/** Runs that only know how to take back what {@link FakeTodos} did. */
final class FakeRuns implements Runs {

    private final FakeTodos todos;

    @Nullable
    Failure refusing;

    FakeRuns(FakeTodos todos) {
        this.todos = todos;
    }

    @Override
    public RunRef undo(RunId run) {
        if (refusing != null) {
            throw new FailureException(refusing);
        }
        Map<RecordId, TodoItem> before = Map.copyOf(todos.items);
        return todos.takeBack(run, () -> {
            todos.items.clear();
            todos.items.putAll(before);
            before.keySet().forEach(todos::tell);
        });
    }

    @Override
    public RunState await(RunId run) {
        SessionId session = new SessionId(new java.util.UUID(7, 7));
        RunState started = RunState.first(new EventEnvelope(
                1,
                session,
                run,
                1,
                1,
                Instant.EPOCH,
                Origin.USER,
                new RunEvent.RunStarted(RunKind.UNDO, "Undo", null, null)));
        return started.after(new EventEnvelope(
                1, session, run, 2, 2, Instant.EPOCH, Origin.USER, new RunEvent.RunFinished(true, "Taken back")));
    }

    @Override
    public RunRef start(TurnRequest request) {
        throw new UnsupportedOperationException("the to-do view starts no turn");
    }

    @Override
    public List<RunSummary> list(RunQuery query) {
        return List.of();
    }

    @Override
    public RunState state(RunId run) {
        return await(run);
    }

    @Override
    public List<EventEnvelope> events(RunId run) {
        return List.of();
    }

    @Override
    public void approve(RunId run, ApprovalId approval, int revision, List<StepId> steps) {
        throw new UnsupportedOperationException("the to-do view approves nothing");
    }

    @Override
    public void refuse(RunId run, ApprovalId approval, String reason) {
        throw new UnsupportedOperationException("the to-do view refuses nothing");
    }

    @Override
    public void revise(RunId run, ExecutionPlan edited) {
        throw new UnsupportedOperationException("the to-do view revises nothing");
    }

    @Override
    public void answer(RunId run, QuestionId question, String answer) {
        throw new UnsupportedOperationException("the to-do view answers nothing");
    }

    @Override
    public void cancel(RunId run) {
        throw new UnsupportedOperationException("the to-do view cancels nothing");
    }

    @Override
    public void resume(RunId run) {
        throw new UnsupportedOperationException("the to-do view resumes nothing");
    }
}
