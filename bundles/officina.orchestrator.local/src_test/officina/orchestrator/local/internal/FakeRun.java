// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import officina.api.agent.AgentContext;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.host.DocumentAccess;
import officina.api.host.HttpAccess;
import officina.api.host.IndexAccess;
import officina.api.host.MailAccess;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.memory.Embedder;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.RoutingCorrection;
import officina.api.record.UserProfile;
import officina.api.tool.ToolResult;
import officina.base.Uuids;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.orchestrator.RunContext;
import officina.orchestrator.RunModel;
import org.jspecify.annotations.Nullable;

/** A run over the real reducer. Records are what the run's own events say, as in the engine, so nothing else survives. */
final class FakeRun implements RunContext {

    static final RecordId PROJECT = new RecordId(new UUID(3, 3));

    private static final SessionId SESSION = new SessionId(new UUID(1, 1));
    private final RunId id;

    final List<EventEnvelope> envelopes = new ArrayList<>();

    /** The records there were before the run. */
    final Map<RecordId, JsonObject> before = new LinkedHashMap<>();

    LanguageContext language = new LanguageContext(Instant.EPOCH, ZoneOffset.UTC, Locale.ENGLISH);
    EntityExtractor extractor = (text, context) -> new Entities(text, List.of());

    Embedder embedder = new NoMeaning();

    List<RoutingCorrection> corrections = List.of();

    Set<PluginId> leftOut = Set.of();

    @Nullable
    RunModel model;

    /** Cancelled when this many checks have passed. */
    int checks = Integer.MAX_VALUE;

    private final ChatRequest request;
    private SessionState session = SessionState.empty(SESSION);

    private FakeRun(ChatRequest request, RunId id) {
        this.request = request;
        this.id = id;
    }

    static FakeRun of(String text, ExecutionMode mode) {
        return of(text, mode, Map.of(), 2);
    }

    /** A run of a number, by a person who has these to-dos. */
    static FakeRun of(String text, ExecutionMode mode, Map<RecordId, JsonObject> todos, int number) {
        UserProfile profile = new UserProfile("", Locale.ENGLISH, ZoneOffset.UTC);
        List<DataRecord> recent = todos.entrySet().stream()
                .map(each -> record(each.getKey(), each.getValue()))
                .toList()
                .reversed();
        ChatContext context = new ChatContext(profile, List.of(), recent, List.of());
        Message message = Message.text(MessageRole.USER, text);
        FakeRun run =
                new FakeRun(new ChatRequest(message, PROJECT, mode, null, context), new RunId(new UUID(2, number)));
        run.before.putAll(todos);
        run.emit(List.of(new RunEvent.RunStarted(RunKind.TURN, text, null, run.request)));
        return run;
    }

    /** The same run as it would be found after a crash that only its first events survived. */
    FakeRun survivor(int events) {
        FakeRun copy = new FakeRun(request, id);
        copy.before.putAll(before);
        for (EventEnvelope envelope : envelopes.subList(0, events)) {
            copy.append(envelope.origin(), envelope.event());
        }
        return copy;
    }

    List<RunEvent> events() {
        return envelopes.stream().map(EventEnvelope::event).toList();
    }

    /** The to-dos' titles, last changed last. */
    List<String> titles() {
        return records().values().stream()
                .map(fields -> String.valueOf(fields.text("title")))
                .toList();
    }

    Map<RecordId, JsonObject> records() {
        Map<RecordId, JsonObject> records = new LinkedHashMap<>(before);
        for (RunEvent.RecordChanged change : state().changes()) {
            JsonObject after = change.after();
            if (after == null) {
                records.remove(change.id());
            } else {
                records.remove(change.id());
                records.put(change.id(), after);
            }
        }
        return records;
    }

    private static DataRecord record(RecordId id, JsonObject fields) {
        return new DataRecord(RecordKind.TODO, id, 1, fields, Instant.EPOCH, Instant.EPOCH);
    }

    private void append(Origin origin, RunEvent event) {
        long seq = session.lastSeq() + 1;
        EventEnvelope envelope =
                new EventEnvelope(RunEvent.SCHEMA, SESSION, id, seq, seq, Instant.EPOCH, origin, event);
        session = session.after(envelope);
        envelopes.add(envelope);
    }

    @Override
    public ChatRequest request() {
        return request;
    }

    @Override
    public RunState state() {
        RunState state = session.run(id);
        if (state == null) {
            throw new AssertionError("not started");
        }
        return state;
    }

    @Override
    public RunState emit(List<RunEvent> events) {
        events.forEach(event -> append(Origin.USER.then(PluginId.OFFICINA), event));
        return state();
    }

