// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import officina.api.error.Failure;
import officina.api.json.JsonObject;
import officina.api.plan.StepStatus;
import org.jspecify.annotations.Nullable;

/** Where a step of the plan stands, with its result or why it failed. */
public record StepState(
        StepStatus status,
        @Nullable JsonObject result,
        @Nullable Failure failure) {

    public static final StepState PENDING = new StepState(StepStatus.PENDING, null, null);
}
