// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.map;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import officina.protocol.internal.json.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object. A member that is {@code null} counts as absent; members nobody asks for are ignored,
 * so that newer writers may add some. What is missing or wrong is {@code protocol.malformed}, naming the member.
 */
public record In(JsonObject json) {

    public static In of(JsonValue value, String name) {
        if (value instanceof JsonObject object) {
            return new In(object);
        }
        throw Malformed.member(name, "an object");
    }

    private @Nullable JsonValue present(String name) {
        JsonValue value = json.get(name);
        return value == JsonNull.NULL ? null : value;
    }

    public boolean has(String name) {
        return present(name) != null;
    }

    public String text(String name) {
        if (present(name) instanceof JsonText(String text)) {
            return text;
        }
        throw Malformed.member(name, "a text");
    }

    public @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    /** A text that the parser understands; what the parser throws is taken for a refusal. */
    public <T> T parsed(String name, String form, Function<String, T> parser) {
        return parse(name, form, parser, text(name));
    }

    public <T> @Nullable T parsedOrNull(String name, String form, Function<String, T> parser) {
        return has(name) ? parsed(name, form, parser) : null;
    }

    private static <T> T parse(String name, String form, Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            throw Malformed.member(name, form);
        }
    }

    /** An identifier that is a UUID. */
    public <T> T id(String name, Function<UUID, T> wrap) {
        return parsed(name, "an identifier (a UUID)", text -> wrap.apply(uuid(text)));
    }

    public <T> @Nullable T idOrNull(String name, Function<UUID, T> wrap) {
        return has(name) ? id(name, wrap) : null;
    }

    private static UUID uuid(String text) {
        if (text.length() != 36) { // UUID.fromString takes shorter ones for padded
            throw new IllegalArgumentException();
        }
        return UUID.fromString(text);
    }

    public long number(String name) {
        if (present(name) instanceof JsonNumber value && value.isLong()) {
            return value.longValue();
        }
        throw Malformed.member(name, "a whole number");
    }

    public int smallNumber(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw Malformed.member(name, "a whole number of at most 32 bits");
        }
        return (int) value;
    }

    public double fraction(String name) {
        if (present(name) instanceof JsonNumber value && Double.isFinite(value.doubleValue())) {
            return value.doubleValue();
        }
        throw Malformed.member(name, "a number");
    }

    /** A decimal written as a text, see {@link Out#decimal}. */
    public BigDecimal decimal(String name) {
        BigDecimal value = parsed(name, "a decimal as text", BigDecimal::new);
        if (!Numbers.allowed(value)) {
            throw Malformed.member(name, "a decimal of fewer digits and a smaller exponent");
        }
        return value;
    }

    public boolean flag(String name) {
        if (present(name) instanceof JsonBoolean(boolean value)) {
            return value;
        }
        throw Malformed.member(name, "true or false");
    }

    /** Absent means {@code false}. */
    public boolean flagOrFalse(String name) {
        return has(name) && flag(name);
    }

    public Instant instant(String name) {
        return parsed(name, "an instant like 2026-12-31T09:30:00Z", InstantText::parse);
    }

    public Duration duration(String name) {
        return parsed(name, "a duration like PT1.5S", Duration::parse);
    }

    public <E extends Enum<E>> E constant(String name, WireNames<E> names) {
        String text = text(name);
        E value = names.parse(text);
        if (value == null) {
            throw Malformed.member(name, "one of " + String.join(", ", names.all()));
        }
        return value;
    }

    public JsonObject object(String name) {
        if (present(name) instanceof JsonObject object) {
            return object;
        }
        throw Malformed.member(name, "an object");
    }

    public @Nullable JsonObject objectOrNull(String name) {
        return has(name) ? object(name) : null;
    }

    public <T> T object(String name, Function<JsonObject, T> mapper) {
        return mapper.apply(object(name));
    }

    public <T> @Nullable T objectOrNull(String name, Function<JsonObject, T> mapper) {
        return has(name) ? mapper.apply(object(name)) : null;
    }

    /** An array; an absent one is empty. */
    public List<JsonValue> items(String name) {
        JsonValue value = present(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray(List<JsonValue> items)) {
            return items;
        }
        throw Malformed.member(name, "an array");
    }

    /** An array of objects; an absent one is empty. */
    public <T> List<T> list(String name, Function<JsonObject, T> mapper) {
        List<JsonValue> items = items(name);
        List<T> values = new ArrayList<>(items.size());
        for (JsonValue item : items) {
            values.add(mapper.apply(of(item, name).json));
        }
        return values;
    }

    /** An array of texts that the parser understands; an absent one is empty. */
    public <T> List<T> texts(String name, String form, Function<String, T> parser) {
        List<JsonValue> items = items(name);
        List<T> values = new ArrayList<>(items.size());
        for (JsonValue item : items) {
            if (!(item instanceof JsonText(String text))) {
                throw Malformed.member(name, "an array of texts");
            }
            values.add(parse(name, form, parser, text));
        }
        return values;
    }

    public List<String> texts(String name) {
        return texts(name, "texts", text -> text);
    }

    /** Reads what has a form of its own; an {@link IllegalArgumentException} from there is a wrong member. */
    public static <T> T checked(String what, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeException _) {
            throw Malformed.content("The members of " + what + " do not fit together");
        }
    }
}
