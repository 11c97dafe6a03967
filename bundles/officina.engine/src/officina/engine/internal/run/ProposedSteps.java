// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import officina.api.plan.PlanStep;

/**
 * What a batch agent proposes.
 *
 * @param title one line
 * @param words what is said above them; CommonMark
 */
public record ProposedSteps(String title, String words, List<PlanStep> steps) {

    public ProposedSteps {
        steps = List.copyOf(steps);
    }
}
