// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import java.util.List;
import officina.agent.task.internal.reading.Due;
import officina.agent.task.internal.reading.Reading;
import officina.agent.task.internal.reading.Understanding;
import officina.agent.task.internal.reading.Understandings;
import officina.agent.task.internal.reply.Wording;
import officina.agent.task.internal.todo.PriorityInference.Inferred;
import officina.agent.task.internal.todo.TodoDraft;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code create_task(title, description, priority, due_date)}: adds a to-do to the project of the call. */
@Component(service = Tool.class)
public final class CreateTask implements Tool {

    static final String DUE = "When it is due: 2026-12-31, 2026-12-31T09:30, or words such as \"next Friday at 9\".";

    private static final ToolDescriptor DESCRIPTOR = new ToolDescriptor(
            new ToolId("agent.task", "create_task"),
            "Add to-do",
            "Adds a to-do. Use it when the person wants to be reminded of something or has something to do.",
            Schema.object(
                    "The to-do to add.",
                    JsonObject.EMPTY
                            .with(
                                    "title",
                                    Schema.text("What is to be done, in a few words.", Todo.MAX_TITLE)
                                            .with("minLength", 1))
                            .with("description", Schema.text("Details, in Markdown.", Todo.MAX_DESCRIPTION))
                            .with(
                                    "priority",
                                    Schema.choice(
                                            "How much it matters; inferred when missing.",
                                            "low",
                                            "medium",
                                            "high",
                                            "urgent"))
                            .with("due_date", Schema.orNull(Schema.text(DUE, 200))),
                    "title"),
            ToolEffect.WRITES);

    private final Understandings understandings;

    @Activate
    public CreateTask(@Reference Understandings understandings) {
        this.understandings = understandings;
    }

    @Override
    public ToolDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ToolResult call(JsonObject input, ToolContext context) {
        Understanding understanding = understandings.english();
        Reading reading = Reading.of(context);
        TodoDraft draft;
        try {
            draft = draft(new TaskInput(input, "title", "description", "priority", "due_date"), understanding, reading);
        } catch (TaskInput.Wrong e) {
            return e.result();
        }
        Inferred inferred = understanding.inference().of(draft, reading.now());
        Todo todo = draft.toTodo(context.project(), inferred.priority());
        TodoEntry made = TodoEntry.from(context.records().create(RecordKind.TODO, todo.fields()));
        String because = inferred.reason() == null
                ? ""
                : " Its priority was inferred because " + Wording.escaped(inferred.reason()) + ".";
        return ToolResult.success(
                "Added " + TaskOutput.line(made, new Wording(reading.locale())) + "." + because, TaskOutput.data(made));
    }

    private static TodoDraft draft(TaskInput input, Understanding understanding, Reading reading) {
        String description = input.text("description", Todo.MAX_DESCRIPTION);
        Due due = input.due("due_date", understanding.dues(), reading);
        return new TodoDraft(
                input.requireText("title", Todo.MAX_TITLE).strip(),
                description == null ? "" : description,
                input.priority(),
                due == null ? null : due.date(),
                due == null ? null : due.time(),
                List.of(),
                false,
                null);
    }
}
