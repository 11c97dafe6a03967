// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import officina.api.agent.AgentContext;
import officina.api.batch.BatchContext;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.BrowserDataAccess;
import officina.api.host.DocumentAccess;
import officina.api.host.HttpAccess;
import officina.api.host.IndexAccess;
import officina.api.host.MailAccess;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.plan.PlanStep;
import officina.api.tool.Tool;
import officina.api.tool.ToolResult;
import org.jspecify.annotations.Nullable;

/** The handles of a call of an agent or tool, in memory. For one thread. */
public final class FakeAgentContext implements AgentContext, BatchContext {

    private final RecordId project;
    private final RecordAccess records;
    private final EntityExtractor entities;
    private final LanguageContext language;
    private final FakeNotifier notifier = new FakeNotifier();
    private final List<String> answers = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final Map<ToolId, Tool> tools = new HashMap<>();
    private @Nullable IndexAccess index;
    private @Nullable DocumentAccess documents;
    private @Nullable HttpAccess http;
    private @Nullable MailAccess mail;
    private @Nullable BrowserDataAccess browsers;
    private JsonObject kept = JsonObject.EMPTY;
    private final List<PlanStep> proposed = new ArrayList<>();

    public FakeAgentContext(
            RecordId project, RecordAccess records, EntityExtractor entities, LanguageContext language) {
        this.project = project;
        this.records = records;
        this.entities = entities;
        this.language = language;
    }

    /** Lets the person have answered a question. */
    public FakeAgentContext answered(String answer) {
        answers.add(answer);
        return this;
    }

    /** Makes a tool known to {@link #call}. */
    public FakeAgentContext offering(Tool tool) {
        tools.put(tool.descriptor().id(), tool);
        return this;
    }

    /** Lets {@link #index} find and keep something; without it, nothing is granted. */
    public FakeAgentContext searching(IndexAccess granted) {
        index = granted;
        return this;
    }

    /** Lets {@link #documents} read something; without it, nothing is granted. */
    public FakeAgentContext reading(DocumentAccess granted) {
        documents = granted;
        return this;
    }

    /** Lets {@link #http} reach something; without it, nothing is granted. */
    public FakeAgentContext connecting(HttpAccess granted) {
        http = granted;
        return this;
    }

    /** Lets {@link #mail} read something; without it, nothing is granted. */
    public FakeAgentContext receiving(MailAccess granted) {
        mail = granted;
        return this;
    }

    /** Lets a run of a batch agent before this one have kept that. */
    public FakeAgentContext remembering(JsonObject before) {
        kept = before;
        return this;
    }

    /** The steps that were proposed. */
    public List<PlanStep> proposed() {
        return List.copyOf(proposed);
    }

    /** Lets {@link #browsers} read something; without it, nothing is granted. */
    public FakeAgentContext browsing(BrowserDataAccess granted) {
        browsers = granted;
        return this;
    }

    /** What {@link #progress(String)} was told. */
    public List<String> progress() {
        return List.copyOf(progress);
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
    public FakeNotifier notifier() {
        return notifier;
    }

    @Override
    public DocumentAccess documents() {
        return granted(documents, "reading");
    }

    @Override
    public IndexAccess index() {
        return granted(index, "searching");
    }

    @Override
    public HttpAccess http() {
        return granted(http, "connecting");
    }

    @Override
    public MailAccess mail() {
        return granted(mail, "receiving");
    }

    @Override
    public BrowserDataAccess browsers() {
        return granted(browsers, "browsing");
    }

    private static <T> T granted(@Nullable T handle, String how) {
        if (handle == null) {
            throw new FailureException(Failure.of(
                    "permission.denied", ErrorKind.PERMISSION, "Nothing is granted.", "Grant it with " + how + "."));
        }
        return handle;
    }

    @Override
    public EntityExtractor entities() {
        return entities;
    }

    @Override
    public LanguageContext language() {
        return language;
    }

    @Override
    public List<String> answers() {
        return List.copyOf(answers);
    }

    /** What was kept last, at once: here every run does its work. */
    @Override
    public JsonObject kept() {
        return kept;
    }

    @Override
    public void keep(JsonObject what) {
        kept = what;
    }

    @Override
    public void propose(String title, String words, List<PlanStep> steps) {
        proposed.addAll(steps);
    }

    @Override
    public void progress(String text) {
        progress.add(text);
    }

    @Override
    public ToolResult call(ToolId tool, JsonObject input) throws InterruptedException {
        Tool known = tools.get(tool);
        if (known == null) {
            throw new FailureException(Failure.of(
                    "tool.missing", ErrorKind.USER, "There is no tool " + tool + ".", "Offer it to the fake first."));
        }
        return known.call(input, this);
    }
}
