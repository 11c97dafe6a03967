// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.UUID;

/** Names one request for approval. */
public record ApprovalId(UUID value) implements Comparable<ApprovalId> {

    /** Reads what {@link #toString()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static ApprovalId parse(String text) {
        return new ApprovalId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ApprovalId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
