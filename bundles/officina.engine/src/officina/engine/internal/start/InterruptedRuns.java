// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.util.List;
import java.util.Set;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.store.Store;

/** Finds runs that were at work when the program ended, and says so in their journals; the person decides what next. */
public final class InterruptedRuns {

    private static final int LIMIT = 10_000;

    private InterruptedRuns() {}

    /** Marks them; gives how many there were. Call before anything new is started. */
    public static int mark(EventLog log, Store store) {
        List<RunSummary> open = store.runs(new RunQuery(null, Set.of(RunPhase.RUNNING), LIMIT));
        for (RunSummary run : open) {
            log.append(
                    new RunAddress(run.session(), run.id(), new Origin(List.of(PluginId.OFFICINA))),
                    List.of(new RunEvent.RunInterrupted()));
        }
        return open.size();
    }
}
