package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.tool.Tool;
import officina.testkit.agent.ToolContractTests;
import org.junit.jupiter.api.Test;

/** What every tool must do, and what this one is for. */
class OpenTodosToolTests extends ToolContractTests {

    @Override
    protected Tool tool() {
        return new OpenTodosTool();
    }

    @Override
    protected List<JsonObject> inputs() {
        return List.of(JsonObject.EMPTY, JsonObject.EMPTY.with("word", "milk"));
    }

    @Test
    void what_is_done_is_not_counted() throws IOException {
        JsonObject todo = JsonObject.EMPTY.with("project", new RecordId(new UUID(0, 1)));
        records().create(RecordKind.TODO, todo.with("title", "buy milk"));
        records().create(RecordKind.TODO, todo.with("title", "buy bread").with("status", "done"));

        assertEquals(JsonObject.EMPTY.with("open", 1), call(JsonObject.EMPTY).data());
    }
}
