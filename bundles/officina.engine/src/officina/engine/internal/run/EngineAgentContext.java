// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import officina.api.agent.AgentContext;
import officina.api.batch.BatchContext;
import officina.api.chat.ExecutionMode;
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
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.plan.PlanStep;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.base.Uuids;
import officina.core.plugin.PlainLine;
import officina.core.plugin.ToolEntry;

/** The handles of one call of an agent, batch agent or tool, in the name and with the grants of its plug-in. */
final class EngineAgentContext implements AgentContext, BatchContext {

    private static final int LONGEST_PROGRESS = 500;

    private final EngineRunContext run;
    private final PluginId plugin;
    private final RecordId project;
    private final RecordAccess records;
    private final List<String> answers;
    private final BatchNotes notes;

    EngineAgentContext(
            EngineRunContext run, PluginId plugin, RecordId project, RecordAccess records, List<String> answers) {
        this(run, plugin, project, records, answers, new BatchNotes(plugin, JsonObject.EMPTY));
    }

    /** @param notes what is to be written when a batch agent has done its work */
    EngineAgentContext(
            EngineRunContext run,
            PluginId plugin,
            RecordId project,
            RecordAccess records,
            List<String> answers,
            BatchNotes notes) {
        this.run = run;
        this.plugin = plugin;
        this.project = project;
        this.records = records;
        this.answers = List.copyOf(answers);
        this.notes = notes;
    }

    @Override
    public RecordId project() {
        return project;
    }

    @Override
    public RecordAccess records() {
        return records;
    }

    @Override
    public Notifier notifier() {
        return run.notifier(plugin);
    }

    @Override
    public DocumentAccess documents() {
        return run.documents(plugin);
    }

    @Override
    public IndexAccess index() {
        return run.index(plugin);
    }

    @Override
    public HttpAccess http() {
        return run.http(plugin);
    }

    @Override
    public MailAccess mail() {
        return run.mail(plugin);
    }

    @Override
    public BrowserDataAccess browsers() {
        return run.browsers(plugin);
    }

    @Override
    public EntityExtractor entities() {
        return run.services().entities();
    }

    @Override
    public LanguageContext language() {
        return run.language();
    }

    @Override
    public List<String> answers() {
        return answers;
    }

    @Override
    public JsonObject kept() {
        run.check();
        return notes.before();
    }

    @Override
    public void keep(JsonObject what) {
        run.check();
        notes.keep(what);
    }

    @Override
    public void propose(String title, String words, List<PlanStep> steps) {
        run.check();
        notes.propose(title, words, steps);
    }

    @Override
    public void progress(String text) {
        run.emitAs(plugin, List.of(new RunEvent.Progress(PlainLine.joined(text, LONGEST_PROGRESS), 0, 0)));
    }

    @Override
    public ToolResult call(ToolId id, JsonObject input) throws InterruptedException {
        ToolEntry entry = run.tool(id);
        CallId call = new CallId(Uuids.next(run.services().clock()));
        run.emitAs(plugin, List.of(new RunEvent.ToolAsked(call, id, input)));
        PluginId owner = entry.plugin().id();
        ToolContext context = new EngineAgentContext(run, owner, project, run.records(owner), List.of());
        return finished(
                call, allowed(entry) ? started(call, entry, input, context) : ToolResult.failed(needsApproval()));
    }

    /** Calls a tool that the person has allowed, or may be called without asking, with the handles of this context. */
    ToolResult asked(ToolEntry entry, JsonObject input) throws InterruptedException {
        CallId call = new CallId(Uuids.next(run.services().clock()));
        run.emitAs(
                plugin,
                List.of(new RunEvent.ToolAsked(call, entry.tool().descriptor().id(), input)));
        return finished(call, started(call, entry, input, this));
    }

    private ToolResult finished(CallId call, ToolResult result) {
        run.emitAs(
                plugin,
                List.of(new RunEvent.ToolFinished(
                        call, result.success(), result.parts(), result.data(), result.failure())));
        return result;
    }

    /** In plan mode nothing changes before the person has seen the plan. */
    private boolean allowed(ToolEntry entry) {
        return entry.tool().descriptor().effect() == ToolEffect.READS
                || run.request().mode() == ExecutionMode.DIRECT;
    }

    private ToolResult started(CallId call, ToolEntry entry, JsonObject input, ToolContext context)
            throws InterruptedException {
        run.emitAs(entry.plugin().id(), List.of(new RunEvent.ToolStarted(call)));
        try {
            return entry.tool().call(input, context);
        } catch (FailureException e) {
            if (e.failure().isStorageTrouble()) {
                throw e;
            }
            return ToolResult.failed(e.failure());
        }
    }

    private static Failure needsApproval() {
        return Failure.of(
                "tool.needs-approval",
                ErrorKind.PERMISSION,
                "In plan mode a tool that changes something runs only as a step of an approved plan.",
                null);
    }
}
