// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.time.DateTimeException;
import java.util.Objects;
import java.util.function.Function;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A value that is a text on the wire: an identifier, an instant, a constant.
 *
 * @param description for whoever sent something else: {@code an identifier (a UUID)}
 */
record TextForm(String description, Function<Object, String> writer, Function<String, @Nullable Object> parser)
        implements Form {

    static TextForm of(String description, Function<String, @Nullable Object> parser) {
        return new TextForm(description, Object::toString, parser);
    }

    String text(Object value) {
        return writer.apply(value);
    }

    @Override
    public JsonValue write(@Nullable Object value) {
        return new JsonText(text(Objects.requireNonNull(value)));
    }

    @Override
    public Object read(JsonValue json, String member) {
        if (json instanceof JsonText(String text)) {
            return parse(text, member);
        }
        throw Malformed.member(member, description);
    }

    Object parse(String text, String member) {
        Object value;
        try {
            value = parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            throw Malformed.member(member, description);
        }
        if (value == null) {
            throw Malformed.member(member, description);
        }
        return value;
    }
}
