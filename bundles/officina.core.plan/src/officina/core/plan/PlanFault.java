// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import officina.api.id.StepId;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a plan cannot run.
 *
 * @param step where; {@code null} for the plan as a whole
 * @param text what is wrong, one sentence for the person; names parameters, never their values
 */
public record PlanFault(@Nullable StepId step, Kind kind, String text) {

    /** What sort of fault it is. */
    public enum Kind {
        NO_STEPS,
        TOO_MANY_STEPS,
        /** A title is empty, too long or not one line. */
        TITLE,
        DUPLICATE_ID,
        UNKNOWN_ACTION,
        /** A step asks a model by a template that there is not. */
        UNKNOWN_TEMPLATE,
        MISSING_PARAMETER,
        WRONG_PARAMETER,
        /** A step uses its own result. */
        SELF_REFERENCE,
        /** A step uses the result of one that runs after it. */
        FORWARD_REFERENCE,
        /** Steps wait for each other. */
        CYCLE,
        /** A step uses the result of one that is not in the plan. */
        MISSING_REFERENCE
    }
}
