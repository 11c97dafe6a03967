// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.core.plan.PlanFault;
import officina.core.plugin.AgentEntry;

/** What ends a turn early. */
final class Failures {

    private Failures() {}

    static FailureException agentMissing(PluginId id) {
        return new FailureException(Failure.of(
                "agent.missing",
                ErrorKind.RESOURCE,
                "The agent " + id + ", which worked on this, is not available any more.",
                "\"officina doctor\" says why; ask again once it is back."));
    }

    static FailureException agentFailed(AgentEntry entry, RuntimeException cause) {
        return new FailureException(
                Failure.of(
                        "agent.failed",
                        ErrorKind.INTERNAL,
                        "The agent \"" + entry.descriptor().name()
                                + "\" failed because of a defect; the log has the details.",
                        null),
                cause);
    }

    static FailureException modelMissing() {
        return new FailureException(
                Failure.of(
                        "plan.model-missing",
                        ErrorKind.USER,
                        "A step of the plan asks a language model, and none is chosen for this conversation.",
                        "Choose one in the settings under Models, or by \"officina models use\", then resume; or cancel the run."));
    }

    static Failure modelSilent() {
        return Failure.of(
                "plan.model-silent",
                ErrorKind.PROVIDER,
                "The model had nothing to say to a step of the plan.",
                "Resume to ask it again, or choose another model first.");
    }

    static FailureException tooManyQuestions(AgentEntry entry, int limit) {
        return new FailureException(Failure.of(
                "agent.too-many-questions",
                ErrorKind.INTERNAL,
                "The agent \"" + entry.descriptor().name() + "\" asked " + limit
                        + " questions and still does not know enough.",
                "Ask again, with all that it asked for in one sentence."));
    }

    static FailureException invalidPlan(String proposer, List<PlanFault> faults) {
        return new FailureException(Failure.of(
                "agent.invalid-plan",
                ErrorKind.INTERNAL,
                proposer + " proposed what cannot be carried out. "
                        + faults.getFirst().text(),
                null));
    }
}
