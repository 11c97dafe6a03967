// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.util.List;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds runs that were at work when the program ended, and says so in their journals; the person decides what next. */
public final class InterruptedRuns {

    private static final Logger log = LoggerFactory.getLogger(InterruptedRuns.class);
    private static final int LIMIT = 10_000;

    /** What works by itself is begun again by itself, and not gone on with. */
    private static final RunEvent ENDED = new RunEvent.RunFailed(Failure.of(
            "batch.interrupted",
            ErrorKind.RESOURCE,
            "Officina ended while this was at work.",
            "It is tried again by itself, unless you had asked for it."));

    /** What went on beside other work, such as the connections of a plug-in, ended with it. */
    private static final RunEvent LEFT = new RunEvent.RunFinished(false, "Officina ended while this went on");

    private InterruptedRuns() {}

    /**
     * Marks them; gives how many there were. Call before anything new is started. One whose session cannot be read is
     * left as it is: it must not keep all others from being opened.
     */
    public static int mark(EventLog events, Store store) {
        int marked = 0;
        for (RunSummary run : store.runs(new RunQuery(null, Set.of(RunPhase.RUNNING), LIMIT))) {
            try {
                events.append(
                        new RunAddress(run.session(), run.id(), new Origin(List.of(PluginId.OFFICINA))),
                        List.of(end(run.kind())));
                marked += isGoneOnWith(run.kind()) ? 1 : 0;
            } catch (FailureException e) {
                if (!concernsOneSession(e.failure().code())) {
                    throw e;
                }
                log.warn(
                        "run {} cannot be offered for resume: {}",
                        run.id(),
                        e.failure().code());
            }
        }
        return marked;
    }

    private static boolean isGoneOnWith(RunKind kind) {
        return kind != RunKind.BATCH && kind != RunKind.SYSTEM;
    }

    private static RunEvent end(RunKind kind) {
        return switch (kind) {
            case BATCH -> ENDED;
            case SYSTEM -> LEFT;
            case TURN, EDIT, UNDO -> new RunEvent.RunInterrupted();
        };
    }

    private static boolean concernsOneSession(String code) {
        return code.startsWith("session.") || code.equals("journal.damaged");
    }
}
