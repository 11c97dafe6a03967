// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wrapping behind {@link JsonValue#of}. */
final class JsonValues {

    private JsonValues() {}

    static JsonValue wrap(@Nullable Object plain) {
        return switch (plain) {
            case null -> JsonNull.NULL;
            case JsonValue value -> value;
            case CharSequence text -> new JsonText(text.toString());
            case Boolean flag -> new JsonBoolean(flag);
            case Long number -> new JsonNumber(number);
            case Integer number -> new JsonNumber(number);
            case BigDecimal number -> new JsonNumber(number);
            case Number number -> new JsonNumber(new BigDecimal(number.toString()));
            case Enum<?> constant ->
                new JsonText(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Collection<?> items ->
                new JsonArray(items.stream().map(JsonValues::wrap).toList());
            case Map<?, ?> members -> object(members);
            default -> new JsonText(plain.toString());
        };
    }

    private static JsonObject object(Map<?, ?> members) {
        Map<String, JsonValue> wrapped = new LinkedHashMap<>();
        members.forEach((name, value) -> wrapped.put(String.valueOf(name), wrap(value)));
        return new JsonObject(wrapped);
    }
}
