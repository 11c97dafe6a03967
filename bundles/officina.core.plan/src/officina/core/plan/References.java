// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.StepId;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import org.jspecify.annotations.Nullable;

/**
 * Which steps use the results of which. A reference is a whole value {@code ${step-1}} or {@code ${step-1.id}}: inside a
 * longer text the signs mean nothing, so that a text about shell scripts stays what it is; a value that is to be
 * exactly such a text is written with one dollar sign more.
 */
final class References {

    private static final Pattern FORM =
            Pattern.compile("\\$\\{([a-z0-9][a-z0-9-]{0,63})(?:\\.([A-Za-z][A-Za-z0-9_-]*))?}");

    /** With one dollar sign more, or several: as {@link officina.api.plan.PlanText} writes what is no reference. */
    private static final Pattern ESCAPED = Pattern.compile("\\$+" + FORM.pattern());

    private final Map<StepId, Integer> places = new HashMap<>();
    private final Map<StepId, Set<StepId>> uses = new HashMap<>();

    References(ExecutionPlan plan) {
        for (PlanStep step : plan.steps()) {
            places.putIfAbsent(step.id(), places.size());
            uses.putIfAbsent(step.id(), used(step));
        }
    }

    /** One reference: to a step's whole result, or to one member of it. */
    record Reference(StepId step, @Nullable String member) {}

    /** The reference that a value is; {@code null} for any other value. */
    static @Nullable Reference of(JsonValue value) {
        return value instanceof JsonText(String text) ? of(text) : null;
    }

    private static @Nullable Reference of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? new Reference(new StepId(form.group(1)), form.group(2)) : null;
    }

    /** The steps whose results a step uses. */
    static Set<StepId> used(PlanStep step) {
        Set<StepId> used = new LinkedHashSet<>();
        switch (step) {
            case PlanStep.Action action -> collect(action.params(), used);
            case PlanStep.Data data -> {
                used.add(data.dataFrom());
                collect(data.params(), used);
            }
            case PlanStep.Llm llm ->
                llm.variables().values().stream().sorted().forEach(value -> {
                    Reference reference = of(value);
                    if (reference != null) {
                        used.add(reference.step());
                    }
                });
        }
        return used;
    }

    /** The step under another id, and with it what it refers to; an id that is not named stays. */
    static PlanStep renamed(PlanStep step, Map<StepId, StepId> ids) {
        StepId id = ids.getOrDefault(step.id(), step.id());
        return switch (step) {
            case PlanStep.Action(var _, var title, var action, var params, var done) ->
                new PlanStep.Action(id, title, action, (JsonObject) renamed(params, ids), done);
            case PlanStep.Data(var _, var title, var action, var params, StepId from) ->
                new PlanStep.Data(id, title, action, (JsonObject) renamed(params, ids), ids.getOrDefault(from, from));
            case PlanStep.Llm(var _, var title, var template, var variables) -> {
                Map<String, String> renamed = new HashMap<>();
                variables.forEach((name, value) -> renamed.put(name, renamed(value, ids)));
                yield new PlanStep.Llm(id, title, template, renamed);
            }
        };
    }

    private static JsonValue renamed(JsonValue value, Map<StepId, StepId> ids) {
        return switch (value) {
            case JsonObject(var members) -> {
                Map<String, JsonValue> renamed = new LinkedHashMap<>();
                members.forEach((name, member) -> renamed.put(name, renamed(member, ids)));
                yield new JsonObject(renamed);
            }
            case JsonArray(var items) ->
                new JsonArray(items.stream().map(item -> renamed(item, ids)).toList());
            case JsonText(String text) -> new JsonText(renamed(text, ids));
            case JsonNumber _, JsonBoolean _, JsonNull _ -> value;
        };
    }

    private static String renamed(String text, Map<StepId, StepId> ids) {
        Reference reference = of(text);
        if (reference == null) {
            return text;
        }
        StepId step = ids.getOrDefault(reference.step(), reference.step());
        return reference.member() == null ? "${" + step + "}" : "${" + step + "." + reference.member() + "}";
    }

    /** The value with every reference replaced by what the results hold. */
    static JsonValue resolve(JsonValue value, Map<StepId, JsonObject> results) {
        return switch (value) {
            case JsonObject(var members) -> {
                Map<String, JsonValue> resolved = new LinkedHashMap<>();
                members.forEach((name, member) -> resolved.put(name, resolve(member, results)));
                yield new JsonObject(resolved);
            }
            case JsonArray(var items) ->
                new JsonArray(items.stream().map(item -> resolve(item, results)).toList());
            case JsonText text -> resolve(text, results);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> value;
        };
    }

    private static JsonValue resolve(JsonText text, Map<StepId, JsonObject> results) {
        Reference reference = of(text);
        if (reference == null) {
            return ESCAPED.matcher(text.value()).matches()
                    ? new JsonText(text.value().substring(1))
                    : text;
        }
        JsonObject result = results.getOrDefault(reference.step(), JsonObject.EMPTY);
        if (reference.member() == null) {
            return result;
        }
        JsonValue member = result.get(reference.member());
        if (member == null) {
            throw new FailureException(Failure.of(
                    "plan.no-result",
                    ErrorKind.USER,
                    "The result of " + reference.step() + " has no " + reference.member() + ".",
                    "Correct what refers to it."));
        }
        return member;
    }

    private static void collect(JsonValue value, Set<StepId> used) {
        switch (value) {
            case JsonObject(var members) -> members.values().forEach(member -> collect(member, used));
            case JsonArray(var items) -> items.forEach(item -> collect(item, used));
            case JsonText text -> {
                Reference reference = of(text);
                if (reference != null) {
                    used.add(reference.step());
                }
            }
            case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }

    /** What is wrong with the references of a step. */
    List<PlanFault> faults(PlanStep step) {
        List<PlanFault> faults = new ArrayList<>();
        Integer own = places.get(step.id());
        for (StepId target : used(step)) {
            Integer place = places.get(target);
            if (target.equals(step.id())) {
                faults.add(fault(step, PlanFault.Kind.SELF_REFERENCE, "uses its own result"));
            } else if (place == null || own == null) {
                faults.add(fault(
                        step,
                        PlanFault.Kind.MISSING_REFERENCE,
                        "uses the result of " + target + ", which is not in the plan"));
            } else if (place > own && reaches(target, step.id(), new HashSet<>())) {
                faults.add(fault(step, PlanFault.Kind.CYCLE, "and step " + target + " wait for each other"));
            } else if (place > own) {
                faults.add(fault(
                        step,
                        PlanFault.Kind.FORWARD_REFERENCE,
                        "uses the result of " + target + ", which runs after it"));
            }
        }
        return faults;
    }

    private boolean reaches(StepId from, StepId to, Set<StepId> visited) {
        if (from.equals(to)) {
            return true;
        }
        return visited.add(from)
                && uses.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, visited));
    }

    private static PlanFault fault(PlanStep step, PlanFault.Kind kind, String text) {
        return new PlanFault(step.id(), kind, "Step " + step.id() + " " + text + ".");
    }
}
