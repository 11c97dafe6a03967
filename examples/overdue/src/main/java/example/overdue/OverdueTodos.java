// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.overdue;

import java.time.LocalDate;
import java.util.List;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.error.FailureException;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.osgi.service.component.annotations.Component;

/** Tells in the morning which to-dos are overdue. */
@Component(service = BatchAgent.class)
public final class OverdueTodos implements BatchAgent {

    private static final String DENIED = "permission.denied";

    @Override
    public BatchResult run(BatchTrigger trigger, BatchContext context) {
        LocalDate today =
                context.language().now().atZone(context.language().zone()).toLocalDate();
        context.progress("looking at the to-dos");
        List<Todo> overdue = context.records().list(RecordQuery.all(RecordKind.TODO)).stream()
                .map(DataRecord::fields)
                .map(Todo::from)
                .filter(todo -> todo.status() == TodoStatus.OPEN && isBefore(todo.due(), today))
                .toList();
        boolean told = !overdue.isEmpty() && tell(overdue, context);
        String summary = overdue.isEmpty()
                ? "Nothing is overdue"
                : overdue.size() + " overdue" + (told ? ", and you were told" : "");
        return new BatchResult(summary, List.of(new BatchResult.Count("overdue", overdue.size())));
    }

    private static boolean isBefore(LocalDate due, LocalDate today) {
        return due != null && due.isBefore(today);
    }

    /** What it can do without it is asked for as optional: where it was not granted, the rest goes on. */
    private static boolean tell(List<Todo> overdue, BatchContext context) {
        try {
            context.notifier()
                    .notify(
                            "Overdue",
                            overdue.size() + ", the first is: "
                                    + overdue.getFirst().title());
            return true;
        } catch (FailureException e) {
            if (e.failure().code().equals(DENIED)) {
                return false;
            }
            throw e;
        }
    }
}
