// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import officina.api.json.JsonArray;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/** The forms of types that hold others. */
final class CollectionForms {

    private CollectionForms() {}

    static Form list(Form item) {
        return new Items(item, List::copyOf);
    }

    static Form set(Form item) {
        return new Items(item, items -> Collections.unmodifiableSet(new LinkedHashSet<>(items)));
    }

    static Form map(Form key, Form value) {
        if (key instanceof TextForm text) {
            return new Members(text, value);
        }
        throw new IllegalArgumentException("the keys of a map on the wire are texts");
    }

    static Form optional(Form value) {
        return new Maybe(value);
    }

    /** An array. */
    private record Items(Form item, Function<List<Object>, Collection<Object>> collector) implements Form {
        @Override
        public JsonValue write(@Nullable Object value) {
            Collection<?> items = (Collection<?>) Objects.requireNonNull(value);
            List<JsonValue> written = new ArrayList<>(items.size());
            for (Object each : items) {
                written.add(item.write(each));
            }
            return new JsonArray(written);
        }

        @Override
        public Object read(JsonValue json, String member) {
            if (!(json instanceof JsonArray(List<JsonValue> items))) {
                throw Malformed.member(member, "an array");
            }
            List<Object> values = new ArrayList<>(items.size());
            for (JsonValue each : items) {
                values.add(Objects.requireNonNull(item.read(each, member)));
            }
            return collector.apply(values);
        }

        @Override
        public Object absent() {
            return collector.apply(List.of());
        }
    }

    /** An object whose member names are the keys. */
    private record Members(TextForm key, Form value) implements Form {
        @Override
        public JsonValue write(@Nullable Object map) {
            Map<String, JsonValue> written = new LinkedHashMap<>();
            ((Map<?, ?>) Objects.requireNonNull(map))
                    .forEach((name, each) -> written.put(key.text(name), value.write(each)));
            return new JsonObject(written);
        }

        @Override
        public Object read(JsonValue json, String member) {
            if (!(json instanceof JsonObject(Map<String, JsonValue> members))) {
                throw Malformed.member(member, "an object");
            }
            Map<Object, Object> values = new LinkedHashMap<>();
            members.forEach((name, each) ->
                    values.put(key.parse(name, member), Objects.requireNonNull(value.read(each, member))));
            return Collections.unmodifiableMap(values);
        }

        @Override
        public Object absent() {
            return Map.of();
        }
    }

    /** The value, or {@code null}. */
    private record Maybe(Form value) implements Form {
        @Override
        public JsonValue write(@Nullable Object optional) {
            return ((Optional<?>) Objects.requireNonNull(optional))
                    .<JsonValue>map(value::write)
                    .orElse(JsonNull.NULL);
        }

        @Override
        public Object read(JsonValue json, String member) {
            return json == JsonNull.NULL ? Optional.empty() : Optional.ofNullable(value.read(json, member));
        }

        @Override
        public boolean takesNull() {
            return true;
        }

        @Override
        public Object absent() {
            return Optional.empty();
        }
    }
}
