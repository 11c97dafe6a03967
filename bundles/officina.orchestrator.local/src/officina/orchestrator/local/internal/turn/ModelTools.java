// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.PlanText;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.core.plugin.ToolEntry;
import officina.orchestrator.RunContext;
import officina.orchestrator.RunModel;

/**
 * What a model may do: read by the tools of agents at once, and propose the changes of the others as steps of a plan, since
 * what a model writes is input that nobody has checked. Called from several threads.
 */
final class ModelTools implements RunModel.Tools {

    /** More in one turn is no wish of a person. */
    private static final int MOST_STEPS = 50;

    private static final int LONGEST_TITLE = 200;

    private final RunContext context;
    private final Map<ToolId, ToolEntry> tools;
    private final Runnable asked;
    private final List<PlanStep> steps = new ArrayList<>();
    private final List<PluginId> owners = new ArrayList<>();

    ModelTools(RunContext context, List<ToolEntry> entries, Runnable asked) {
        this.context = context;
        this.tools = entries.stream()
                .collect(Collectors.toMap(entry -> entry.tool().descriptor().id(), Function.identity()));
        this.asked = asked;
    }

    List<ToolDescriptor> descriptors() {
        return tools.values().stream()
                .map(entry -> entry.tool().descriptor())
                .sorted((a, b) -> a.id().toString().compareTo(b.id().toString()))
                .toList();
    }

    @Override
    public ToolResult call(ContentPart.ToolCall call) throws InterruptedException {
        asked.run();
        ToolEntry entry = tools.get(call.tool());
        if (entry == null) {
            throw new IllegalStateException("only tools that were offered are asked for");
        }
        PluginId owner = entry.plugin().id();
        ToolDescriptor tool = entry.tool().descriptor();
        return tool.effect() == ToolEffect.READS
                ? context.agent(owner, List.of()).call(tool.id(), call.input())
                : noted(owner, tool, call.input());
    }

    private synchronized ToolResult noted(PluginId owner, ToolDescriptor tool, JsonObject input) {
        if (steps.size() == MOST_STEPS) {
            return ToolResult.failed(Failure.of(
                    "model.too-many-changes",
                    ErrorKind.USER,
                    "One plan has at most " + MOST_STEPS + " steps.",
                    "Do the rest in another message."));
        }
        JsonObject params = JsonObject.EMPTY
                .with("tool", PlanText.literal(tool.id().toString()))
                .with("input", PlanText.literal(input));
        steps.add(new PlanStep.Action(
                new StepId("step-" + (steps.size() + 1)), title(tool, input), PlanAction.CALL_TOOL, params));
        owners.add(owner);
        return ToolResult.success(
                "Noted as step " + steps.size() + " of a plan. It is not done yet; do not say that it is.", null);
    }

    /** What it is, and what it is done to: the texts of the input, as they are. */
    private static String title(ToolDescriptor tool, JsonObject input) {
        String what = input.members().entrySet().stream()
                .map(each -> each.getValue() instanceof JsonText(String text)
                        ? text
                        : each.getValue() instanceof JsonObject object ? inner(object) : "")
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "))
                .replaceAll("\\s+", " ");
        String title = what.isEmpty() ? tool.title() : tool.title() + ": " + what;
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "\u2026";
    }

    private static String inner(JsonObject object) {
        return object.members().entrySet().stream()
                .map(each -> each.getKey() + " "
                        + (each.getValue() instanceof JsonText(String text)
                                ? text
                                : each.getValue().toString()))
                .collect(Collectors.joining(", "));
    }

    synchronized List<PlanStep> steps() {
        return List.copyOf(steps);
    }

    /** In whose name the plan is proposed: the plug-in of its first step; each step runs with the grants of its own. */
    synchronized PluginId author() {
        return owners.getFirst();
    }
}
