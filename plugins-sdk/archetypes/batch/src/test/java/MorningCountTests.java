package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.UUID;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.testkit.agent.BatchContractTests;
import org.junit.jupiter.api.Test;

/** What every batch agent must do, and what this one is for. */
class MorningCountTests extends BatchContractTests {

    @Override
    protected BatchAgent agent() {
        return new MorningCount();
    }

    @Test
    void what_is_open_is_counted() throws IOException {
        JsonObject todo = JsonObject.EMPTY.with("project", new RecordId(new UUID(0, 1)));
        records().create(RecordKind.TODO, todo.with("title", "buy milk"));

        assertEquals("1 to-dos are open", run(Cause.SCHEDULE).summary());
    }
}
