// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.plan;

import java.util.List;
import java.util.Map;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import org.jspecify.annotations.Nullable;

/**
 * A structured proposal. Steps run in order; a failed step stops the plan.
 *
 * @param revision 1 when proposed, one more with each edit
 * @param author the plug-in in whose name, and with whose grants, the steps run
 * @param authors in whose name the steps run that another plug-in proposed; {@code null} where there are none
 */
public record ExecutionPlan(
        PlanId id,
        int revision,
        String title,
        PluginId author,
        List<PlanStep> steps,
        @Nullable Map<StepId, PluginId> authors) {

    /** Most steps in one plan. */
    public static final int MAX_STEPS = 1_000;

    public ExecutionPlan {
        steps = List.copyOf(steps);
        authors = authors == null || authors.isEmpty() ? null : Map.copyOf(authors);
    }

    /** A plan of one plug-in. */
    public ExecutionPlan(PlanId id, int revision, String title, PluginId author, List<PlanStep> steps) {
        this(id, revision, title, author, steps, null);
    }

    /** In whose name, and with whose grants, that step runs. */
    public PluginId authorOf(StepId step) {
        return authors == null ? author : authors.getOrDefault(step, author);
    }
}
