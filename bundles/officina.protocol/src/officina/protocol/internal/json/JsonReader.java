// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/** Reads one JSON value, all of it, or throws {@code protocol.malformed}. */
public final class JsonReader {

    private static final JsonBoolean TRUE = new JsonBoolean(true);
    private static final JsonBoolean FALSE = new JsonBoolean(false);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Values are objects of their own, which take more room than their text. */
    private static final int MAX_VALUES = 2_000_000;

    private final JsonScanner scanner;
    private final int maxDepth;
    private int values;

    private JsonReader(JsonScanner scanner, int maxDepth) {
        this.scanner = scanner;
        this.maxDepth = maxDepth;
    }

    /** Reads UTF-8; a byte order mark at the start is passed over. */
    public static JsonValue read(byte[] utf8, int offset, int length, int maxBytes, int maxDepth) {
        if (length > maxBytes) {
            throw Malformed.text("it has " + length + " bytes, more than the " + maxBytes + " allowed");
        }
        CharBuffer text = decode(ByteBuffer.wrap(utf8, offset, length));
        if (text.hasRemaining() && text.get(text.position()) == BYTE_ORDER_MARK) {
            text.get();
        }
        return new JsonReader(new JsonScanner(text.array(), text.position(), text.limit()), maxDepth).document();
    }

    /** Only one decoder of the platform is strict: that which tells of errors instead of replacing them. */
    private static CharBuffer decode(ByteBuffer utf8) {
        int start = utf8.position();
        CharBuffer text = CharBuffer.allocate(utf8.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(utf8, text, true);
        if (result.isError()) {
            throw Malformed.text("it is not UTF-8 at byte " + (utf8.position() - start));
        }
        return text.flip();
    }

    /** Reads a text; a single surrogate in it is kept. */
    public static JsonValue read(String text, int maxLength, int maxDepth) {
        if (text.length() > maxLength) {
            throw Malformed.text("it has " + text.length() + " characters, more than the " + maxLength + " allowed");
        }
        return new JsonReader(new JsonScanner(text.toCharArray(), 0, text.length()), maxDepth).document();
    }

    private JsonValue document() {
        if (scanner.isAtEnd()) {
            throw Malformed.text("it is empty");
        }
        JsonValue value = value(0);
        if (!scanner.isAtEnd()) {
            throw scanner.malformed("something follows after the value");
        }
        return value;
    }

    private JsonValue value(int depth) {
        count();
        return switch (scanner.next()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> new JsonText(scanner.text());
            case 't' -> literal("true", TRUE);
            case 'f' -> literal("false", FALSE);
            case 'n' -> literal("null", JsonNull.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanner.number();
            default -> throw scanner.broken();
        };
    }

    private JsonValue literal(String word, JsonValue value) {
        scanner.literal(word);
        return value;
    }

    private JsonObject object(int depth) {
        checkDepth(depth);
        if (scanner.take('}')) {
            return JsonObject.EMPTY;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        do {
            scanner.require('"');
            String name = scanner.name();
            count();
            scanner.require(':');
            if (members.put(name, value(depth)) != null) {
                throw scanner.malformed("a member occurs twice in the same object");
            }
        } while (scanner.take(','));
        scanner.require('}');
        return new JsonObject(members);
    }

    private JsonArray array(int depth) {
        checkDepth(depth);
        List<JsonValue> items = new ArrayList<>();
        if (scanner.take(']')) {
            return new JsonArray(items);
        }
        do {
            items.add(value(depth));
        } while (scanner.take(','));
        scanner.require(']');
        return new JsonArray(items);
    }

    private void checkDepth(int depth) {
        if (depth > maxDepth) {
            throw scanner.malformed("it is nested more than " + maxDepth + " deep");
        }
    }

    private void count() {
        if (++values > MAX_VALUES) {
            throw scanner.malformed("it has more than " + MAX_VALUES + " names and values");
        }
    }
}
