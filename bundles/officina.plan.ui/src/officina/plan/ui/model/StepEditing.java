// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.LinkedHashMap;
import java.util.Map;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.plan.PlanStep;

/** Makes of what a person typed into a step's fields a changed step, or says which fields are wrong. */
public final class StepEditing {

    private static final String DUE = "due";
    private static final String DUE_TIME = "dueTime";

    private final FieldText texts;
    private final StepTitles titles;

    /** @param names titles of records by their ids, as far as known */
    public StepEditing(FieldText texts, Map<String, String> names) {
        this.texts = texts;
        titles = new StepTitles(texts, names);
    }

    /** What came of it. */
    public sealed interface Result {

        record Edited(PlanStep step) implements Result {}

        /** Nothing differs from the plan. */
        record Same() implements Result {}

        /** The problems by the names of their fields. */
        record Wrong(Map<String, String> problems) implements Result {
            public Wrong {
                problems = Map.copyOf(problems);
            }
        }
    }

    /** What was typed, by the names of the fields; a field that is missing stays as it is. */
    public Result read(StepForm form, Map<String, String> typed) {
        Map<String, JsonValue> changed = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (StepField field : form.fields()) {
            String text = typed.get(field.name());
            if (text == null || text.equals(texts.edited(field))) {
                continue;
            }
            switch (texts.read(field, text)) {
                case FieldText.Reading.Value(JsonValue value) -> changed.put(field.name(), value);
                case FieldText.Reading.DayAndTime(JsonValue day, JsonValue time) -> {
                    changed.put(field.name(), day);
                    changed.put(DUE_TIME, time);
                }
                case FieldText.Reading.Wrong(String problem) -> problems.put(field.name(), problem);
            }
        }
        JsonObject values = values(form, changed);
        if (StepForm.isTodo(params(form.step())) && has(values, DUE_TIME) && !has(values, DUE)) {
            problems.putIfAbsent(DUE_TIME, Words.WRONG_TIME_WITHOUT_DAY.text());
        }
        if (!problems.isEmpty()) {
            return new Result.Wrong(problems);
        }
        return changed.isEmpty() ? new Result.Same() : new Result.Edited(step(form, values));
    }

    /** In what creates, a cleared field is left out; in what updates, it says that the field shall be cleared. */
    private static JsonObject values(StepForm form, Map<String, JsonValue> changed) {
        JsonObject params = params(form.step());
        JsonObject old = form.container().isEmpty() ? params : params.object(form.container());
        JsonObject merged = old.merge(new JsonObject(changed));
        return "changes".equals(form.container()) ? merged : merged.withoutNulls();
    }

    private PlanStep step(StepForm form, JsonObject values) {
        JsonObject params =
                form.container().isEmpty() ? values : params(form.step()).with(form.container(), values);
        return titled(
                switch (form.step()) {
                    case PlanStep.Action old -> new PlanStep.Action(old.id(), old.title(), old.action(), params);
                    case PlanStep.Data old ->
                        new PlanStep.Data(old.id(), old.title(), old.action(), params, old.dataFrom());
                    case PlanStep.Llm old -> old;
                });
    }

    private PlanStep titled(PlanStep step) {
        String title = titles.of(step);
        return switch (step) {
            case PlanStep.Action old -> new PlanStep.Action(old.id(), title, old.action(), old.params());
            case PlanStep.Data old -> new PlanStep.Data(old.id(), title, old.action(), old.params(), old.dataFrom());
            case PlanStep.Llm old -> old;
        };
    }

    private static boolean has(JsonObject values, String name) {
        return values.has(name) && values.get(name) != JsonNull.NULL;
    }

    static JsonObject params(PlanStep step) {
        return switch (step) {
            case PlanStep.Action action -> action.params();
            case PlanStep.Data data -> data.params();
            case PlanStep.Llm _ -> JsonObject.EMPTY;
        };
    }
}
