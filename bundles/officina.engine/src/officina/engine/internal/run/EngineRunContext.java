// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import officina.api.agent.AgentContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.DocumentPassage;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.host.BrowserDataAccess;
import officina.api.host.DocumentAccess;
import officina.api.host.HttpAccess;
import officina.api.host.IndexAccess;
import officina.api.host.MailAccess;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.language.LanguageContext;
import officina.api.memory.Embedder;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.RoutingCorrection;
import officina.api.tool.ToolResult;
import officina.base.Closeables;
import officina.base.Uuids;
import officina.core.plugin.AccessScope;
import officina.core.plugin.GuardedBrowsers;
import officina.core.plugin.GuardedDocuments;
import officina.core.plugin.GuardedIndex;
import officina.core.plugin.GuardedMail;
import officina.core.plugin.GuardedNotifier;
import officina.core.plugin.GuardedRecords;
import officina.core.plugin.HandleScope;
import officina.core.plugin.ToolEntry;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RunRecords;
import officina.engine.internal.sample.SampleScope;
import officina.orchestrator.RunContext;
import officina.orchestrator.RunModel;
import org.jspecify.annotations.Nullable;

/** What an orchestrator is given for one call. Everything it hands out is guarded, logged and ends with the call. */
final class EngineRunContext implements RunContext, AutoCloseable {

    private final RunServices services;
    private final RunAddress address;
    private final RecordId project;
    private final @Nullable ChatRequest asked;
    private final Shielded shielded;
    private final Closeables owned = new Closeables();
    private final HandleScope scope = owned.own(new HandleScope());
    private List<DocumentPassage> attached = List.of();

    EngineRunContext(RunServices services, RunAddress address, ChatRequest asked, Shielded shielded) {
        this(services, address, asked.project(), asked, shielded);
    }

    /** @param asked {@code null} for a run that answers nobody */
    EngineRunContext(
            RunServices services,
            RunAddress address,
            RecordId project,
            @Nullable ChatRequest asked,
            Shielded shielded) {
        this.services = services;
        this.address = address;
        this.project = project;
        this.asked = asked;
        this.shielded = shielded;
    }

    /**
     * Gives the orchestrator what fits the request in what the person attached; before it asks.
     *
     * @param known what an earlier call of the same turn was given; {@code null} to read the files
     * @return what was given
     */
    List<DocumentPassage> attach(@Nullable List<DocumentPassage> known) throws InterruptedException {
        if (known == null) {
            ChatRequest request = request();
            attached = new Attachments(services.documents(), services.embedder())
                    .passages(request.message(), request.context().conversationHistory());
        } else {
            attached = known;
        }
        return attached;
    }

    @Override
    public ChatRequest request() {
        ChatRequest request = asked;
        if (request == null) {
            throw new IllegalStateException("this run answers nobody");
        }
        return shielded.call(() -> services.contexts()
                .complete(request, services.log().state(address.session()), address.run(), attached));
    }

    @Override
    public RunState state() {
        return shielded.call(() -> require(services.log().state(address.session())));
    }

    @Override
    public RunState emit(List<RunEvent> events) {
        scope.check();
        return append(address, events);
    }

    @Override
    public RunState emitAs(PluginId actor, List<RunEvent> events) {
        scope.check();
        return append(address.as(actor), events);
    }

    @Override
    public AgentContext agent(PluginId agent, List<String> answers) {
        if (leftOut().contains(agent)) {
            throw leftOut(agent);
        }
        return new EngineAgentContext(this, agent, project, records(agent), answers);
    }

    @Override
    public RecordAccess records(PluginId author, StepId step) {
        AtomicInteger made = new AtomicInteger();
        return guarded(author, () -> derived(step, made.getAndIncrement()));
    }

    /** The same for the same record of the step each time it is done; the first is named by the step alone. */
    private RecordId derived(StepId step, int before) {
        String run = address.run().toString();
        return new RecordId(
                before == 0
                        ? Uuids.derived("step", run, step.value())
                        : Uuids.derived("step", run, step.value(), Integer.toString(before)));
    }

    /** Records as an agent or tool itself uses them: each record it creates is a new one. */
    RecordAccess records(PluginId plugin) {
        return guarded(plugin, () -> new RecordId(Uuids.next(services.clock())));
    }

    @Override
    public Notifier notifier(PluginId author) {
        Notifier raw = (title, text) -> append(address.as(author), List.of(new RunEvent.NotificationSent(title, text)));
        return new GuardedNotifier(raw, services.broker(), use(author), scope);
    }

