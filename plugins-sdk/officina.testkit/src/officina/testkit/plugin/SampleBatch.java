// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import java.util.List;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/** A batch agent of a stranger, which counts to-dos. Runs in a plug-in host, not here. */
public final class SampleBatch implements BatchAgent {

    @Override
    public BatchResult run(BatchTrigger trigger, BatchContext context) {
        context.progress("counting");
        int all = context.records().list(RecordQuery.all(RecordKind.TODO)).size();
        return new BatchResult(
                "Counted " + all + " to-dos, " + trigger.cause()
                        + trigger.given().texts("why"),
                List.of(new BatchResult.Count("to-dos", all)));
    }
}
