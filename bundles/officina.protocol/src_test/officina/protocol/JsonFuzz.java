// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import officina.api.error.FailureException;
import officina.api.json.JsonValue;

/** Any bytes as JSON: what is read can be written, and is the same when it is read again. Run by {@code releng/scripts/fuzz}. */
public final class JsonFuzz {

    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        JsonValue value;
        try {
            value = Json.parse(data);
        } catch (FailureException _) {
            return;
        }
        byte[] written;
        try {
            written = Json.bytes(value);
        } catch (FailureException _) {
            // numbers may become longer
            return;
        }
        if (!Json.parse(written).equals(value)) {
            throw new AssertionError("not the same when written and read again");
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                "{\"a\":[1,-2.5e3,true,null,\"x\\u00e9\\n\"],\"b\":{}}".getBytes(StandardCharsets.UTF_8),
                "[[[[[[]]]]]]".getBytes(StandardCharsets.UTF_8),
                "\"\\ud83d\\ude00 \u00fc\"".getBytes(StandardCharsets.UTF_8));
    }
}
