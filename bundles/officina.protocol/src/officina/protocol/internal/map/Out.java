// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.map;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/** Builds one object, member by member. What is {@code null} is left out. Not thread-safe. */
public final class Out {

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    /** A text, or anything whose text form is its wire form: an identifier, a date, an address. */
    public Out text(String name, @Nullable Object value) {
        return value(name, value == null ? null : new JsonText(value.toString()));
    }

    public Out number(String name, long value) {
        return value(name, new JsonNumber(value));
    }

    /** A fraction; throws {@code protocol.malformed} where it is not a number or infinite. */
    public Out number(String name, double value) {
        if (!Double.isFinite(value)) {
            throw Malformed.unwritable("member \"" + name + "\" is not a finite number");
        }
        return value(name, new JsonNumber(BigDecimal.valueOf(value)));
    }

    /** A decimal with its scale, which a JSON number would lose: {@code "1.50"}. */
    public Out decimal(String name, BigDecimal value) {
        return text(name, value);
    }

    public Out flag(String name, boolean value) {
        return value(name, new JsonBoolean(value));
    }

    /** An instant in UTC as ISO 8601. */
    public Out instant(String name, @Nullable Instant value) {
        return text(name, value);
    }

    /** A duration as ISO 8601: {@code PT1.5S}. */
    public Out duration(String name, @Nullable Duration value) {
        return text(name, value);
    }

    public <E extends Enum<E>> Out constant(String name, WireNames<E> names, E value) {
        return value(name, new JsonText(names.of(value)));
    }

    public Out value(String name, @Nullable JsonValue value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** Texts, or things whose text form is their wire form. */
    public Out texts(String name, Collection<?> values) {
        return list(name, values, value -> new JsonText(value.toString()));
    }

    public <T> Out list(String name, Collection<T> values, Function<? super T, ? extends JsonValue> mapper) {
        List<JsonValue> items = new ArrayList<>(values.size());
        for (T value : values) {
            items.add(mapper.apply(value));
        }
        return value(name, new JsonArray(items));
    }

    public JsonObject object() {
        return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
    }
}
