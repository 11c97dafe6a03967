// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.ArrayList;
import java.util.List;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.PlanText;
import officina.api.record.RecordKind;
import officina.api.record.Todo;

/** The actions of a reply, in order, each with one line that says what happens and one that says what is so then. */
final class Steps {

    private final List<PlanStep> steps = new ArrayList<>();

    void create(Todo todo, String details) {
        add(
                "Add to-do \"" + todo.title() + "\"" + details,
                "Added " + Wording.bold(todo.title()) + details + ".",
                PlanAction.CREATE_RECORD,
                kind().with("fields", todo.fields()));
    }

    void update(TodoEntry entry, Change change, JsonObject changes) {
        add(
                change.step() + " to-do \"" + entry.todo().title() + "\"" + change.details(),
                Wording.bold(entry.todo().title()) + " " + change.said() + ".",
                PlanAction.UPDATE_RECORD,
                kind().with("id", entry.id()).with("changes", changes));
    }

    void delete(TodoEntry entry) {
        add(
                "Delete to-do \"" + entry.todo().title() + "\"",
                "Deleted " + Wording.bold(entry.todo().title()) + ".",
                PlanAction.DELETE_RECORD,
                kind().with("id", entry.id()));
    }

    void notify(String text) {
        add(
                "Show the notification \"" + text + "\"",
                "Showed the notification " + Wording.bold(text) + ".",
                PlanAction.SEND_NOTIFICATION,
                JsonObject.EMPTY.with("title", "Officina").with("text", text));
    }

    List<PlanStep> all() {
        return List.copyOf(steps);
    }

    private static JsonObject kind() {
        return JsonObject.EMPTY.with("kind", RecordKind.TODO.name());
    }

    private void add(String title, String done, PlanAction action, JsonObject params) {
        String line = title.replaceAll("\\s+", " ");
        steps.add(new PlanStep.Action(
                new StepId("step-" + (steps.size() + 1)), line, action, PlanText.literal(params), done));
    }
}
