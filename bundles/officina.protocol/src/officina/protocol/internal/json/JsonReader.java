// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import officina.api.error.FailureException;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/** Reads one JSON value, all of it, or throws {@code protocol.malformed}. */
public final class JsonReader {

    private static final JsonBoolean TRUE = new JsonBoolean(true);
    private static final JsonBoolean FALSE = new JsonBoolean(false);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser parser;
    private final int maxDepth;

    private JsonReader(JsonParser parser, int maxDepth) {
        this.parser = parser;
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
        try (JsonParser parser = JsonFactories.FACTORY.createParser(text.array(), text.position(), text.remaining())) {
            return new JsonReader(parser, maxDepth).document();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * The decoder of the JDK is strict; that of the JSON library lets overlong forms and surrogates pass and cannot read
     * a name that holds a single surrogate.
     */
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
        try (JsonParser parser = JsonFactories.FACTORY.createParser(text)) {
            return new JsonReader(parser, maxDepth).document();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static FailureException failure(IOException e) {
        return Malformed.text(
                switch (e) {
                    case JsonEOFException _ -> "it ends too early";
                    case StreamConstraintsException _ -> "a name, a number or the count of values is beyond the limits";
                    default -> "it breaks the rules of JSON";
                });
    }

    private JsonValue document() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw Malformed.text("it is empty");
            }
            JsonValue value = value(token, 0);
            if (parser.nextToken() != null) {
                throw Malformed.text("something follows after the value" + place());
            }
            return value;
        } catch (JsonEOFException | StreamConstraintsException e) {
            throw e;
        } catch (IOException e) {
            throw Malformed.text("it breaks the rules of JSON" + place());
        }
    }

    private String place() {
        var location = parser.currentLocation();
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private JsonValue value(JsonToken token, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> new JsonText(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw Malformed.text("a value is missing" + place());
        };
    }

    private JsonObject object(int depth) throws IOException {
        checkDepth(depth);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        String name = parser.nextFieldName();
        while (name != null) {
            if (members.put(name, value(parser.nextToken(), depth)) != null) {
                throw Malformed.text("a member occurs twice in the same object" + place());
            }
            name = parser.nextFieldName();
        }
        return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
    }

    private JsonArray array(int depth) throws IOException {
        checkDepth(depth);
        List<JsonValue> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(value(token, depth));
            token = parser.nextToken();
        }
        return new JsonArray(items);
    }

    private void checkDepth(int depth) {
        if (depth > maxDepth) {
            throw Malformed.text("it is nested more than " + maxDepth + " deep" + place());
        }
    }

    private JsonNumber number() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return new JsonNumber(parser.getLongValue());
        }
        BigDecimal value;
        try {
            value = new BigDecimal(parser.getText());
        } catch (NumberFormatException _) {
            throw Malformed.text("a number has too large an exponent" + place());
        }
        if (!Numbers.allowed(value)) {
            throw Malformed.text("a number has too many digits or too large an exponent" + place());
        }
        return new JsonNumber(value);
    }
}
