// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** How the values of one type look on the wire. */
interface Form {

    /** The value is of this type; {@code null} only where {@link #takesNull} says so. */
    JsonValue write(@Nullable Object value);

    /** Throws {@code protocol.malformed} naming the member that is wrong; never quotes what stands there. */
    @Nullable
    Object read(JsonValue json, String member);

    /** Whether JSON's {@code null} is a value of this type, and not just an absent one. */
    default boolean takesNull() {
        return false;
    }

    /** What an absent member means where it may not be {@code null}; {@code null} where it must be there. */
    default @Nullable Object absent() {
        return null;
    }
}
