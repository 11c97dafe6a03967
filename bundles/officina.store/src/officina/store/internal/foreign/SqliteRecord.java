// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/** The values of a record of an SQLite file. */
final class SqliteRecord {

    private SqliteRecord() {}

    /** {@link JsonNull} for null. */
    static List<JsonValue> read(ByteBuffer record, Charset encoding) throws IOException {
        int end = Math.toIntExact(SqlitePages.varint(record));
        if (end < record.position() || end > record.limit()) {
            throw new IOException("a record without values");
        }
        List<JsonValue> values = new ArrayList<>();
        ByteBuffer types = record.duplicate().limit(end);
        record.position(end);
        while (types.hasRemaining()) {
            values.add(value(SqlitePages.varint(types), record, encoding));
        }
        if (record.hasRemaining()) {
            throw new IOException("a record longer than its values");
        }
        return values;
    }

    private static JsonValue value(long type, ByteBuffer in, Charset encoding) throws IOException {
        if (type < 0 || type == 10 || type == 11) {
            throw new IOException("no type of a value");
        }
        return switch ((int) Math.min(type, 12)) {
            case 0 -> JsonNull.NULL;
            case 1 -> whole(in, 1);
            case 2 -> whole(in, 2);
            case 3 -> whole(in, 3);
            case 4 -> whole(in, 4);
            case 5 -> whole(in, 6);
            case 6 -> whole(in, 8);
            case 7 -> real(in.getDouble());
            case 8 -> new JsonNumber(0);
            case 9 -> new JsonNumber(1);
            default -> bytes(type, in, encoding);
        };
    }

    private static JsonValue whole(ByteBuffer in, int bytes) {
        long value = in.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | Byte.toUnsignedInt(in.get());
        }
        return new JsonNumber(value);
    }

    private static JsonValue real(double value) {
        return Double.isFinite(value)
                ? new JsonNumber(BigDecimal.valueOf(value))
                : new JsonText(Double.toString(value));
    }

    private static JsonValue bytes(long type, ByteBuffer in, Charset encoding) throws IOException {
        long length = (type - 12) / 2;
        if (length > in.remaining()) {
            throw new IOException("a value longer than its record");
        }
        byte[] content = new byte[(int) length];
        in.get(content);
        return type % 2 == 1
                ? new JsonText(new String(content, encoding))
                : JsonObject.EMPTY.with("base64", Base64.getEncoder().encodeToString(content));
    }
}
