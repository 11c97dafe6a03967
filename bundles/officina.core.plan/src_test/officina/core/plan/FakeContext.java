// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.tool.ToolResult;
import officina.core.run.PlanState;
import officina.core.run.RunState;

/** A run over the real reducer, with records that remember per step what was made, as the engine's do. */
final class FakeContext implements PlanContext {

    private static final SessionId SESSION = new SessionId(new UUID(0, 1));
    private static final RunId RUN = new RunId(new UUID(0, 2));

    final List<RunEvent> events = new ArrayList<>();
    final Map<RecordId, JsonObject> records = new LinkedHashMap<>();
    final List<String> notifications = new ArrayList<>();
    BiFunction<ToolId, JsonObject, ToolResult> tools = (tool, _) -> {
        throw new AssertionError("nobody asked for " + tool);
    };
    final List<Prompt> prompts = new ArrayList<>();
    Function<Prompt, String> model = prompt -> {
        throw new AssertionError("nobody asked for a model");
    };
    int cancelledAfter = Integer.MAX_VALUE;

    private RunState state;

    FakeContext(ExecutionPlan plan) {
        state = RunState.first(envelope(1, new RunEvent.RunStarted(RunKind.TURN, "test", null, null)));
        emit(List.of(new RunEvent.PlanProposed(plan)));
        events.clear();
    }

    PlanState plan() {
        PlanState plan = state.plan();
        if (plan == null) {
            throw new AssertionError("no plan");
        }
        return plan;
    }

    @Override
    public PlanState emit(List<RunEvent> more) {
        for (RunEvent event : more) {
            state = state.after(envelope(state.lastSeq() + 1, event));
            events.add(event);
        }
        return plan();
    }

    @Override
    public RecordAccess records(StepId step) {
        return new StepRecords(step);
    }

    @Override
    public Notifier notifier(StepId step) {
        return (title, text) -> notifications.add(title + ": " + text);
    }

    @Override
    public ToolResult call(StepId step, ToolId tool, JsonObject input) {
        return tools.apply(tool, input);
    }

    @Override
    public String ask(StepId step, Prompt prompt) {
        prompts.add(prompt);
        return model.apply(prompt);
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (cancelledAfter-- <= 0) {
            throw new InterruptedException("cancelled");
        }
    }

    static RecordId idFor(StepId step) {
        return new RecordId(new UUID(9, Long.parseLong(step.value().replaceAll("\\D", ""))));
    }

    private static EventEnvelope envelope(long seq, RunEvent event) {
        return new EventEnvelope(RunEvent.SCHEMA, SESSION, RUN, seq, seq, Instant.EPOCH, Origin.USER, event);
    }

    private final class StepRecords implements RecordAccess {

        private final StepId step;

        StepRecords(StepId step) {
            this.step = step;
        }

        @Override
        public List<DataRecord> list(RecordQuery query) {
            return records.keySet().stream().map(id -> record(query.kind(), id)).toList();
        }

        @Override
        public Optional<DataRecord> get(RecordKind kind, RecordId id) {
            return records.containsKey(id) ? Optional.of(record(kind, id)) : Optional.empty();
        }

        @Override
        public DataRecord create(RecordKind kind, JsonObject fields) {
            records.putIfAbsent(idFor(step), fields);
            return record(kind, idFor(step));
        }

        @Override
        public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
            JsonObject before = records.get(id);
            if (before == null) {
                throw new FailureException(Failure.of("record.missing", ErrorKind.USER, "The record is gone.", null));
            }
            records.put(id, before.merge(changes).withoutNulls());
            return record(kind, id);
        }

        @Override
        public void delete(RecordKind kind, RecordId id) {
            records.remove(id);
        }

        private DataRecord record(RecordKind kind, RecordId id) {
            JsonObject fields = records.getOrDefault(id, JsonObject.EMPTY);
            return new DataRecord(kind, id, 1, fields, Instant.EPOCH, Instant.EPOCH);
        }
    }
}
