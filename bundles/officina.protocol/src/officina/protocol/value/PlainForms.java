// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import officina.api.document.Place;
import officina.api.event.Origin;
import officina.api.id.ToolId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import officina.protocol.internal.json.Numbers;
import officina.protocol.internal.map.InstantText;
import org.jspecify.annotations.Nullable;

/** The forms of types that are not made of others: numbers, texts, times, constants, JSON itself. */
final class PlainForms {

    /** Longer than any number, time or constant; longer texts are not even looked at. */
    private static final int MAX_TEXT = 2_000;

    private static final int UUID_LENGTH = 36;

    private static final Map<Class<?>, Form> FORMS = forms();

    private PlainForms() {}

    static @Nullable Form of(Class<?> type) {
        return FORMS.get(type);
    }

    private static Map<Class<?>, Form> forms() {
        Map<Class<?>, Form> forms = new HashMap<>();
        forms.put(String.class, TextForm.of("a text", text -> text));
        forms.put(UUID.class, TextForm.of("an identifier (a UUID)", PlainForms::uuid));
        forms.put(Instant.class, TextForm.of("an instant like 2026-12-31T09:30:00Z", shortly(InstantText::parse)));
        forms.put(LocalDate.class, TextForm.of("a day like 2026-12-31", shortly(LocalDate::parse)));
        forms.put(LocalTime.class, TextForm.of("a time like 09:30", shortly(LocalTime::parse)));
        forms.put(Duration.class, TextForm.of("a duration like PT1.5S", shortly(Duration::parse)));
        forms.put(BigDecimal.class, TextForm.of("a decimal as text", shortly(PlainForms::decimal)));
        forms.put(URI.class, TextForm.of("an address", shortly(URI::create)));
        forms.put(
                Place.class,
                TextForm.of("a place like lines 3-7", text -> Place.parse(text).orElse(null)));
        forms.put(byte[].class, bytes());
        forms.put(Path.class, TextForm.of("a path", shortly(Path::of)));
        forms.put(ToolId.class, TextForm.of("a tool like plugin:tool", ToolId::parse));
        forms.put(Origin.class, TextForm.of("a chain like user=>agent.task", Origin::parse));
        both(forms, int.class, Integer.class, new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE, Math::toIntExact));
        both(forms, long.class, Long.class, new Whole(Long.MIN_VALUE, Long.MAX_VALUE, value -> value));
        both(forms, boolean.class, Boolean.class, new Flag());
        both(forms, double.class, Double.class, new Fraction());
        forms.put(JsonValue.class, new Json());
        forms.put(JsonObject.class, new ObjectItself());
        return Map.copyOf(forms);
    }

    private static void both(Map<Class<?>, Form> forms, Class<?> primitive, Class<?> boxed, Form form) {
        forms.put(primitive, form);
        forms.put(boxed, form);
    }

    private static Function<String, @Nullable Object> shortly(Function<String, @Nullable Object> parser) {
        return text -> text.length() > MAX_TEXT ? null : parser.apply(text);
    }

    private static Form bytes() {
        return new TextForm(
                "bytes in base 64",
                value -> Base64.getEncoder().encodeToString((byte[]) value),
                text -> Base64.getDecoder().decode(text));
    }

    static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) { // UUID.fromString takes shorter ones for padded
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    private static @Nullable Object decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        return Numbers.allowed(value) ? value : null;
    }

    /** Constants by their lower-case names with hyphens, as {@link JsonValue#of} writes them. */
    static Form constants(Class<?> type) {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            byName.put(name(constant), constant);
        }
        return new TextForm("one of " + String.join(", ", byName.keySet()), PlainForms::name, byName::get);
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Whole(long least, long most, Function<Long, Object> narrow) implements Form {
        @Override
        public JsonValue write(@Nullable Object value) {
            return new JsonNumber(((Number) Objects.requireNonNull(value)).longValue());
        }

        @Override
        public Object read(JsonValue json, String member) {
            if (json instanceof JsonNumber value
                    && value.isLong()
                    && value.longValue() >= least
                    && value.longValue() <= most) {
                return narrow.apply(value.longValue());
            }
            throw Malformed.member(member, "a whole number from " + least + " to " + most);
        }
    }

    private record Fraction() implements Form {
        @Override
        public JsonValue write(@Nullable Object value) {
            double number = (Double) Objects.requireNonNull(value);
            if (!Double.isFinite(number)) {
                throw Malformed.unwritable("a number is not finite");
            }
            return new JsonNumber(BigDecimal.valueOf(number));
        }

        @Override
        public Object read(JsonValue json, String member) {
            if (json instanceof JsonNumber value && Double.isFinite(value.doubleValue())) {
                return value.doubleValue();
            }
            throw Malformed.member(member, "a number");
        }
    }

    private record Flag() implements Form {
        @Override
        public JsonValue write(@Nullable Object value) {
            return new JsonBoolean((Boolean) Objects.requireNonNull(value));
        }

        @Override
        public Object read(JsonValue json, String member) {
            if (json instanceof JsonBoolean(boolean value)) {
                return value;
            }
            throw Malformed.member(member, "true or false");
        }
    }

    private record Json() implements Form {
        @Override
        public JsonValue write(@Nullable Object value) {
            return (JsonValue) Objects.requireNonNull(value);
        }

        @Override
        public Object read(JsonValue json, String member) {
            return json;
        }

        @Override
        public boolean takesNull() {
            return true;
        }
    }

    private record ObjectItself() implements Form {
        @Override
        public JsonValue write(@Nullable Object value) {
            return (JsonObject) Objects.requireNonNull(value);
        }

        @Override
        public Object read(JsonValue json, String member) {
            if (json instanceof JsonObject object) {
                return object;
            }
            throw Malformed.member(member, "an object");
        }
    }
}
