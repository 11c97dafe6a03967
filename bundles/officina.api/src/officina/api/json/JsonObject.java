// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON object. Keeps the order of its members; order does not count for equality. */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member, or {@code null} where there is none. */
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The member's text; {@code null} where there is none or it is something else. */
    public @Nullable String text(String name) {
        return members.get(name) instanceof JsonText(String value) ? value : null;
    }

    /** The member's text; throws {@link IllegalArgumentException} where there is none. */
    public String requireText(String name) {
        String value = text(name);
        if (value == null) {
            throw new IllegalArgumentException("member \"" + name + "\" must be a text");
        }
        return value;
    }

    /** The member as a whole number; the default where there is none or it is something else. */
    public long number(String name, long otherwise) {
        return members.get(name) instanceof JsonNumber value ? value.longValue() : otherwise;
    }

    public boolean flag(String name) {
        return members.get(name) instanceof JsonBoolean(boolean value) && value;
    }

    /** The member object; empty where there is none or it is something else. */
    public JsonObject object(String name) {
        return members.get(name) instanceof JsonObject value ? value : EMPTY;
    }

    /** The member array's items; none where there is none or it is something else. */
    public List<JsonValue> items(String name) {
        return members.get(name) instanceof JsonArray(List<JsonValue> items) ? items : List.of();
    }

    /** The texts in the member array; other items are passed over. */
    public List<String> texts(String name) {
        return items(name).stream()
                .filter(JsonText.class::isInstance)
                .map(item -> ((JsonText) item).value())
                .toList();
    }

    /** A copy with this member set; see {@link JsonValue#of} for what it wraps. */
    public JsonObject with(String name, @Nullable Object value) {
        Map<String, JsonValue> copy = new LinkedHashMap<>(members);
        copy.put(name, JsonValue.of(value));
        return new JsonObject(copy);
    }

    /** A copy with this member set, or this object itself where the value is {@code null}. */
    public JsonObject withPresent(String name, @Nullable Object value) {
        return value == null ? this : with(name, value);
    }

    /** A copy with every member of the changes set. */
    public JsonObject merge(JsonObject changes) {
        Map<String, JsonValue> copy = new LinkedHashMap<>(members);
        copy.putAll(changes.members);
        return new JsonObject(copy);
    }

    /** A copy without members whose value is {@link JsonNull#NULL}. */
    public JsonObject withoutNulls() {
        return new JsonObject(members.entrySet().stream()
                .filter(member -> member.getValue() != JsonNull.NULL)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new)));
    }
}
