// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import java.util.List;
import officina.agent.task.internal.reply.Wording;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.json.JsonObject;

/** What the tools answer: a line for people and models, and the same as data. */
final class TaskOutput {

    private TaskOutput() {}

    /** The record's fields with its id. */
    static JsonObject data(TodoEntry entry) {
        return JsonObject.EMPTY.with("id", entry.id()).merge(entry.todo().fields());
    }

    static JsonObject data(List<TodoEntry> entries) {
        return JsonObject.EMPTY.with(
                "tasks", entries.stream().map(TaskOutput::data).toList());
    }

    static String line(TodoEntry entry, Wording wording) {
        return Wording.bold(entry.todo().title()) + wording.details(entry.todo()) + (entry.isDone() ? ", done" : "");
    }
}
