// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.protocol.internal.json.Malformed;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/**
 * Plans. A step is an object whose {@code type} is {@code action}, {@code llm} or {@code data}. Reading what does not fit
 * throws {@code protocol.malformed}; whether a plan makes sense is checked elsewhere.
 */
public final class PlanCodec {

    private static final String TYPE = "type";
    private static final String ACTION = "action";
    private static final String LLM = "llm";
    private static final String DATA = "data";
    private static final String STEP_FORM = "a step's name like step-1";

    private PlanCodec() {}

    public static JsonObject write(ExecutionPlan plan) {
        return new Out()
                .text("id", plan.id())
                .number("revision", plan.revision())
                .text("title", plan.title())
                .text("author", plan.author())
                .list("steps", plan.steps(), PlanCodec::write)
                .value("authors", plan.authors() == null ? null : authors(plan.authors()))
                .object();
    }

    public static ExecutionPlan read(JsonObject json) {
        In in = new In(json);
        return new ExecutionPlan(
                in.id("id", PlanId::new),
                in.smallNumber("revision"),
                in.text("title"),
                in.parsed("author", "a plug-in like agent.task", PluginId::new),
                in.list("steps", PlanCodec::readStep),
                in.objectOrNull("authors", PlanCodec::authors));
    }

    private static JsonObject authors(Map<StepId, PluginId> authors) {
        Map<String, String> names = new LinkedHashMap<>();
        authors.forEach((step, author) -> names.put(step.value(), author.value()));
        return object(names);
    }

    private static Map<StepId, PluginId> authors(JsonObject json) {
        In in = new In(json);
        Map<StepId, PluginId> authors = new LinkedHashMap<>();
        json.members()
                .keySet()
                .forEach(name -> authors.put(
                        In.checked(STEP_FORM, () -> new StepId(name)),
                        in.parsed(name, "a plug-in like agent.task", PluginId::new)));
        return authors;
    }

    public static JsonObject write(PlanStep step) {
        Out out = new Out();
        return switch (step) {
            case PlanStep.Action(var id, var title, var action, var params, var done) ->
                out.text(TYPE, ACTION)
                        .text("id", id)
                        .text("title", title)
                        .text("action", action)
                        .value("params", params)
                        .text("done", done)
                        .object();
            case PlanStep.Llm(var id, var title, var template, var variables) ->
                out.text(TYPE, LLM)
                        .text("id", id)
                        .text("title", title)
                        .text("templateId", template)
                        .value("variables", object(variables))
                        .object();
            case PlanStep.Data(var id, var title, var action, var params, var dataFrom) ->
                out.text(TYPE, DATA)
                        .text("id", id)
                        .text("title", title)
                        .text("action", action)
                        .value("params", params)
                        .text("dataFrom", dataFrom)
                        .object();
        };
    }

    public static PlanStep readStep(JsonObject json) {
        In in = new In(json);
        StepId id = in.parsed("id", STEP_FORM, StepId::new);
        String title = in.text("title");
        return switch (in.text(TYPE)) {
            case ACTION -> new PlanStep.Action(id, title, action(in), in.object("params"), in.textOrNull("done"));
            case LLM -> new PlanStep.Llm(id, title, in.text("templateId"), variables(in.object("variables")));
            case DATA ->
                new PlanStep.Data(
                        id, title, action(in), in.object("params"), in.parsed("dataFrom", STEP_FORM, StepId::new));
            default -> throw Malformed.member(TYPE, "one of action, llm, data");
        };
    }

    private static PlanAction action(In in) {
        return in.parsed("action", "an action like create_record", PlanAction::new);
    }

    private static JsonObject object(Map<String, String> variables) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        variables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> members.put(variable.getKey(), new JsonText(variable.getValue())));
        return new JsonObject(members);
    }

    private static Map<String, String> variables(JsonObject json) {
        In in = new In(json);
        Map<String, String> variables = new LinkedHashMap<>();
        json.members().keySet().forEach(name -> variables.put(name, in.text(name)));
        return variables;
    }
}