    DocumentAccess documents(PluginId plugin) {
        return new GuardedDocuments(services.documents().get(), services.broker(), shieldedUse(plugin), scope);
    }

    IndexAccess index(PluginId plugin) {
        RunIndex raw = new RunIndex(services.index(), shielded, view());
        return new GuardedIndex(raw, services.broker(), shieldedUse(plugin), scope);
    }

    BrowserDataAccess browsers(PluginId plugin) {
        return new GuardedBrowsers(services.browsers(), services.broker(), shieldedUse(plugin), scope);
    }

    HttpAccess http(PluginId plugin) {
        return services.web().of(shieldedUse(plugin), scope);
    }

    MailAccess mail(PluginId plugin) {
        return new GuardedMail(services.mail().of(shielded), services.broker(), shieldedUse(plugin), scope);
    }

    @Override
    public LanguageContext language() {
        return shielded.call(services.contexts()::language);
    }

    @Override
    public Set<PluginId> leftOut() {
        return shielded.call(() -> services.leftOut().apply(project));
    }

    @Override
    public List<RoutingCorrection> corrections() {
        return shielded.call(() -> services.store().list(RecordQuery.all(RecordKind.ROUTING_CORRECTION))).stream()
                .map(record -> RoutingCorrection.from(record.fields()))
                .toList();
    }

    @Override
    public Optional<RunModel> model() {
        return shielded.call(() -> services.models().chosen(project, address.session()))
                .map(chosen -> new EngineRunModel(chosen, this));
    }

    @Override
    public ToolResult call(StepId step, ToolId tool, JsonObject input) throws InterruptedException {
        ToolEntry entry = tool(tool);
        PluginId owner = entry.plugin().id();
        EngineAgentContext context = new EngineAgentContext(this, owner, project, records(owner, step), List.of());
        return context.asked(entry, input);
    }

    ToolEntry tool(ToolId id) {
        ToolEntry entry = services.plugins()
                .tool(id)
                .orElseThrow(() -> new FailureException(Failure.of(
                        "tool.missing",
                        ErrorKind.INTERNAL,
                        "There is no tool \"" + id + "\".",
                        "\"officina doctor\" says which plug-ins are not available and why.")));
        PluginId owner = entry.plugin().id();
        if (leftOut().contains(owner)) {
            throw leftOut(owner);
        }
        return entry;
    }

    private static FailureException leftOut(PluginId plugin) {
        return new FailureException(Failure.of(
                "plugin.left-out",
                ErrorKind.PERMISSION,
                "The plug-in " + plugin + " takes no part in this project.",
                "The setting plugins.left-out of the project names it."));
    }

    @Override
    public Embedder embedder() {
        return services.embedder();
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run was cancelled");
        }
    }

    /** Throws {@link IllegalStateException} when the call has ended. */
    void check() {
        scope.check();
    }

    RunServices services() {
        return services;
    }

    private RecordAccess guarded(PluginId plugin, Supplier<RecordId> ids) {
        RecordAccess raw = new RunRecords(services.log(), services.store(), services.writer(), address.as(plugin), ids);
        RecordAccess guarded =
                new GuardedRecords(new ScopedRecords(raw, view()), services.broker(), use(plugin), scope);
        return new ShieldedRecords(guarded, shielded);
    }

    /** Conversations in the sample and others see nothing of each other's. */
    private SampleScope.View view() {
        return shielded.call(() -> new SampleScope(services.store()).of(project));
    }

    private AccessScope use(PluginId plugin) {
        return new AccessScope(plugin, address.run(), project, new RunAccessLog(services.log(), address.as(plugin)));
    }

    /** The same for handles that the run's own thread works with, so that a cancel reaches them and not the log. */
    private AccessScope shieldedUse(PluginId plugin) {
        AccessScope use = use(plugin);
        return new AccessScope(use.plugin(), use.run(), use.project(), new ShieldedLog(use.log(), shielded));
    }

    private RunState append(RunAddress as, List<RunEvent> events) {
        return shielded.call(() -> require(services.log().append(as, events)));
    }

    private RunState require(SessionState session) {
        RunState state = session.run(address.run());
        if (state == null) {
            throw new IllegalStateException("a run that is driven is in its session");
        }
        return state;
    }

    @Override
    public void close() {
        owned.close();
    }
}
