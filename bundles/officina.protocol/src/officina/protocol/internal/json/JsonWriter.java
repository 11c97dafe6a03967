// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/**
 * Writes one JSON value on one line. What {@link JsonReader} would refuse is not written but thrown as
 * {@code protocol.malformed}. Any text can be written: characters outside the basic plane, and single surrogates, become
 * escapes.
 */
public final class JsonWriter {

    private final JsonGenerator out;
    private final int maxDepth;

    private JsonWriter(JsonGenerator out, int maxDepth) {
        this.out = out;
        this.maxDepth = maxDepth;
    }

    public static byte[] write(JsonValue value, int maxBytes, int maxDepth) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512)) {
            try (JsonGenerator out = JsonFactories.FACTORY.createGenerator(bytes)) {
                new JsonWriter(out, maxDepth).value(value, 0);
            }
            if (bytes.size() > maxBytes) {
                throw Malformed.unwritable("it has " + bytes.size() + " bytes, more than the " + maxBytes + " allowed");
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the target is memory
        }
    }

    private void value(JsonValue value, int depth) throws IOException {
        // no switch: for one over types the virtual machine makes a class at each start, which no cache keeps
        if (value instanceof JsonObject(Map<String, JsonValue> members)) {
            object(members, depth + 1);
        } else if (value instanceof JsonArray(var items)) {
            checkDepth(depth + 1);
            out.writeStartArray();
            for (JsonValue item : items) {
                value(item, depth + 1);
            }
            out.writeEndArray();
        } else if (value instanceof JsonText(String text)) {
            out.writeString(text);
        } else if (value instanceof JsonNumber number) {
            number(number);
        } else if (value instanceof JsonBoolean(boolean flag)) {
            out.writeBoolean(flag);
        } else if (value instanceof JsonNull) {
            out.writeNull();
        } else {
            throw new IllegalStateException("not written: " + value.getClass().getName());
        }
    }

    private void object(Map<String, JsonValue> members, int depth) throws IOException {
        checkDepth(depth);
        out.writeStartObject();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            out.writeFieldName(member.getKey());
            value(member.getValue(), depth);
        }
        out.writeEndObject();
    }

    private void number(JsonNumber number) throws IOException {
        if (number.isLong()) {
            out.writeNumber(number.longValue());
        } else if (Numbers.allowed(number.value())) {
            out.writeNumber(number.value().toString());
        } else {
            throw Malformed.unwritable("a number has too many digits or too large an exponent");
        }
    }

    private void checkDepth(int depth) {
        if (depth > maxDepth) {
            throw Malformed.unwritable("it is nested more than " + maxDepth + " deep");
        }
    }
}