    @Override
    public RunState emitAs(PluginId actor, List<RunEvent> events) {
        events.forEach(event -> append(Origin.USER.then(PluginId.OFFICINA).then(actor), event));
        return state();
    }

    @Override
    public AgentContext agent(PluginId agent, List<String> answers) {
        return new FakeAgentContext(agent, answers);
    }

    @Override
    public RecordAccess records(PluginId author, StepId step) {
        return new StepRecords(author, step.value());
    }

    @Override
    public Notifier notifier(PluginId author) {
        return (title, text) -> emitAs(author, List.of(new RunEvent.NotificationSent(title, text)));
    }

    @Override
    public Set<PluginId> leftOut() {
        return leftOut;
    }

    @Override
    public List<RoutingCorrection> corrections() {
        return corrections;
    }

    @Override
    public LanguageContext language() {
        return language;
    }

    @Override
    public Embedder embedder() {
        return embedder;
    }

    @Override
    public Optional<RunModel> model() {
        return Optional.ofNullable(model);
    }

    @Override
    public ToolResult call(StepId step, ToolId tool, JsonObject input) throws InterruptedException {
        DataRecord made = records(new PluginId("agent.kit"), step).create(RecordKind.TODO, input);
        return ToolResult.success("Added.", JsonObject.EMPTY.with("id", made.id()));
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (checks-- <= 0) {
            throw new InterruptedException("cancelled");
        }
    }

    private final class StepRecords implements RecordAccess {

        private final PluginId author;
        private final String step;

        StepRecords(PluginId author, String step) {
            this.author = author;
            this.step = step;
        }

        @Override
        public List<DataRecord> list(RecordQuery query) {
            return records().keySet().stream().map(this::record).toList().reversed();
        }

        @Override
        public Optional<DataRecord> get(RecordKind kind, RecordId id) {
            return records().containsKey(id) ? Optional.of(record(id)) : Optional.empty();
        }

        @Override
        public DataRecord create(RecordKind kind, JsonObject fields) {
            RecordId created = new RecordId(Uuids.derived(FakeRun.this.id.toString(), step));
            if (!records().containsKey(created)) {
                change(created, RecordChange.CREATED, null, fields);
            }
            return record(created);
        }

        @Override
        public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
            JsonObject before = records().get(id);
            if (before == null) {
                throw new FailureException(
                        Failure.of("record.missing", ErrorKind.USER, "The to-do is gone.", "Look at the list again."));
            }
            JsonObject merged = before.merge(changes).withoutNulls();
            boolean done = "done".equals(merged.text("status"));
            JsonObject after =
                    merged.with("completedAt", done ? language.now() : null).withoutNulls();
            if (!after.equals(before)) {
                change(id, RecordChange.UPDATED, before, after);
            }
            return record(id);
        }

        @Override
        public void delete(RecordKind kind, RecordId id) {
            JsonObject before = records().get(id);
            if (before != null) {
                change(id, RecordChange.DELETED, before, null);
            }
        }

        private void change(RecordId id, RecordChange change, JsonObject before, JsonObject after) {
            emitAs(author, List.of(new RunEvent.RecordChanged(RecordKind.TODO, id, change, 1, before, after)));
        }

        private DataRecord record(RecordId id) {
            return FakeRun.record(id, records().getOrDefault(id, JsonObject.EMPTY));
        }
    }

    private final class FakeAgentContext implements AgentContext {

        private final PluginId agent;
        private final List<String> answers;

        FakeAgentContext(PluginId agent, List<String> answers) {
            this.agent = agent;
            this.answers = List.copyOf(answers);
        }

        @Override
        public List<String> answers() {
            return answers;
        }

        @Override
        public void progress(String text) {
            emitAs(agent, List.of(new RunEvent.Progress(text, 0, 0)));
        }

        @Override
        public ToolResult call(ToolId tool, JsonObject input) {
            throw new AssertionError("no tools here");
        }

        @Override
        public RecordId project() {
            return PROJECT;
        }

        @Override
        public RecordAccess records() {
            return new StepRecords(agent, "read");
        }

        @Override
        public Notifier notifier() {
            return FakeRun.this.notifier(agent);
        }

        @Override
        public DocumentAccess documents() {
            throw new AssertionError("no files here");
        }

        @Override
        public IndexAccess index() {
            throw new AssertionError("no index here");
        }

        @Override
        public MailAccess mail() {
            throw new AssertionError("no mail here");
        }

        @Override
        public HttpAccess http() {
            throw new AssertionError("no network here");
        }

        @Override
        public EntityExtractor entities() {
            return extractor;
        }

        @Override
        public LanguageContext language() {
            return FakeRun.this.language();
        }
    }
}
