// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.Function;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Reads typed fields; an error names the field and what it may be. */
final class Fields {

    private Fields() {}

    static String text(JsonObject fields, String name) {
        String value = fields.text(name);
        return value == null ? "" : value;
    }

    static RecordId id(JsonObject fields, String name) {
        return parse(fields, name, "an identifier", RecordId::parse, fields.requireText(name));
    }

    static <E extends Enum<E>> E constant(JsonObject fields, String name, Class<E> type, E otherwise) {
        if (absent(fields, name)) {
            return otherwise;
        }
        String known = String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                        .map(constant ->
                                constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
        return parse(
                fields,
                name,
                "one of " + known,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')),
                fields.requireText(name));
    }

    static @Nullable LocalDate date(JsonObject fields, String name) {
        return absent(fields, name)
                ? null
                : parse(fields, name, "a date like 2026-12-31", LocalDate::parse, fields.requireText(name));
    }

    static @Nullable LocalTime time(JsonObject fields, String name) {
        return absent(fields, name)
                ? null
                : parse(fields, name, "a time like 09:30", LocalTime::parse, fields.requireText(name));
    }

    static @Nullable Instant instant(JsonObject fields, String name) {
        return absent(fields, name)
                ? null
                : parse(fields, name, "an instant like 2026-12-31T09:30:00Z", Instant::parse, fields.requireText(name));
    }

    private static boolean absent(JsonObject fields, String name) {
        return !fields.has(name) || fields.get(name) == JsonNull.NULL;
    }

    private static <T> T parse(JsonObject fields, String name, String form, Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("field \"" + name + "\" must be " + form + ", not: " + text, e);
        }
    }
}
