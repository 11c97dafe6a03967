// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/**
 * What came of deleting conversations.
 *
 * @param sessions how many were deleted
 * @param events how many are gone with them
 * @param bytes how many the journal's files have become shorter
 */
public record RemovedSessions(int sessions, long events, long bytes) {

    /** What came of both. */
    public RemovedSessions and(RemovedSessions more) {
        return new RemovedSessions(sessions + more.sessions, events + more.events, bytes + more.bytes);
    }
}
