// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.UUID;

/** Names one execution inside a session. */
public record RunId(UUID value) implements Comparable<RunId> {

    /** Reads what {@link #toString()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public int compareTo(RunId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
