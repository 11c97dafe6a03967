// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.plan;

/** Where a step stands. */
public enum StepStatus {
    PENDING,
    RUNNING,
    DONE,
    FAILED,
    /** The person took it out of the plan. */
    SKIPPED
}
