// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.util.Map;
import officina.api.json.JsonArray;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/**
 * What may come of a file of H2 while it is open, in all its tables and however often they are read: a name or a long
 * value that stands in the file once can stand for any number of values in its rows. One thread.
 */
final class H2Budget {

    private static final long MOST_TIMES_THE_FILE = 512;
    private static final long LEAST = 64L << 20;
    private static final long MOST_TIMES_READ = 16_384;
    private static final long LEAST_READ = 256L << 20;
    /** Of a number, of quotation marks and commas. */
    private static final int SHORT = 8;

    private long left;
    private long leftToRead;

    /** @param size of the file */
    H2Budget(long size) {
        left = LEAST + MOST_TIMES_THE_FILE * size;
        leftToRead = LEAST_READ + MOST_TIMES_READ * size;
    }

    /** A value that comes out under that name. */
    void write(String name, JsonValue value) throws IOException {
        write(name.length() + length(value));
    }

    void write(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("values that are too long");
        }
    }

    /** A page, or a part of it, that is read to look for something. */
    void read(long bytes) throws IOException {
        leftToRead -= bytes;
        if (leftToRead < 0) {
            throw new IOException("values in too many pages");
        }
    }

    private static long length(JsonValue value) {
        return SHORT
                + switch (value) {
                    case JsonText(String text) -> text.length();
                    case JsonNumber number ->
                        number.isLong() ? 0 : number.value().precision();
                    case JsonArray(var items) ->
                        items.stream().mapToLong(H2Budget::length).sum();
                    case JsonObject(Map<String, JsonValue> members) ->
                        members.values().stream().mapToLong(H2Budget::length).sum();
                    default -> 0;
                };
    }
}
