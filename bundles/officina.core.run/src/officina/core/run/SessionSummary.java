// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.time.Instant;
import officina.api.id.SessionId;
import officina.api.record.SessionInfo;

/**
 * What a list shows of a session.
 *
 * @param phase of the run that waits for the person, else of one that is at work, else of its newest;
 *     {@link RunPhase#NEW} while it has none
 * @param runs how many turns it has
 * @param updatedAt when something last happened in it
 */
public record SessionSummary(SessionId id, SessionInfo info, RunPhase phase, long runs, Instant updatedAt) {}
