// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import officina.api.id.RecordId;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/**
 * A to-do that is to be added.
 *
 * @param priority what the person said; {@code null} where nothing was said
 * @param repeats whether the person wanted it again and again
 * @param elsewhere the words of a time that was said for another zone; {@code null} for none
 */
public record TodoDraft(
        String title,
        String description,
        @Nullable Priority priority,
        @Nullable LocalDate due,
        @Nullable LocalTime dueTime,
        List<String> people,
        boolean repeats,
        @Nullable String elsewhere) {

    public TodoDraft {
        people = List.copyOf(people);
    }

    /** The same on that day, without a time. */
    public TodoDraft on(LocalDate day) {
        return new TodoDraft(title, description, priority, day, null, people, repeats, null);
    }

    public TodoDraft with(Priority level) {
        return new TodoDraft(title, description, level, due, dueTime, people, repeats, elsewhere);
    }

    public TodoDraft described(String text) {
        return new TodoDraft(title, text, priority, due, dueTime, people, repeats, elsewhere);
    }

    /** What is wrong with it, in words for the person; {@code null} where nothing is. */
    public @Nullable String problem() {
        if (title.isBlank()) {
            return "A to-do needs a title.";
        }
        if (title.length() > Todo.MAX_TITLE) {
            return "The title would have %,d characters, %,d is the most. Say it shorter and put the rest after \"note:\"."
                    .formatted(title.length(), Todo.MAX_TITLE);
        }
        if (description.length() > Todo.MAX_DESCRIPTION) {
            return "The note would have %,d characters, %,d is the most."
                    .formatted(description.length(), Todo.MAX_DESCRIPTION);
        }
        return null;
    }

    /** The to-do, if there is no {@link #problem()}. */
    public Todo toTodo(RecordId project, Priority level) {
        return new Todo(project, title, description, level, TodoStatus.OPEN, due, dueTime, people, null);
    }
}
