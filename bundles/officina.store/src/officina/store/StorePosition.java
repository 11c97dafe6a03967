// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store;

import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * How far the journal is applied in a store that is not open.
 *
 * @param position of the newest event in it; 0 when there is none
 * @param session and {@code seq}: which event that was
 */
public record StorePosition(long position, @Nullable SessionId session, long seq) {

    /** Of a store that is empty or not there. */
    public static final StorePosition NONE = new StorePosition(0, null, 0);

    /** Whether this is the event that was applied there. */
    public boolean isAt(EventEnvelope event) {
        return event.position() == position && event.session().equals(session) && event.seq() == seq;
    }
}
