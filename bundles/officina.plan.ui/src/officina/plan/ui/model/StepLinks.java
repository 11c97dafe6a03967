// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.api.id.StepId;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.PlanStep;
import org.jspecify.annotations.Nullable;

/** Which steps need the results of which, so that no step is approved without what it builds on. */
final class StepLinks {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9][a-z0-9-]{0,63})(?:\\.[^}]*)?}");

    private StepLinks() {}

    /** The steps whose results this one uses. */
    static Set<StepId> needs(PlanStep step) {
        Set<StepId> needed = new LinkedHashSet<>();
        switch (step) {
            case PlanStep.Action action -> collect(action.params(), needed);
            case PlanStep.Data data -> {
                needed.add(data.dataFrom());
                collect(data.params(), needed);
            }
            case PlanStep.Llm llm -> llm.variables().values().forEach(value -> collect(value, needed));
        }
        return needed;
    }

    /** The step and everything it needs, directly or not. */
    static Set<StepId> withNeeded(List<PlanStep> steps, StepId id) {
        Set<StepId> all = new LinkedHashSet<>(Set.of(id));
        for (PlanStep step : steps.reversed()) {
            if (all.contains(step.id())) {
                all.addAll(needs(step));
            }
        }
        return all;
    }

    /** The step and everything that needs it, directly or not. */
    static Set<StepId> withNeeding(List<PlanStep> steps, StepId id) {
        Set<StepId> all = new LinkedHashSet<>(Set.of(id));
        for (PlanStep step : steps) {
            if (needs(step).stream().anyMatch(all::contains)) {
                all.add(step.id());
            }
        }
        return all;
    }

    /** The step a value refers to as a whole; {@code null} where it is a value of its own. */
    static @Nullable StepId reference(JsonValue value) {
        return value instanceof JsonText(String text) ? reference(text) : null;
    }

    private static @Nullable StepId reference(String text) {
        Matcher form = REFERENCE.matcher(text);
        return form.matches() ? new StepId(form.group(1)) : null;
    }

    private static void collect(String text, Set<StepId> into) {
        StepId step = reference(text);
        if (step != null) {
            into.add(step);
        }
    }

    private static void collect(JsonValue value, Set<StepId> into) {
        switch (value) {
            case JsonObject(var members) -> members.values().forEach(member -> collect(member, into));
            case JsonArray(var items) -> items.forEach(item -> collect(item, into));
            case JsonText(String text) -> collect(text, into);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }
}
