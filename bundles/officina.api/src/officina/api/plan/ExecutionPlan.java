// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.plan;

import java.util.List;
import officina.api.id.PlanId;
import officina.api.id.PluginId;

/**
 * A structured proposal. Steps run in order; a failed step stops the plan.
 *
 * @param revision 1 when proposed, one more with each edit
 * @param author the plug-in in whose name, and with whose grants, the steps run
 */
public record ExecutionPlan(PlanId id, int revision, String title, PluginId author, List<PlanStep> steps) {

    /** Most steps in one plan. */
    public static final int MAX_STEPS = 1_000;

    public ExecutionPlan {
        steps = List.copyOf(steps);
    }
}
