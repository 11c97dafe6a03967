// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import java.util.ArrayList;
import java.util.List;
import officina.agent.task.internal.reading.Reading;
import officina.agent.task.internal.reading.Understandings;
import officina.agent.task.internal.reply.Wording;
import officina.agent.task.internal.todo.TodoEntry;
import officina.agent.task.internal.todo.TodoFilter;
import officina.agent.task.internal.todo.TodoRanking;
import officina.agent.task.internal.todo.TodoRanking.Ranked;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code suggest_tasks(context)}: what to do next, best first, with the reason for each. */
@Component(service = Tool.class)
public final class SuggestTasks implements Tool {

    private static final int MOST = 20;

    private static final ToolDescriptor DESCRIPTOR = new ToolDescriptor(
            new ToolId("agent.task", "suggest_tasks"),
            "Suggest to-dos",
            "Says which open to-dos to do next, best first, with the reason for each.",
            Schema.object(
                    "What the suggestion is for.",
                    JsonObject.EMPTY
                            .with(
                                    "context",
                                    Schema.text(
                                            "What it is about, in words: \"this week\", \"with Anna\", \"garden\".",
                                            500))
                            .with("limit", Schema.number("Most to return; 5 when missing.", 1, MOST))),
            ToolEffect.READS);

    private final Understandings understandings;

    @Activate
    public SuggestTasks(@Reference Understandings understandings) {
        this.understandings = understandings;
    }

    @Override
    public ToolDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) {
        Reading reading = Reading.of(context);
        String words;
        int limit;
        try {
            TaskInput read = new TaskInput(input, "context", "limit");
            String text = read.text("context", 500);
            words = text == null ? "" : text;
            limit = read.number("limit", 1, MOST, 5);
        } catch (TaskInput.Wrong e) {
            return e.result();
        }
        List<TodoEntry> entries = TodoEntry.all(context.records());
        TodoFilter filter = understandings.english().filters().read(words, entries, reading);
        List<Ranked> ranked = TodoRanking.rank(entries, reading.now()).stream()
                .filter(each -> filter.accepts(each.entry(), reading.now(), reading.zone()))
                .limit(limit)
                .toList();
        List<String> lines = new ArrayList<>();
        List<JsonObject> data = new ArrayList<>();
        for (Ranked each : ranked) {
            lines.add("%d. %s (%s)"
                    .formatted(
                            lines.size() + 1, Wording.bold(each.entry().todo().title()), each.reason()));
            data.add(TaskOutput.data(each.entry()).with("reason", each.reason()));
        }
        return ToolResult.success(
                lines.isEmpty() ? "No open to-do fits." : String.join("\n", lines),
                JsonObject.EMPTY.with("tasks", data));
    }
}
