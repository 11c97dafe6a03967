// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;

/** Makes the JSON Schema of one event with its envelope. */
final class EventSchema {

    private final ApiDocs docs = new ApiDocs();
    private final Map<String, JsonObject> definitions = new TreeMap<>();
    private final boolean closed;

    private EventSchema(boolean closed) {
        this.closed = closed;
    }

    /** The published schema: it lets members pass that a newer version may add. */
    static JsonObject open() {
        return new EventSchema(false).schema();
    }

    /** The same without room for other members: what this build writes. */
    static JsonObject closed() {
        return new EventSchema(true).schema();
    }

    private JsonObject schema() {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (WireTypes.Member member : WireTypes.members(EventEnvelope.class)) {
            if (member.name().equals("event")) {
                properties.put("type", text("The name of the event."));
                properties.put("mayIgnore", flag("Whether a reader that does not know the type may pass it over."));
                required.add("type");
            }
            properties.put(member.name(), member(EventEnvelope.class, member));
            required.add(member.name());
        }
        JsonObject schema = JsonObject.EMPTY
                .with("$schema", "https://json-schema.org/draft/2020-12/schema")
                .with("$id", "urn:officina:runtime-events:v" + RunEvent.SCHEMA)
                .with("$comment", "GENERATED from officina.api by ReferenceTests of officina.protocol. Do not edit.")
                .with("title", "Officina runtime event")
                .with("description", docs.of(EventEnvelope.class).text())
                .with("type", "object")
                .with("properties", new JsonObject(properties))
                .with("required", required)
                .with("allOf", cases(RunEvent.class, "event"));
        schema = closed ? schema.with("additionalProperties", false) : schema;
        return schema.with("$defs", definitions);
    }

    /** One "if the type is this, then it looks like that" for each type of a family. */
    private JsonArray cases(Class<?> family, String place) {
        List<JsonValue> cases = new ArrayList<>();
        WireTypes.family(family).forEach((name, type) -> {
            JsonObject then = ref(type);
            cases.add(JsonObject.EMPTY
                    .with("if", properties("type", JsonObject.EMPTY.with("const", name)))
                    .with("then", place.isEmpty() ? then : properties(place, then)));
        });
        return new JsonArray(cases);
    }

    private static JsonObject properties(String name, JsonObject value) {
        return JsonObject.EMPTY.with("properties", Map.of(name, value));
    }

    private static JsonObject text(String description) {
        return JsonObject.EMPTY.with("type", "string").with("description", description);
    }

    private static JsonObject flag(String description) {
        return JsonObject.EMPTY.with("type", "boolean").with("description", description);
    }

    private JsonObject member(Class<?> owner, WireTypes.Member member) {
        if (member.type() == RunEvent.class) {
            return JsonObject.EMPTY.with("type", "object").with("description", "The members of the event.");
        }
        String description = docs.of(owner).members().get(member.name());
        return of(member.type()).withPresent("description", description);
    }

    private JsonObject of(Type type) {
        Class<?> item = WireTypes.itemOf(type);
        if (item != null) {
            return JsonObject.EMPTY.with("type", "array").with("items", of(item));
        }
        if (WireTypes.isMapOfTexts(type)) {
            return JsonObject.EMPTY
                    .with("type", "object")
                    .with("additionalProperties", JsonObject.EMPTY.with("type", "string"));
        }
        Class<?> plain = (Class<?>) type;
        WireTypes.Scalar scalar = WireTypes.scalar(plain);
        return scalar == null ? ref(plain) : scalar.schema();
    }

    private JsonObject ref(Class<?> type) {
        String name = typeName(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, JsonObject.EMPTY); // a type may contain itself
            definitions.put(name, definition(type));
        }
        return JsonObject.EMPTY.with("$ref", "#/$defs/" + name);
    }

    static String typeName(Class<?> type) {
        Class<?> family = type.getDeclaringClass();
        return family == null || family == RunEvent.class
                ? type.getSimpleName()
                : family.getSimpleName() + "." + type.getSimpleName();
    }

    private JsonObject definition(Class<?> type) {
        JsonObject definition =
                JsonObject.EMPTY.with("description", docs.of(type).text());
        if (type.isEnum()) {
            return definition.with("enum", WireTypes.constants(type));
        }
        definition = definition.with("type", "object");
        if (type.isSealed()) {
            JsonObject discriminator = WireTypes.isTolerant(type)
                    ? JsonObject.EMPTY.with("type", "string")
                    : JsonObject.EMPTY.with(
                            "enum", List.copyOf(WireTypes.family(type).keySet()));
            return definition
                    .with("properties", JsonObject.EMPTY.with("type", discriminator))
                    .with("required", List.of("type"))
                    .with("allOf", cases(type, ""));
        }
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (type.getDeclaringClass() != null && type.getDeclaringClass() != RunEvent.class) {
            properties.put("type", JsonObject.EMPTY);
        }
        for (WireTypes.Member member : WireTypes.members(type)) {
            properties.put(member.name(), member(type, member));
            if (member.required()) {
                required.add(member.name());
            }
        }
        definition = definition.with("properties", new JsonObject(properties));
        definition = required.isEmpty() ? definition : definition.with("required", required);
        return closed ? definition.with("additionalProperties", false) : definition;
    }
}
