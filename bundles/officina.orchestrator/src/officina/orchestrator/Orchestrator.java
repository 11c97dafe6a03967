// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator;

import officina.core.run.RunState;

/**
 * Works on runs of kind {@code TURN}; an OSGi service with the property {@code officina.orchestrator} naming it
 * ({@code local}, {@code remote}). It keeps nothing between calls: all it knows of a run is the run's state, so that a
 * run goes on after an approval, an answer or a crash by the same call.
 */
public interface Orchestrator {

    /** The service property that names an orchestrator. */
    String PROPERTY = "officina.orchestrator";

    /** What the status area shows: where it runs and what answers. Any thread; does not block. */
    OrchestratorStatus status();

    /**
     * Does the next work on a run that is {@code RUNNING}, until it waits for the person or has ended; every outcome is an
     * event emitted through the context. Called on a virtual thread of the run, never twice at once for one run;
     * interrupted when the run is cancelled. Steps that the state shows as done are not done again. An exception becomes
     * {@code RunFailed}.
     */
    void advance(RunState state, RunContext context) throws InterruptedException;
}
