// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds one field of a record. Its value depends on the value of that field alone, so that records with an
 * equal field have an equal column.
 *
 * @param field the field's name in the record
 * @param name the column's name
 * @param reader makes the column's value; throws {@link IllegalArgumentException} for what does not fit
 */
record FieldColumn(String field, String name, Function<@Nullable JsonValue, @Nullable Object> reader) {

    /** The value for the column; throws {@link IllegalArgumentException} where the field does not fit. */
    @Nullable
    Object value(@Nullable JsonValue json) {
        try {
            return reader.apply(json == JsonNull.NULL ? null : json);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field \"" + field + "\" does not fit its column", e);
        }
    }

    static FieldColumn text(String field) {
        return new FieldColumn(field, field, json -> required(json, field));
    }

    /** A text that may be absent, which is the same as empty. */
    static FieldColumn optionalText(String field) {
        return new FieldColumn(field, field, json -> json == null ? "" : required(json, field));
    }

    static FieldColumn id(String field, String name) {
        return new FieldColumn(field, name, json -> UUID.fromString(required(json, field)));
    }

    static FieldColumn optionalId(String field, String name) {
        return new FieldColumn(field, name, json -> json == null ? null : UUID.fromString(required(json, field)));
    }

    /** One of an enum's constants by its wire name; absent for the default, if there is one. */
    static <E extends Enum<E>> FieldColumn constant(String field, Class<E> type, @Nullable E otherwise) {
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(FieldColumn::wireName)
                .toList();
        return new FieldColumn(field, field, json -> {
            if (json == null && otherwise != null) {
                return wireName(otherwise);
            }
            String name = required(json, field).toLowerCase(Locale.ROOT).replace('_', '-');
            if (!known.contains(name)) {
                throw new IllegalArgumentException("field \"" + field + "\" is none of " + known);
            }
            return name;
        });
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FieldColumn flag(String field) {
        return new FieldColumn(field, field, json -> json instanceof JsonBoolean(boolean value) && value);
    }

    static FieldColumn date(String field, String name) {
        return new FieldColumn(field, name, json -> json == null ? null : LocalDate.parse(required(json, field)));
    }

    static FieldColumn time(String field, String name) {
        return new FieldColumn(field, name, json -> json == null ? null : LocalTime.parse(required(json, field)));
    }

    static FieldColumn instant(String field, String name) {
        return new FieldColumn(field, name, json -> instant(required(json, field)));
    }

    static FieldColumn optionalInstant(String field, String name) {
        return new FieldColumn(field, name, json -> json == null ? null : instant(required(json, field)));
    }

    private static OffsetDateTime instant(String text) {
        return Instant.parse(text).atOffset(ZoneOffset.UTC);
    }

    /** Any value, as JSON text. */
    static FieldColumn json(String field, String name) {
        return new FieldColumn(field, name, json -> Json.text(json == null ? JsonNull.NULL : json));
    }

    private static String required(@Nullable JsonValue json, String field) {
        if (json instanceof JsonText(String value)) {
            return value;
        }
        throw new IllegalArgumentException("field \"" + field + "\" is not a text");
    }
}
