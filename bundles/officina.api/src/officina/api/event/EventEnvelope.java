// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

import java.time.Instant;
import officina.api.id.RunId;
import officina.api.id.SessionId;

/**
 * One event as the journal holds it.
 *
 * @param schema the schema number of the writer
 * @param session the session it belongs to
 * @param run the run it belongs to
 * @param seq dense in the session, from 1
 * @param position dense over the whole journal, from 1
 * @param at the producer's clock; never subtract two of them to get a duration
 * @param origin who caused it, from the first cause to the last
 * @param event what happened
 */
public record EventEnvelope(
        int schema, SessionId session, RunId run, long seq, long position, Instant at, Origin origin, RunEvent event) {}
