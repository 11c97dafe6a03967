// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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

    private static final int FIRST_SIZE = 512;

    /** Most bytes of one {@code char}: an escape. */
    private static final int MAX_UNIT = 6;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Which units stand for themselves. */
    private static final boolean[] PLAIN = plain();

    private final int maxBytes;
    private final int maxDepth;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, ' ', plain.length, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }

    private JsonWriter(int maxBytes, int maxDepth) {
        this.maxBytes = maxBytes;
        this.maxDepth = maxDepth;
    }

    public static byte[] write(JsonValue value, int maxBytes, int maxDepth) {
        JsonWriter writer = new JsonWriter(maxBytes, maxDepth);
        writer.value(value, 0);
        writer.checkSize();
        return Arrays.copyOf(writer.bytes, writer.size);
    }

    private void value(JsonValue value, int depth) {
        // no switch: for one over types the virtual machine makes a class at each start, which no cache keeps
        if (value instanceof JsonObject(Map<String, JsonValue> members)) {
            object(members, depth + 1);
        } else if (value instanceof JsonArray(List<JsonValue> items)) {
            array(items, depth + 1);
        } else if (value instanceof JsonText(String text)) {
            text(text);
        } else if (value instanceof JsonNumber number) {
            number(number);
        } else if (value instanceof JsonBoolean(boolean flag)) {
            ascii(flag ? "true" : "false");
        } else if (value instanceof JsonNull) {
            ascii("null");
        } else {
            throw new IllegalStateException("not written: " + value.getClass().getName());
        }
    }

    private void object(Map<String, JsonValue> members, int depth) {
        checkDepth(depth);
        if (members.isEmpty()) {
            ascii("{}");
            return;
        }
        char before = '{';
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            sign(before);
            text(member.getKey());
            sign(':');
            value(member.getValue(), depth);
            before = ',';
        }
        sign('}');
    }

    private void array(List<JsonValue> items, int depth) {
        checkDepth(depth);
        if (items.isEmpty()) {
            ascii("[]");
            return;
        }
        char before = '[';
        for (JsonValue item : items) {
            sign(before);
            value(item, depth);
            before = ',';
        }
        sign(']');
    }

    private void number(JsonNumber number) {
        if (number.isLong()) {
            ascii(Long.toString(number.longValue()));
        } else if (Numbers.allowed(number.value())) {
            ascii(number.value().toString());
        } else {
            throw Malformed.unwritable("a number has too many digits or too large an exponent");
        }
    }

    private void text(String text) {
        sign('"');
        int at = plain(text, 0);
        while (at < text.length()) {
            room(MAX_UNIT);
            other(text.charAt(at));
            at = plain(text, at + 1);
        }
        sign('"');
    }

    /** Writes what stands for itself, in one byte each; the place of the first that does not. */
    private int plain(String text, int from) {
        room(text.length() - from);
        byte[] to = bytes;
        int place = size;
        int at = from;
        while (at < text.length() && isPlain(text.charAt(at))) {
            to[place++] = (byte) text.charAt(at++);
        }
        size = place;
        return at;
    }

    private static boolean isPlain(char unit) {
        return unit < PLAIN.length && PLAIN[unit];
    }

    private void other(char unit) {
        if (unit == '"' || unit == '\\') {
            put('\\');
            put(unit);
        } else if (unit < ' ') {
            control(unit);
        } else if (unit < 0x800) {
            put(0xc0 | unit >> 6);
            put(0x80 | unit & 0x3f);
        } else if (Character.isSurrogate(unit)) {
            escape(unit);
        } else {
            put(0xe0 | unit >> 12);
            put(0x80 | unit >> 6 & 0x3f);
            put(0x80 | unit & 0x3f);
        }
    }

    private void control(char unit) {
        int named = "\b\t\n\f\r".indexOf(unit);
        if (named < 0) {
            escape(unit);
        } else {
            put('\\');
            put("btnfr".charAt(named));
        }
    }

    private void escape(char unit) {
        ascii("\\u" + HEX.toHexDigits(unit));
    }

    private void sign(char sign) {
        room(1);
        put(sign);
    }

    private void ascii(String text) {
        byte[] more = text.getBytes(StandardCharsets.US_ASCII);
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void put(int value) {
        bytes[size++] = (byte) value;
    }

    private void room(int count) {
        if (bytes.length - size < count) {
            checkSize();
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }

    private void checkSize() {
        if (size > maxBytes) {
            throw Malformed.unwritable("it has more than the " + maxBytes + " bytes allowed");
        }
    }

    private void checkDepth(int depth) {
        if (depth > maxDepth) {
            throw Malformed.unwritable("it is nested more than " + maxDepth + " deep");
        }
    }
}
