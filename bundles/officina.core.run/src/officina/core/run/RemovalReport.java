// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.Set;
import officina.api.id.SessionId;

/**
 * What came of removing sessions from a journal.
 *
 * @param events how many are gone
 * @param bytes how many the files have become shorter
 * @param left of which sessions something is still in the files, because it was stopped or a file is damaged
 */
public record RemovalReport(long events, long bytes, Set<SessionId> left) {

    /** Nothing was to be removed. */
    public static final RemovalReport NOTHING = new RemovalReport(0, 0, Set.of());

    public RemovalReport {
        left = Set.copyOf(left);
    }
}
