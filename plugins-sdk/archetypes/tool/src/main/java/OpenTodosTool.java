package ${package};

import java.util.Map;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import org.osgi.service.component.annotations.Component;

/** Counts open to-dos, all of them or those with a word in them. */
@Component(service = Tool.class)
public final class OpenTodosTool implements Tool {

    private static final JsonObject SCHEMA = JsonObject.EMPTY
            .with("type", "object")
            .with(
                    "properties",
                    JsonObject.EMPTY.with("word", JsonObject.EMPTY.with("type", "string")));

    @Override
    public ToolDescriptor descriptor() {
        return new ToolDescriptor(
                new ToolId("${plugin}", "count_open_todos"),
                "Count open to-dos",
                "Counts the to-dos that are open; with a word, those that have it in their title or text.",
                SCHEMA,
                ToolEffect.READS);
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) {
        RecordQuery query = new RecordQuery(RecordKind.TODO, Map.of(), input.text("word"), RecordQuery.MAX_LIMIT);
        long open = context.records().list(query).stream()
                .map(DataRecord::fields)
                .map(Todo::from)
                .filter(todo -> todo.status() != TodoStatus.DONE)
                .count();
        return ToolResult.success(open + " to-dos are open.", JsonObject.EMPTY.with("open", open));
    }
}
