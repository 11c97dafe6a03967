// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.record.Priority;
import officina.api.record.TodoStatus;
import officina.engine.TodoItem;
import officina.engine.Todos.TodoChange;

/** To-dos as JSON. */
final class TodoForms {

    static final JsonForm<TodoItem> TODO = JsonForm.<TodoItem>of("to-do", "A to-do.")
            .with("id", JsonKind.IDENTIFIER, "Its identifier.", TodoItem::id)
            .with(
                    "project",
                    JsonKind.IDENTIFIER,
                    "The project it belongs to.",
                    item -> item.todo().project())
            .with(
                    "title",
                    JsonKind.TEXT,
                    "What is to be done.",
                    item -> item.todo().title())
            .with(
                    "description",
                    JsonKind.TEXT,
                    "More about it; may be empty.",
                    item -> item.todo().description())
            .with(
                    "priority",
                    JsonKind.oneOf(Priority.class),
                    "How urgent it is.",
                    item -> item.todo().priority())
            .with(
                    "status",
                    JsonKind.oneOf(TodoStatus.class),
                    "Whether it is done.",
                    item -> item.todo().status())
            .withPresent(
                    "due",
                    JsonKind.DAY,
                    "The day it is due, if on one.",
                    item -> item.todo().due())
            .withPresent(
                    "dueTime",
                    JsonKind.TIME,
                    "The time on that day, if at one.",
                    item -> item.todo().dueTime())
            .with(
                    "people",
                    JsonKind.TEXTS,
                    "Who is involved, as written.",
                    item -> item.todo().people())
            .withPresent(
                    "completedAt",
                    JsonKind.MOMENT,
                    "When it was done, if it is.",
                    item -> item.todo().completedAt())
            .with("revision", JsonKind.NUMBER, "Grows with each change.", TodoItem::revision)
            .with("createdAt", JsonKind.MOMENT, "When it was made.", TodoItem::createdAt)
            .with("updatedAt", JsonKind.MOMENT, "When it was last changed.", TodoItem::updatedAt);

    static final JsonForm<TodoChange> CHANGED = TODO.<TodoChange>begins(
                    "changed to-do",
                    "A to-do as it is after a change, or as it was before it was deleted.",
                    TodoChange::todo)
            .<Object>with(
                    "run",
                    JsonKind.IDENTIFIER,
                    "The run that changed it; undo takes it back.",
                    change -> change.run().run());

    private TodoForms() {}
}
