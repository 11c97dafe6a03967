// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.error.Failure;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.PlanStep;
import officina.core.run.StepState;
import org.jspecify.annotations.Nullable;

/** What an expanded step tells. */
public final class StepFacts {

    private final FieldText texts;
    private final Map<String, String> names;

    /** @param names titles of records by their ids, as far as known */
    public StepFacts(FieldText texts, Map<String, String> names) {
        this.texts = texts;
        this.names = names;
    }

    /** A name and its value, as people read them. */
    public record Fact(String label, String text) {}

    /** Why a step failed: what happened and why, and what to do; the latter {@code null} where there is nothing to do. */
    public record Trouble(String what, @Nullable String remedy) {}

    /** What the step does and with what. */
    public List<Fact> parameters(PlanStep step) {
        List<Fact> facts = new ArrayList<>();
        StepForm form = StepForm.of(step);
        facts.add(new Fact(Words.FACT_ACTION.text(), form.action()));
        if (step instanceof PlanStep.Data data) {
            facts.add(new Fact(
                    Words.FACT_DATA.text(), Words.FROM_STEP.text(data.dataFrom().value())));
        }
        JsonValue record = StepEditing.params(step).get("id");
        if (record != null && !form.container().isEmpty()) {
            facts.add(new Fact(Names.field("id"), named(record, FieldText.plain(record))));
        }
        form.fields().stream()
                .filter(StepField::set)
                .map(field -> new Fact(field.label(), named(field.value(), texts.shown(field))))
                .forEach(facts::add);
        return facts;
    }

    /** What came of it, as far as the step's parameters do not say it; nothing before it is done. */
    public List<Fact> result(PlanStep step, StepState state) {
        JsonObject result = state.result();
        if (result == null) {
            return List.of();
        }
        Set<String> told = new HashSet<>();
        parameters(step).forEach(fact -> told.add(fact.text()));
        told.addAll(told.stream().map(StepFacts::quoted).toList());
        return result.members().entrySet().stream()
                .filter(member -> !member.getKey().equals("kind"))
                .map(member -> new Fact(
                        Names.field(member.getKey()), named(member.getValue(), FieldText.plain(member.getValue()))))
                .filter(fact -> !fact.text().isEmpty() && !told.contains(fact.text()))
                .toList();
    }

    /** Why it failed; {@code null} where it did not. */
    public static @Nullable Trouble trouble(StepState state) {
        Failure failure = state.failure();
        return failure == null ? null : new Trouble(failure.message(), failure.remedy());
    }

    /** A record is told by its title where that is known. */
    private String named(JsonValue value, String otherwise) {
        String name = value instanceof JsonText(String id) ? names.get(id) : null;
        return name == null ? otherwise : quoted(name);
    }

    private static String quoted(String name) {
        return "“" + name + "”";
    }
}
