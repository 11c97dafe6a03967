// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.nio.charset.StandardCharsets;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.JsonReader;
import officina.protocol.internal.json.JsonWriter;
import officina.protocol.internal.json.Malformed;

/**
 * JSON text and JSON values. Reading is strict (RFC 8259 in UTF-8, no member twice, nothing after the value) and bounded,
 * so that bytes from anywhere may be given to it. Numbers are exact, of at most 1 000 characters and exponents up to
 * 10 000. What is read can be written, and the other way round. Every method may be called by any thread and throws
 * {@link officina.api.error.FailureException} {@code protocol.malformed}, whose message never quotes the text.
 */
public final class Json {

    /** Longest JSON text, in bytes (in characters where a text is read); larger content travels by reference. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Deepest nesting of arrays and objects. */
    public static final int MAX_DEPTH = 256;

    private Json() {}

    /** Reads UTF-8. */
    public static JsonValue parse(byte[] utf8) {
        return parse(utf8, 0, utf8.length);
    }

    /** Reads a part of an array that holds UTF-8. */
    public static JsonValue parse(byte[] utf8, int offset, int length) {
        return JsonReader.read(utf8, offset, length, MAX_BYTES, MAX_DEPTH);
    }

    public static JsonValue parse(String text) {
        return JsonReader.read(text, MAX_BYTES, MAX_DEPTH);
    }

    /** Reads UTF-8 that must be an object. */
    public static JsonObject parseObject(byte[] utf8) {
        return object(parse(utf8));
    }

    /** Reads a text that must be an object. */
    public static JsonObject parseObject(String text) {
        return object(parse(text));
    }

    /** Writes UTF-8, on one line and without a line end. */
    public static byte[] bytes(JsonValue value) {
        return JsonWriter.write(value, MAX_BYTES, MAX_DEPTH);
    }

    /** Writes a text, on one line and without a line end. */
    public static String text(JsonValue value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Malformed.text("it is not an object");
    }
}
