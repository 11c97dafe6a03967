// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import officina.api.error.Failure;

/**
 * A step cannot be done now and has not failed: a server is away, or no model is chosen. The run is to be interrupted with
 * the failure; resumed, the plan goes on with that step.
 */
public final class PlanPaused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public PlanPaused(Failure failure, Throwable cause) {
        super(failure.code(), cause);
        this.failure = failure;
    }

    public PlanPaused(Failure failure) {
        super(failure.code());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
