// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.UUID;

/** Names one call of a tool. */
public record CallId(UUID value) implements Comparable<CallId> {

    /** Reads what {@link #toString()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static CallId parse(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public int compareTo(CallId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
