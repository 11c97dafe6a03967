// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import officina.agent.task.internal.reading.Due;
import officina.agent.task.internal.reading.Reading;
import officina.agent.task.internal.reading.Understandings;
import officina.agent.task.internal.reply.Wording;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.id.RecordId;
import officina.api.id.ToolId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code update_task(task_id, updates)}: changes, completes or reopens a to-do. */
@Component(service = Tool.class)
public final class UpdateTask implements Tool {

    private static final ToolDescriptor DESCRIPTOR = new ToolDescriptor(
            new ToolId("agent.task", "update_task"),
            "Change to-do",
            "Changes a to-do: its title, description, priority, date or status. Use the id that list_tasks gives.",
            Schema.object(
                    "Which to-do, and what to change.",
                    JsonObject.EMPTY
                            .with("task_id", Schema.text("The id of the to-do.", 36))
                            .with(
                                    "updates",
                                    Schema.object(
                                                    "The fields to set; what is missing stays as it is.",
                                                    JsonObject.EMPTY
                                                            .with(
                                                                    "title",
                                                                    Schema.text("The new title.", Todo.MAX_TITLE)
                                                                            .with("minLength", 1))
                                                            .with(
                                                                    "description",
                                                                    Schema.text(
                                                                            "The new details, in Markdown.",
                                                                            Todo.MAX_DESCRIPTION))
                                                            .with(
                                                                    "priority",
                                                                    Schema.choice(
                                                                            "The new priority.",
                                                                            "low",
                                                                            "medium",
                                                                            "high",
                                                                            "urgent"))
                                                            .with(
                                                                    "due_date",
                                                                    Schema.orNull(Schema.text(
                                                                            CreateTask.DUE
                                                                                    + " null takes the date away.",
                                                                            200)))
                                                            .with(
                                                                    "status",
                                                                    Schema.choice("The new status.", "open", "done")))
                                            .with("minProperties", 1)),
                    "task_id",
                    "updates"),
            ToolEffect.WRITES);

    private final Understandings understandings;

    @Activate
    public UpdateTask(@Reference Understandings understandings) {
        this.understandings = understandings;
    }

    @Override
    public ToolDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) {
        Reading reading = Reading.of(context);
        RecordId id;
        JsonObject changes;
        try {
            TaskInput read = new TaskInput(input, "task_id", "updates");
            id = read.id("task_id");
            changes =
                    changes(read.object("updates", "title", "description", "priority", "due_date", "status"), reading);
        } catch (TaskInput.Wrong e) {
            return e.result();
        }
        TodoEntry changed = TodoEntry.from(context.records().update(RecordKind.TODO, id, changes));
        return ToolResult.success(
                "Changed " + TaskOutput.line(changed, new Wording(reading.locale())) + ".", TaskOutput.data(changed));
    }

    private JsonObject changes(TaskInput updates, Reading reading) {
        if (updates.isEmpty()) {
            throw new TaskInput.Wrong("The member \"updates\" must set at least one field.");
        }
        JsonObject changes = JsonObject.EMPTY;
        if (updates.has("title") || updates.clears("title")) {
            changes = changes.with(
                    "title", updates.requireText("title", Todo.MAX_TITLE).strip());
        }
        changes = changes.withPresent("description", updates.text("description", Todo.MAX_DESCRIPTION))
                .withPresent("priority", updates.priority())
                .withPresent("status", updates.constant("status", TodoStatus.class));
        Due due = updates.due("due_date", understandings.english().dues(), reading);
        if (due != null) {
            return changes.with("due", due.date()).with("dueTime", due.time());
        }
        return updates.clears("due_date") ? changes.with("due", JsonNull.NULL).with("dueTime", JsonNull.NULL) : changes;
    }
}
