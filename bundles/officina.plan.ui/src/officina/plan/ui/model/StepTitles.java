// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;

/** Writes the title of a step anew after its fields were edited: a title says what will happen, so it must follow. */
final class StepTitles {

    private final FieldText texts;
    private final Map<String, String> names;

    /** @param names titles of records by their ids, as far as known */
    StepTitles(FieldText texts, Map<String, String> names) {
        this.texts = texts;
        this.names = names;
    }

    /** The title of a step that creates or updates a to-do; any other keeps its own. */
    String of(PlanStep edited) {
        StepForm form = StepForm.of(edited);
        JsonObject params = StepEditing.params(edited);
        if (!StepForm.isTodo(params)) {
            return edited.title();
        }
        PlanAction action =
                switch (edited) {
                    case PlanStep.Action step -> step.action();
                    case PlanStep.Data step -> step.action();
                    case PlanStep.Llm _ -> null;
                };
        if (PlanAction.CREATE_RECORD.equals(action)) {
            String name = params.object("fields").text("title");
            return Words.TITLE_CREATE.text(name == null ? "" : name) + details(form);
        }
        if (PlanAction.UPDATE_RECORD.equals(action)) {
            String id = params.text("id");
            String name = id == null ? null : names.get(id);
            return (name == null ? Words.TITLE_UPDATE_UNKNOWN.text() : Words.TITLE_UPDATE.text(name)) + changes(form);
        }
        return edited.title();
    }

    private String details(StepForm form) {
        return form.fields().stream()
                .filter(StepField::set)
                .map(field -> switch (field.type()) {
                    case DAY -> Words.TITLE_DUE.text(texts.edited(field));
                    case TIME -> Words.TITLE_AT.text(texts.edited(field));
                    case PRIORITY -> priority(field);
                    case TITLE, LINE, TEXT, STATUS, NAMES, NUMBER, FLAG, FIXED -> "";
                })
                .collect(Collectors.joining());
    }

    private String priority(StepField field) {
        return texts.edited(field).equals("medium")
                ? ""
                : Words.TITLE_PRIORITY.text(texts.shown(field).toLowerCase(Locale.getDefault()));
    }

    private String changes(StepForm form) {
        return form.fields().stream()
                .filter(field -> !field.name().equals("id"))
                .map(this::change)
                .collect(Collectors.joining(", "));
    }

    private String change(StepField field) {
        String label = field.label().toLowerCase(Locale.getDefault());
        return field.set()
                ? Words.TITLE_CHANGE.text(label, oneLine(texts.edited(field), field.type()))
                : Words.TITLE_CLEAR.text(label);
    }

    private static String oneLine(String text, FieldType type) {
        String shown = FieldText.choices(type).isEmpty() ? text : FieldText.choice(type, text);
        String line = shown.replaceAll("\\s+", " ").strip();
        return line.length() > 60 ? line.substring(0, 59).strip() + "…" : line;
    }
}
