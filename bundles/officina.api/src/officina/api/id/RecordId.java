// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.UUID;

/** Names a data record; unique over all kinds. */
public record RecordId(UUID value) implements Comparable<RecordId> {

    /** Reads what {@link #toString()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static RecordId parse(String text) {
        return new RecordId(UUID.fromString(text));
    }

    @Override
    public int compareTo(RecordId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
