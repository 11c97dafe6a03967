// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.UUID;

/** Names a session: an ordered stream of events that belong together. */
public record SessionId(UUID value) implements Comparable<SessionId> {

    /** Reads what {@link #toString()} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static SessionId parse(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public int compareTo(SessionId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
