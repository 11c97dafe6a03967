// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/** Validates JSON values against a schema with an independent validator. */
final class SchemaCheck {

    private static final URI ADDRESS = URI.create("urn:officina:test");

    private final Validator validator;

    SchemaCheck(JsonObject schema) {
        validator = new ValidatorFactory().withJsonNodeFactory(new Factory()).createValidator();
        validator.registerSchema(ADDRESS, new Node("", schema));
    }

    /** What is wrong, one line each; empty when all is well. */
    String errors(JsonValue value) {
        Validator.Result result = validator.validate(ADDRESS, new Node("", value));
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getSchemaLocation() + ": " + error.getError())
                .collect(Collectors.joining("\n"));
    }

    private static final class Factory implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object node) {
            return node instanceof JsonNode wrapped ? wrapped : new Node("", (JsonValue) node);
        }

        @Override
        public JsonNode create(String text) {
            return new Node("", Json.parse(text));
        }
    }

    private record Node(String pointer, JsonValue value) implements JsonNode {

        @Override
        public String getJsonPointer() {
            return pointer;
        }

        @Override
        public SimpleType getNodeType() {
            return switch (value) {
                case JsonObject _ -> SimpleType.OBJECT;
                case JsonArray _ -> SimpleType.ARRAY;
                case JsonText _ -> SimpleType.STRING;
                case JsonBoolean _ -> SimpleType.BOOLEAN;
                case JsonNull _ -> SimpleType.NULL;
                case JsonNumber number -> number.value().scale() <= 0 ? SimpleType.INTEGER : SimpleType.NUMBER;
            };
        }

        @Override
        public boolean asBoolean() {
            return ((JsonBoolean) value).value();
        }

        @Override
        public String asString() {
            return ((JsonText) value).value();
        }

        @Override
        public BigInteger asInteger() {
            return asNumber().toBigIntegerExact();
        }

        @Override
        public BigDecimal asNumber() {
            return ((JsonNumber) value).value();
        }

        @Override
        public List<JsonNode> asArray() {
            List<JsonValue> items = ((JsonArray) value).items();
            return IntStream.range(0, items.size())
                    .<JsonNode>mapToObj(i -> new Node(pointer + "/" + i, items.get(i)))
                    .toList();
        }

        @Override
        public Map<String, JsonNode> asObject() {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            ((JsonObject) value)
                    .members()
                    .forEach((name, member) ->
                            members.put(name, new Node(pointer + "/" + JsonNode.encodeJsonPointer(name), member)));
            return members;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(value);
        }
    }
}
