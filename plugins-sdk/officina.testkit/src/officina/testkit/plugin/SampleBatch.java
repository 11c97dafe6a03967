// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import java.util.List;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/** A batch agent of a stranger, which counts to-dos. Runs in a plug-in host, not here. */
public final class SampleBatch implements BatchAgent {

    @Override
    public BatchResult run(BatchTrigger trigger, BatchContext context) {
        context.progress("counting");
        int all = context.records().list(RecordQuery.all(RecordKind.TODO)).size();
        long rounds = context.kept().number("rounds", 0) + 1;
        context.keep(JsonObject.EMPTY.with("rounds", rounds));
        if (trigger.given().flag("propose")) {
            JsonObject fields =
                    JsonObject.EMPTY.with("title", "Round " + rounds).with("project", context.project());
            context.propose(
                    "A to-do",
                    "For you.",
                    List.of(new PlanStep.Action(
                            new StepId("step-1"),
                            "Add to-do \"Round " + rounds + "\"",
                            PlanAction.CREATE_RECORD,
                            JsonObject.EMPTY.with("kind", "todo").with("fields", fields))));
        }
        return new BatchResult(
                "Counted " + all + " to-dos, " + trigger.cause()
                        + trigger.given().texts("why"),
                List.of(new BatchResult.Count("to-dos", all)));
    }
}
