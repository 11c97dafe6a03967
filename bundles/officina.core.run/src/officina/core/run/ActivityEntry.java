// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.time.Instant;
import officina.api.event.Origin;
import officina.api.id.RunId;
import officina.api.id.SessionId;

/**
 * One line of the activity log: an event of consequence (a run's beginning and end, a change, an access or refusal, an
 * approval, a tool's end, a notification, money).
 *
 * @param type the event's wire name
 * @param action what was done, one or two words: {@code create todo}
 * @param resource what it touched; empty where nothing is named
 * @param text one line for the person
 */
public record ActivityEntry(
        long position,
        SessionId session,
        RunId run,
        Instant at,
        Origin origin,
        String type,
        String action,
        String resource,
        Status status,
        String text) {

    /** How it went. */
    public enum Status {
        OK,
        DENIED,
        FAILED
    }
}
