// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.TodoItem;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** {@code officina todo ...}: the to-dos, without any agent. */
final class TodoCommands {

    private TodoCommands() {}

    /** Lower-case names, as people type them. */
    enum Level {
        low,
        medium,
        high,
        urgent;

        Priority priority() {
            return Priority.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    static final class ListTodos extends EngineCommand {

        private final Given<Boolean> all = syntax.flag("--all", "Done ones too.");

        private final Given<Boolean> done = syntax.flag("--done", "Only done ones.");

        private final Given<@Nullable Level> priority =
                syntax.choice("--priority", "Only of this priority: low, medium, high, urgent.", Level.class, null);

        private final Given<@Nullable LocalDate> until =
                syntax.option("--due-until", "DATE", "Only due until then.", LocalDate.class, null, TodoCommands::day);

        private final Given<@Nullable String> text = syntax.text("--text", "WORDS", "Only with all these words.");

        private final Printed<TodoItem> listed = syntax.prints(TodoForms.TODO, Syntax.EACH);

        ListTodos(CommandContext context) {
            super(context, "To-dos by due day and priority; open ones without options.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            TodoStatus status = all.value() ? null : done.value() ? TodoStatus.DONE : TodoStatus.OPEN;
            List<TodoItem> found = engine.todos()
                    .list(new TodoQuery(null, status, priority(priority.value()), until.value(), text.value(), 10_000));
            if (out.json()) {
                found.forEach(item -> out.print(listed, item, ""));
            } else if (found.isEmpty()) {
                out.say("No to-dos here. Add one: officina todo add \"Renew the passport\" --due 2026-12-12");
            } else {
                out.table(found.stream().map(TodoCommands::row).toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Add extends EngineCommand {

        private final Given<List<String>> title = syntax.words(1, "TITLE", "What is to be done.");

        private final Given<String> description = syntax.text("--description", "TEXT", "More about it.", "");

        private final Given<Level> priority =
                syntax.choice("--priority", "low, medium (without), high, urgent.", Level.class, Level.medium);

        private final Given<@Nullable LocalDate> due =
                syntax.option("--due", "DATE", "The day it is due.", LocalDate.class, null, TodoCommands::day);

        private final Given<@Nullable LocalTime> at =
                syntax.option("--at", "TIME", "The time on that day.", LocalTime.class, null, TodoCommands::time);

        private final Given<List<String>> people = syntax.list("--with", "NAME", "Who is involved.");

        private final Given<@Nullable String> project =
                syntax.text("--project", "PROJECT", "What it belongs to; the default project.");

        private final Printed<TodoChange> added = syntax.prints(TodoForms.CHANGED);

        Add(CommandContext context) {
            super(context, "Add a to-do.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            String belongsTo = project.value();
            NewTodo todo = new NewTodo(
                    belongsTo == null
                            ? null
                            : ProjectCommands.find(engine, belongsTo).id(),
                    Inputs.word(String.join(" ", title.value())),
                    Inputs.word(description.value()),
                    priority.value().priority(),
                    due.value(),
                    at.value(),
                    people.value());
            return changed(engine.todos().add(todo), "Added", added, out);
        }
    }

    /** A command on one to-do. */
    abstract static class OneTodo extends EngineCommand {

        final Printed<TodoChange> changed = syntax.prints(TodoForms.CHANGED);

        private final Given<String> todo = syntax.word("TODO", "The to-do, or the end of its identifier.");

        OneTodo(CommandContext context, String description) {
            super(context, description);
        }

        abstract ExitCode run(Engine engine, TodoItem item, Output out);

        @Override
        final ExitCode run(Engine engine, Output out) {
            return run(engine, Ids.find(todo.value(), engine.todos().list(TodoQuery.ALL), TodoItem::id, "to-do"), out);
        }
    }

    static final class Done extends OneTodo {
        Done(CommandContext context) {
            super(context, "Mark a to-do as done.");
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            return changed(engine.todos().complete(item.id()), "Done", changed, out);
        }
    }

    static final class Reopen extends OneTodo {
        Reopen(CommandContext context) {
            super(context, "Open a to-do again.");
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            return changed(engine.todos().reopen(item.id()), "Open again", changed, out);
        }
    }

    static final class Delete extends OneTodo {
        Delete(CommandContext context) {
            super(context, "Delete a to-do; undo brings it back.");
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            return changed(engine.todos().delete(item.id()), "Deleted", changed, out);
        }
    }

    static final class Edit extends OneTodo {

        private final Given<@Nullable String> title = syntax.text("--title", "TEXT", "What is to be done.");

        private final Given<@Nullable String> description = syntax.text("--description", "TEXT", "More about it.");

        private final Given<@Nullable Level> priority =
                syntax.choice("--priority", "low, medium, high, urgent.", Level.class, null);

        private final Given<@Nullable LocalDate> due =
                syntax.option("--due", "DATE", "The day it is due.", LocalDate.class, null, TodoCommands::day);

        private final Given<@Nullable LocalTime> at =
                syntax.option("--at", "TIME", "The time on that day.", LocalTime.class, null, TodoCommands::time);

        private final Given<Boolean> noDue = syntax.flag("--no-due", "It is due on no day.");

        Edit(CommandContext context) {
            super(context, "Change a to-do.");
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            JsonObject changes = JsonObject.EMPTY
                    .withPresent("title", word(title.value()))
                    .withPresent("description", word(description.value()))
                    .withPresent("priority", priority(priority.value()))
                    .withPresent("due", due.value())
                    .withPresent("dueTime", at.value());
            if (noDue.value()) {
                changes = changes.with("due", JsonNull.NULL).with("dueTime", JsonNull.NULL);
            }
            return changed(engine.todos().update(item.id(), changes), "Changed", changed, out);
        }
    }

    private static @Nullable String word(@Nullable String word) {
        return word == null ? null : Inputs.word(word);
    }

    private static @Nullable Priority priority(@Nullable Level level) {
        return level == null ? null : level.priority();
    }

    /** Reads {@code 2026-12-31}. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a date like 2026-12-31");
        }
    }

    /** Reads {@code 09:30}. */
    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a time like 09:30");
        }
    }

    private static ExitCode changed(TodoChange change, String verb, Printed<TodoChange> as, Output out) {
        out.print(as, change, verb + ": " + change.todo().todo().title());
        return ExitCode.OK;
    }

    private static List<String> row(TodoItem item) {
        Todo todo = item.todo();
        LocalDate due = todo.due();
        LocalTime time = todo.dueTime();
        String when = due == null ? "" : due + (time == null ? "" : " " + time);
        String mark = todo.status() == TodoStatus.DONE ? "[x]" : "[ ]";
        return List.of(Ids.shown(item.id()), mark, when, Words.of(todo.priority()), todo.title());
    }
}
