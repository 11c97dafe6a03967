package ${package};

import java.util.List;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.osgi.service.component.annotations.Component;

/** Counts open to-dos. */
@Component(service = BatchAgent.class)
public final class MorningCount implements BatchAgent {

    @Override
    public BatchResult run(BatchTrigger trigger, BatchContext context) {
        context.progress("counting");
        long open = context.records().list(RecordQuery.all(RecordKind.TODO)).stream()
                .map(DataRecord::fields)
                .map(Todo::from)
                .filter(todo -> todo.status() != TodoStatus.DONE)
                .count();
        return new BatchResult(open + " to-dos are open", List.of(new BatchResult.Count("open", open)));
    }
}
