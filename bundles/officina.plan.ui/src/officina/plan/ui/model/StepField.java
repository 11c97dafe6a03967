// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/**
 * One parameter of a step.
 *
 * @param name its name among the parameters
 * @param label its name for the person
 * @param value as it stands in the plan; {@code JsonNull} where it is not set
 */
public record StepField(String name, String label, FieldType type, JsonValue value) {

    /** Whether it has a value; an empty text or list is none. */
    public boolean set() {
        return switch (value) {
            case JsonNull _ -> false;
            case JsonText(String text) -> !text.isEmpty();
            case JsonArray(var items) -> !items.isEmpty();
            case JsonObject _, JsonNumber _, JsonBoolean _ -> true;
        };
    }
}
