// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.UUID;

/** Names one question to the user. */
public record QuestionId(UUID value) implements Comparable<QuestionId> {

    /** Reads what {@link #toString()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static QuestionId parse(String text) {
        return new QuestionId(UUID.fromString(text));
    }

    @Override
    public int compareTo(QuestionId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
