// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

/** A JSON value. Immutable; equal by content, numbers by their numeric value. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBoolean, JsonNull {

    /**
     * Wraps plain Java: text, numbers, booleans, enums (by their lower-case name with hyphens), {@code null}, lists, maps
     * with text keys and JSON values themselves; anything else by its {@code toString}, as identifiers and dates want it.
     */
    static JsonValue of(@org.jspecify.annotations.Nullable Object plain) {
        return JsonValues.wrap(plain);
    }
}
