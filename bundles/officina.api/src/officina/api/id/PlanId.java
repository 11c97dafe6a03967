// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.UUID;

/** Names an execution plan through all its revisions. */
public record PlanId(UUID value) implements Comparable<PlanId> {

    /** Reads what {@link #toString()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static PlanId parse(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public int compareTo(PlanId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
