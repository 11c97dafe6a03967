// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/**
 * Texts in the parameters of a step. One that is {@code ${step-1}} or {@code ${step-1.id}} as a whole stands for the result
 * of an earlier step, and {@code $${step-1}} for the text with one dollar sign less. What a person wrote has to pass
 * {@link #literal(JsonObject)} first, lest it be taken for such a reference. Pure; any thread.
 */
public final class PlanText {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$+\\{[a-z0-9][a-z0-9-]{0,63}(?:\\.[A-Za-z][A-Za-z0-9_-]*)?}");

    private PlanText() {}

    /** The text so that it stands for itself. */
    public static String literal(String text) {
        return REFERENCE.matcher(text).matches() ? "$" + text : text;
    }

    /** The object with every text in it so that it stands for itself. */
    public static JsonObject literal(JsonObject params) {
        Map<String, JsonValue> literal = new LinkedHashMap<>();
        params.members().forEach((name, value) -> literal.put(name, literal(value)));
        return new JsonObject(literal);
    }

    private static JsonValue literal(JsonValue value) {
        return switch (value) {
            case JsonObject object -> literal(object);
            case JsonArray(var items) ->
                new JsonArray(items.stream().map(PlanText::literal).toList());
            case JsonText(String text) -> new JsonText(literal(text));
            case JsonNumber _, JsonBoolean _, JsonNull _ -> value;
        };
    }
}
