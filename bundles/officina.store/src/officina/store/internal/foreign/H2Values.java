// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/** The values in rows of an H2 file. Objects of Java stay bytes: nothing is made of what a file says. */
final class H2Values {

    /** A text or bytes that were too long for their row. */
    interface LargeValues {
        byte[] read(long id, long length) throws IOException;
    }

    private static final int MOST_DEPTH = 40;
    /** Of a number; more digits or a longer exponent are a text. */
    private static final int MOST_DIGITS = 1000;

    private static final int MOST_BYTES_OF_A_NUMBER = 50_000;

    private final LargeValues large;

    H2Values(LargeValues large) {
        this.large = large;
    }

    /** The next value. {@link JsonNull} for null. */
    JsonValue read(ByteBuffer in, List<String> names) throws IOException {
        return read(in, names, 0);
    }

    private JsonValue read(ByteBuffer in, List<String> names, int depth) throws IOException {
        int type = Byte.toUnsignedInt(in.get());
        if (type >= 68 && type < 100) {
            return new JsonText(text(in, type - 68));
        }
        if (type >= 100 && type < 132) {
            return base64(bytes(in, type - 100));
        }
        if (type >= 32 && type < 48) {
            return named(type - 32, names);
        }
        if (type >= 48 && type < 56) {
            return new JsonNumber(type - 48);
        }
        return switch (type) {
            case 0 -> JsonNull.NULL;
            case 2 -> new JsonNumber(in.get());
            case 3 -> new JsonNumber(in.getShort());
            case 4 -> new JsonNumber(varint(in));
            case 5 -> new JsonNumber(varlong(in));
            case 6, 7, 8, 56, 57, 58, 59, 60, 61, 62, 63, 138 -> number(type, in);
            case 9, 10, 11, 24, 26, 135, 136 -> H2Times.read(type, in);
            case 12, 19, 22, 137 -> base64(bytes(in, length(in)));
            case 13, 14, 21 -> new JsonText(text(in));
            case 15 -> base64(large(in, false));
            case 16 -> new JsonText(new String(large(in, true), StandardCharsets.UTF_8));
            case 17, 27 -> list(in, names, depth);
            case 20 -> new JsonText(new UUID(in.getLong(), in.getLong()).toString());
            case 25 -> named(varint(in), names);
            case 64 -> new JsonBoolean(false);
            case 65 -> new JsonBoolean(true);
            case 66 -> new JsonNumber(-varint(in));
            case 67 -> new JsonNumber(-varlong(in));
            case 134 -> new JsonText(new String(bytes(in, length(in)), StandardCharsets.UTF_8));
            default -> throw new IOException("no type of a value");
        };
    }

    /** Of a column whose values have names, the number stands for one of them, from one. */
    private static JsonValue named(int number, List<String> names) throws IOException {
        if (names.isEmpty()) {
            return new JsonNumber(number);
        }
        if (number < 1 || number > names.size()) {
            throw new IOException("a value without a name");
        }
        return new JsonText(names.get(number - 1));
    }

    private JsonValue list(ByteBuffer in, List<String> names, int depth) throws IOException {
        int length = atMost(length(in), in);
        if (depth > MOST_DEPTH) {
            throw new IOException("lists in lists without an end");
        }
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(read(in, names, depth + 1));
        }
        return new JsonArray(items);
    }

    private static JsonValue number(int type, ByteBuffer in) throws IOException {
        return switch (type) {
            case 6 -> decimal(varint(in), length(in), in);
            case 7 -> real(Double.longBitsToDouble(Long.reverse(varlong(in))));
            case 8 -> real(Float.intBitsToFloat(Integer.reverse(varint(in))));
            case 58 -> new JsonNumber(varlong(in));
            case 59 -> decimal(varint(in), BigInteger.valueOf(varlong(in)));
            case 138 -> floating(in);
            default -> new JsonNumber(type & 1);
        };
    }

    private static JsonValue floating(ByteBuffer in) throws IOException {
        int scale = varint(in);
        int length = varint(in);
        return switch (length) {
            case -3 -> new JsonText("-Infinity");
            case -2 -> new JsonText("Infinity");
            case -1 -> new JsonText("NaN");
            default -> decimal(scale, length, in);
        };
    }

    private static JsonValue decimal(int scale, int length, ByteBuffer in) throws IOException {
        if (length < 1 || length > MOST_BYTES_OF_A_NUMBER) {
            throw new IOException("a number that is too long");
        }
        return decimal(scale, new BigInteger(bytes(in, length)));
    }

    private static JsonValue decimal(int scale, BigInteger digits) {
        BigDecimal number = new BigDecimal(digits, scale);
        return Math.abs((long) scale) > MOST_DIGITS || number.precision() > MOST_DIGITS
                ? new JsonText(number.toString())
                : new JsonNumber(number);
    }

    /** In the shortest form that is the same number. */
    private static JsonValue real(double value) {
        return Double.isFinite(value)
                ? new JsonNumber(BigDecimal.valueOf(value))
                : new JsonText(Double.toString(value));
    }

    private static JsonValue real(float value) {
        return Float.isFinite(value)
                ? new JsonNumber(new BigDecimal(Float.toString(value)))
                : new JsonText(Float.toString(value));
    }

    private byte[] large(ByteBuffer in, boolean text) throws IOException {
        int length = varint(in);
        if (length == -3) {
            // the table that it belongs to
            varint(in);
            long id = varlong(in);
            byte[] bytes = large.read(id, varlong(in));
            if (text) {
                varlong(in);
            }
            return bytes;
        }
        byte[] bytes = bytes(in, length);
        if (text) {
            varlong(in);
        }
        return bytes;
    }

    private static JsonValue base64(byte[] bytes) {
        return JsonObject.EMPTY.with("base64", Base64.getEncoder().encodeToString(bytes));
    }

    static byte[] bytes(ByteBuffer in, int length) throws IOException {
        byte[] bytes = new byte[atMost(length, in)];
        in.get(bytes);
        return bytes;
    }

    static String text(ByteBuffer in) throws IOException {
        return text(in, length(in));
    }

    private static String text(ByteBuffer in, int length) throws IOException {
        char[] text = new char[atMost(length, in)];
        for (int i = 0; i < text.length; i++) {
            int first = Byte.toUnsignedInt(in.get());
            if (first < 0x80) {
                text[i] = (char) first;
            } else if (first < 0xe0) {
                text[i] = (char) ((first & 0x1f) << 6 | in.get() & 0x3f);
            } else {
                text[i] = (char) ((first & 0xf) << 12 | (in.get() & 0x3f) << 6 | in.get() & 0x3f);
            }
        }
        return new String(text);
    }

    /** A number of things that follow, each of at least a byte. */
    static int atMost(int count, ByteBuffer in) throws IOException {
        if (count < 0 || count > in.remaining()) {
            throw new IOException("more than there is");
        }
        return count;
    }

    static int length(ByteBuffer in) throws IOException {
        int length = varint(in);
        if (length < 0) {
            throw new IOException("a length below nothing");
        }
        return length;
    }

    /** Seven bits a byte, the lowest first. */
    static int varint(ByteBuffer in) throws IOException {
        long value = varlong(in);
        if (value >>> 32 != 0) {
            throw new IOException("a number that is too large");
        }
        return (int) value;
    }

    static long varlong(ByteBuffer in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number that is too large");
    }
}
