// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import officina.api.json.JsonArray;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a member of a {@link JsonForm} is.
 *
 * @param words as the reference page calls it
 * @param form of the objects that it is or holds
 */
record JsonKind<V>(String words, @Nullable JsonForm<?> form, Function<V, JsonValue> writer) {

    static final JsonKind<String> TEXT = new JsonKind<>("text", null, JsonValue::of);
    static final JsonKind<List<String>> TEXTS = new JsonKind<>("list of texts", null, JsonValue::of);
    static final JsonKind<Number> NUMBER = new JsonKind<>("number", null, JsonValue::of);
    static final JsonKind<Boolean> FLAG = new JsonKind<>("true or false", null, JsonValue::of);
    static final JsonKind<Instant> MOMENT = new JsonKind<>("moment (ISO 8601, UTC)", null, JsonValue::of);
    static final JsonKind<LocalDate> DAY = new JsonKind<>("day like `2026-12-31`", null, JsonValue::of);
    static final JsonKind<LocalTime> TIME = new JsonKind<>("time like `09:30`", null, JsonValue::of);
    static final JsonKind<Path> PATH = new JsonKind<>("absolute path", null, JsonValue::of);
    static final JsonKind<URI> ADDRESS = new JsonKind<>("URL", null, JsonValue::of);

    /** Records and what else the engine gives an identifier. */
    static final JsonKind<Object> IDENTIFIER = new JsonKind<>("identifier", null, id -> new JsonText(id.toString()));

    /** A text of which can be said what it is. */
    static JsonKind<String> text(String words) {
        return new JsonKind<>(words, null, JsonText::new);
    }

    /** What is there is handed on. */
    static JsonKind<JsonValue> as(String words) {
        return new JsonKind<>(words, null, value -> value);
    }

    /** One of the constants, by its lower-case name with hyphens. */
    static <E extends Enum<E>> JsonKind<E> oneOf(Class<E> constants) {
        return new JsonKind<>(words(constants), null, JsonValue::of);
    }

    /** An object of that form. */
    static <T> JsonKind<T> one(JsonForm<T> form) {
        return new JsonKind<>(form.link(""), form, form::json);
    }

    /** A list of objects of that form. */
    static <T> JsonKind<List<T>> many(JsonForm<T> form) {
        return new JsonKind<>(
                "list of " + form.link(""),
                form,
                things ->
                        new JsonArray(things.stream().<JsonValue>map(form::json).toList()));
    }

    /** The constants as the reference page lists them. */
    static String words(Class<? extends Enum<?>> constants) {
        return Arrays.stream(constants.getEnumConstants())
                .map(each -> "`" + ((JsonText) JsonValue.of(each)).value() + "`")
                .collect(Collectors.joining(", "));
    }

    JsonValue json(V value) {
        return writer.apply(value);
    }
}
