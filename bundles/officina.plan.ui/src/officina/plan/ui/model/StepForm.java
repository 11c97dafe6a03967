// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a step as fields that a person reads and edits.
 *
 * @param container the parameter that holds the fields ({@code fields}, {@code changes}); empty where they are the
 *     parameters themselves
 * @param editable whether the person may change them
 */
public record StepForm(PlanStep step, String container, List<StepField> fields, boolean editable) {

    /** What a to-do has, in the order in which people think of it. */
    private static final List<Map.Entry<String, FieldType>> TODO = List.of(
            Map.entry("title", FieldType.TITLE),
            Map.entry("due", FieldType.DAY),
            Map.entry("dueTime", FieldType.TIME),
            Map.entry("priority", FieldType.PRIORITY),
            Map.entry("status", FieldType.STATUS),
            Map.entry("people", FieldType.NAMES),
            Map.entry("description", FieldType.TEXT));

    private static final Set<String> HIDDEN = Set.of("project", "completedAt", "kind", "fields", "changes");

    public StepForm {
        fields = List.copyOf(fields);
    }

    /** The fields of a step. */
    public static StepForm of(PlanStep step) {
        return switch (step) {
            case PlanStep.Action action -> of(step, action.action(), action.params());
            case PlanStep.Data data -> of(step, data.action(), data.params());
            case PlanStep.Llm llm -> new StepForm(step, "variables", variables(llm), false);
        };
    }

    /** What the step does, in two or three words. */
    public String action() {
        return switch (step) {
            case PlanStep.Action action -> Names.action(action.action(), action.params());
            case PlanStep.Data data -> Names.action(data.action(), data.params());
            case PlanStep.Llm _ -> Words.ACTION_ASK_MODEL.text();
        };
    }

    private static StepForm of(PlanStep step, PlanAction action, JsonObject params) {
        boolean create = action.equals(PlanAction.CREATE_RECORD);
        boolean update = action.equals(PlanAction.UPDATE_RECORD);
        String container = create ? "fields" : update ? "changes" : "";
        JsonObject values = container.isEmpty() ? params : params.object(container);
        List<StepField> fields = new ArrayList<>();
        if (isTodo(params)) {
            for (Map.Entry<String, FieldType> known : TODO) {
                String name = known.getKey();
                // what is created is open: nobody has to be told, or asked
                boolean status = name.equals("status");
                if (create ? !status : values.has(name)) {
                    fields.add(field(name, known.getValue(), values));
                }
            }
        } else if (action.equals(PlanAction.SEND_NOTIFICATION)) {
            fields.add(field("title", FieldType.TITLE, values));
            fields.add(field("text", FieldType.TEXT, values));
        }
        values.members().keySet().stream()
                .filter(name -> !HIDDEN.contains(name) && !(create && name.equals("status")))
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> fields.add(field(name, typeOf(name, values.get(name)), values)));
        boolean editable = create || update || action.equals(PlanAction.SEND_NOTIFICATION);
        return new StepForm(step, container, fields, editable);
    }

    static boolean isTodo(JsonObject params) {
        return RecordKind.TODO.name().equals(params.text("kind"));
    }

    private static StepField field(String name, FieldType type, JsonObject values) {
        JsonValue value = values.get(name);
        JsonValue present = value == null ? JsonNull.NULL : value;
        FieldType shown = StepLinks.reference(present) == null ? type : FieldType.FIXED;
        return new StepField(name, Names.field(name), shown, present);
    }

    private static FieldType typeOf(String name, @Nullable JsonValue value) {
        return switch (value) {
            case null -> FieldType.FIXED;
            case JsonText _ when name.equals("id") -> FieldType.FIXED;
            case JsonText(String text) -> text.length() > 80 || text.contains("\n") ? FieldType.TEXT : FieldType.LINE;
            case JsonNumber _ -> FieldType.NUMBER;
            case JsonBoolean _ -> FieldType.FLAG;
            case JsonArray(var items) ->
                items.stream().allMatch(JsonText.class::isInstance) ? FieldType.NAMES : FieldType.FIXED;
            case JsonNull _ -> FieldType.LINE;
            case JsonObject _ -> FieldType.FIXED;
        };
    }

    private static List<StepField> variables(PlanStep.Llm llm) {
        List<StepField> fields = new ArrayList<>();
        fields.add(new StepField(
                "template", Words.FIELD_TEMPLATE.text(), FieldType.FIXED, new JsonText(llm.templateId())));
        llm.variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> fields.add(new StepField(
                        variable.getKey(),
                        Names.field(variable.getKey()),
                        FieldType.FIXED,
                        new JsonText(variable.getValue()))));
        return fields;
    }
}
