// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

import java.util.Map;

/**
 * A request as its pattern read it.
 *
 * @param parts what the groups of the pattern held, in the person's words; a group that matched nothing is missing. The
 *     part {@code whole} is the first line without politeness, {@code more} the lines after it
 */
public record Request(Intent intent, Map<String, String> parts) {

    public Request {
        parts = Map.copyOf(parts);
    }

    /** A part; empty where there is none. */
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }
}
