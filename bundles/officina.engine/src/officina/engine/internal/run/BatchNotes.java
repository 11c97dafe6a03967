// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanStep;
import officina.base.Uuids;
import officina.core.plan.PlanBuilder;
import officina.core.plan.PlanValidator;
import officina.core.plan.StandardActions;
import officina.core.plugin.PlainLine;
import org.jspecify.annotations.Nullable;

/** What one run of a batch agent wants written when it has done its work. Any thread. */
final class BatchNotes {

    private static final int MOST_KEPT = 64 << 10;
    private static final int MOST_STEPS = 100;
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_WORDS = 4_000;

    private final PluginId plugin;
    private final JsonObject before;
    private @Nullable JsonObject kept;
    private @Nullable ProposedSteps proposed;

    /** @param before what was kept by the run before */
    BatchNotes(PluginId plugin, JsonObject before) {
        this.plugin = plugin;
        this.before = before;
    }

    JsonObject before() {
        return before;
    }

    synchronized void keep(JsonObject what) {
        if (what.toString().length() > MOST_KEPT) {
            throw failure("batch.too-much", "A batch agent keeps at most " + MOST_KEPT + " characters.");
        }
        kept = what;
    }

    synchronized void propose(String title, String words, List<PlanStep> steps) {
        if (proposed != null) {
            throw failure("batch.proposed", "A run proposes once.");
        }
        if (steps.size() > MOST_STEPS || words.length() > LONGEST_WORDS) {
            throw failure(
                    "batch.too-much",
                    "A run proposes at most " + MOST_STEPS + " steps, with at most " + LONGEST_WORDS + " characters.");
        }
        String line = PlainLine.joined(title, LONGEST_TITLE);
        new PlanValidator(StandardActions.all())
                .require(new PlanBuilder(new PlanId(Uuids.derived("plan", "checked")), line, plugin)
                        .addAll(steps)
                        .build());
        proposed = new ProposedSteps(line, words, steps);
    }

    synchronized @Nullable JsonObject kept() {
        return kept;
    }

    synchronized @Nullable ProposedSteps proposed() {
        return proposed;
    }

    private FailureException failure(String code, String message) {
        return new FailureException(
                Failure.of(code, ErrorKind.INTERNAL, message, "Tell the author of the plug-in " + plugin + "."));
    }
}
