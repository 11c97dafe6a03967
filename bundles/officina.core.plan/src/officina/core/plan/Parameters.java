// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.UUID;
import java.util.regex.Pattern;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/** What a parameter must be. */
final class Parameters {

    /** The one written form; {@link UUID#fromString} alone lets {@code 1-1-1-1-1} pass. */
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Parameters() {}

    static boolean fits(JsonValue value, ActionParameter.Form form) {
        return switch (form) {
            case TEXT -> value instanceof JsonText(String text) && !text.isBlank();
            case RECORD_KIND ->
                value instanceof JsonText(String name)
                        && StandardActions.KINDS.stream()
                                .anyMatch(kind -> kind.name().equals(name));
            case RECORD_ID ->
                value instanceof JsonText(String id) && ID.matcher(id).matches();
            case FIELDS -> value instanceof JsonObject;
        };
    }

    static String mustBe(StepId step, ActionParameter parameter) {
        return "Step " + step + ": " + parameter.name() + " must be "
                + parameter.form().meaning() + ".";
    }
}
