// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;

/**
 * A short history that leads to the same {@link SessionState} as the whole one up to {@code seq}: deltas joined, what
 * was overwritten left out. Opening a session reads this and the events after it.
 */
public record Snapshot(SessionId session, long seq, List<EventEnvelope> essence) {

    public Snapshot {
        essence = List.copyOf(essence);
    }
}
