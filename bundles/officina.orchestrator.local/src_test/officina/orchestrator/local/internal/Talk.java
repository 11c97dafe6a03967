// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import officina.agent.task.TaskAgent;
import officina.agent.task.internal.reading.Understandings;
import officina.api.agent.AgentDescriptor;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.language.LanguageContext;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.api.plan.PlanStep;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.PluginInfo;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.language.WordEntityExtractor;
import officina.protocol.Json;

/**
 * A person and the real agent talk through the real orchestrator, on Wednesday 18 November 2026 at 10:15 in Rome. What
 * was done in one turn is there in the next.
 */
public final class Talk {

    private static final PluginId AGENT = new PluginId("agent.task");

    /** Learns once what the agent is for; it keeps nothing of a run. */
    private static final LocalOrchestrator ORCHESTRATOR = orchestrator();

    private final Map<RecordId, JsonObject> records = new LinkedHashMap<>();
    private int turns;

    private static LocalOrchestrator orchestrator() {
        PermissionRequest write =
                new PermissionRequest(new Permission(PermissionType.STORE_WRITE, "todo"), "to keep to-dos", false);
        PluginInfo info = new PluginInfo(AGENT, PluginInfo.AGENT, "1.0", "test", "", true, List.of(write), List.of());
        FakeRegistry plugins = new FakeRegistry();
        plugins.agents.add(new AgentEntry(info, descriptor(), new TaskAgent(new Understandings())));
        return new LocalOrchestrator(plugins);
    }

    /** What the real agent says of itself. */
    public static AgentDescriptor descriptor() {
        return descriptor(AGENT, Path.of("../officina.agent.task"));
    }

    /** What an agent in that bundle says of itself. */
    public static AgentDescriptor descriptor(PluginId agent, Path bundle) {
        try {
            Path file = bundle.resolve("OSGI-INF/officina/agent.json");
            return AgentDescriptor.from(agent, Json.parseObject(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the person sees of one turn, answers to questions being given in order; plans are approved. */
    String says(String text, ExecutionMode mode, List<String> answers) throws InterruptedException {
        FakeRun run = FakeRun.of(text, mode, records, ++turns);
        run.language = new LanguageContext(Instant.parse("2026-11-18T09:15:00Z"), ZoneId.of("Europe/Rome"), Locale.UK);
        run.extractor = new WordEntityExtractor();
        StringBuilder seen = new StringBuilder();
        int answered = 0;
        int parts = 0;
        while (!run.state().phase().ended()) {
            advance(run);
            RunState state = run.state();
            for (; parts < state.parts().size(); parts++) {
                seen.append(((ContentPart.Text) state.parts().get(parts)).text().strip())
                        .append('\n');
            }
            if (state.phase() == RunPhase.AWAITING_ANSWER) {
                QuestionState question = state.questions().getLast();
                seen.append("? ")
                        .append(question.text())
                        .append(' ')
                        .append(question.options())
                        .append('\n');
                if (answered == answers.size()) {
                    return seen + "(waits)";
                }
                seen.append("> ").append(answers.get(answered)).append('\n');
                run.emit(List.of(new RunEvent.QuestionAnswered(question.id(), answers.get(answered++))));
            }
            if (state.phase() == RunPhase.AWAITING_APPROVAL) {
                PlanState plan = state.plan();
                seen.append("[plan] ").append(plan.plan().title()).append('\n');
                for (PlanStep step : plan.plan().steps()) {
                    seen.append("  [step] ").append(step.title()).append('\n');
                }
                run.emit(List.of(new RunEvent.ApprovalGiven(
                        plan.approval(),
                        plan.plan().revision(),
                        plan.plan().steps().stream().map(PlanStep::id).toList())));
            }
        }
        records.clear();
        records.putAll(run.records());
        String end =
                switch (run.events().getLast()) {
                    case RunEvent.RunFinished finished ->
                        "(" + (finished.success() ? "done: " : "not done: ") + finished.summary() + ")";
                    case RunEvent.RunFailed failed ->
                        "(failed: " + failed.failure().message() + ")";
                    default -> "(?)";
                };
        return seen + end;
    }

    private void advance(FakeRun run) throws InterruptedException {
        try {
            ORCHESTRATOR.advance(run.state(), run);
        } catch (FailureException e) {
            run.emit(List.of(new RunEvent.RunFailed(e.failure())));
        }
    }

    List<String> todos() {
        return records.values().stream().map(JsonObject::toString).toList();
    }
}
