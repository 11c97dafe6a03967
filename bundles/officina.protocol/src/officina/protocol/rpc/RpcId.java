// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import officina.api.json.JsonNumber;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What joins a response to its request: a text or a number of the requester's choice, given back as it came. */
public record RpcId(JsonValue value) {

    /** Longer texts are refused: an id is kept for as long as its request lasts. */
    static final int MAX_TEXT = 200;

    public RpcId {
        boolean fits =
                value instanceof JsonNumber || (value instanceof JsonText(String text) && text.length() <= MAX_TEXT);
        if (!fits) {
            throw new IllegalArgumentException("an id is a number, or a text of at most " + MAX_TEXT + " characters");
        }
    }

    // both written out: what the compiler leaves to the virtual machine is made at each start, and no cache keeps it

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RpcId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    public static RpcId of(long number) {
        return new RpcId(new JsonNumber(number));
    }
}
