// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import officina.agent.task.internal.reading.Due;
import officina.agent.task.internal.reading.DueReader;
import officina.agent.task.internal.reading.Reading;
import officina.agent.task.internal.reading.Understandings;
import officina.agent.task.internal.reply.Wording;
import officina.agent.task.internal.todo.TodoEntry;
import officina.agent.task.internal.todo.TodoFilter;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.record.Priority;
import officina.api.record.TodoStatus;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code list_tasks(filters)}: the to-dos that fit, by day. */
@Component(service = Tool.class)
public final class ListTasks implements Tool {

    private static final int MOST = 200;

    private static final ToolDescriptor DESCRIPTOR = new ToolDescriptor(
            new ToolId("agent.task", "list_tasks"),
            "List to-dos",
            "Lists to-dos with their ids, by day. Without filters: all that are open.",
            Schema.object(
                    "Which to-dos are wanted.",
                    JsonObject.EMPTY.with(
                            "filters",
                            Schema.object(
                                    "All must hold; what is missing does not restrict.",
                                    JsonObject.EMPTY
                                            .with(
                                                    "status",
                                                    Schema.choice(
                                                            "The status; open when missing.", "open", "done", "all"))
                                            .with(
                                                    "priority",
                                                    Schema.choice("The priority.", "low", "medium", "high", "urgent"))
                                            .with("due_from", Schema.text("First day: 2026-12-31 or words.", 200))
                                            .with("due_until", Schema.text("Last day: 2026-12-31 or words.", 200))
                                            .with("overdue", Schema.flag("Only what is late."))
                                            .with("person", Schema.text("A name, or part of one.", 200))
                                            .with("text", Schema.text("Words that all occur in it.", 500))
                                            .with(
                                                    "limit",
                                                    Schema.number("Most to return; 50 when missing.", 1, MOST))))),
            ToolEffect.READS);

    private final Understandings understandings;

    @Activate
    public ListTasks(@Reference Understandings understandings) {
        this.understandings = understandings;
    }

    /** What the member {@code status} may be. */
    private enum Wanted {
        OPEN,
        DONE,
        ALL
    }

    @Override
    public ToolDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) {
        Reading reading = Reading.of(context);
        TodoFilter filter;
        int limit;
        try {
            TaskInput filters = new TaskInput(input, "filters")
                    .object(
                            "filters",
                            "status",
                            "priority",
                            "due_from",
                            "due_until",
                            "overdue",
                            "person",
                            "text",
                            "limit");
            filter = filter(filters, reading);
            limit = filters.number("limit", 1, MOST, 50);
        } catch (TaskInput.Wrong e) {
            return e.result();
        }
        List<TodoEntry> found = TodoEntry.all(context.records()).stream()
                .filter(entry -> filter.accepts(entry, reading.now(), reading.zone()))
                .sorted(TodoEntry.BY_DAY)
                .toList();
        List<TodoEntry> some = found.stream().limit(limit).toList();
        Wording wording = new Wording(reading.locale());
        String lines = some.stream()
                .map(entry -> "- " + TaskOutput.line(entry, wording))
                .collect(Collectors.joining("\n"));
        return ToolResult.success(
                found.isEmpty() ? "No to-do fits." : Wording.count(found.size(), "") + ":\n\n" + lines,
                TaskOutput.data(some).with("total", found.size()));
    }

    private TodoFilter filter(TaskInput filters, Reading reading) {
        DueReader words = understandings.english().dues();
        Priority priority = filters.priority();
        String person = filters.text("person", 200);
        String text = filters.text("text", 500);
        return new TodoFilter(
                status(filters.constant("status", Wanted.class)),
                day(filters.due("due_from", words, reading)),
                day(filters.due("due_until", words, reading)),
                filters.flag("overdue"),
                false,
                priority == null ? Set.of() : Set.of(priority),
                person == null || person.isBlank() ? List.of() : List.of(person.strip()),
                text == null || text.isBlank()
                        ? List.of()
                        : List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")));
    }

    private static @Nullable TodoStatus status(@Nullable Wanted wanted) {
        return wanted == Wanted.ALL ? null : wanted == Wanted.DONE ? TodoStatus.DONE : TodoStatus.OPEN;
    }

    private static @Nullable LocalDate day(@Nullable Due due) {
        return due == null ? null : due.date();
    }
}
