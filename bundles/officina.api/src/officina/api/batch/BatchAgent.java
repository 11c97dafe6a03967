// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

/**
 * Works by itself at the times its manifest names, or when the person asks; an OSGi service of a bundle with the capability
 * {@code officina.plugin} of kind {@code batch}, whose attribute {@code schedule} is a cron expression. Without one it works
 * only when it is asked. One instance serves all runs: keep no state between calls.
 */
public interface BatchAgent {

    /**
     * Does the work once. Called on a virtual thread of the run, when all permissions that it cannot do without are granted;
     * never twice at a time, unless the manifest says {@code overlaps="true"}. May block; interrupted when the run is
     * cancelled or the program ends. What was missed while the program was closed comes as one call, and after a crash it may
     * be called again for what it has done already: do nothing twice. Trouble is a
     * {@link officina.api.error.FailureException}, which fails the run: one that is retryable is tried again after a pause.
     */
    BatchResult run(BatchTrigger trigger, BatchContext context) throws InterruptedException;
}
