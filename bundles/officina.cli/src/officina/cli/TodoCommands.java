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
import officina.engine.Engine;
import officina.engine.TodoItem;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    /** Reads {@code 2026-12-31}; {@code none} clears. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is not a date like 2026-12-31");
            }
        }
    }

    /** Reads {@code 09:30}. */
    static final class Time implements ITypeConverter<LocalTime> {
        @Override
        public LocalTime convert(String text) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is not a time like 09:30");
            }
        }
    }

    @Command(name = "todo", description = "Your to-dos.")
    static final class Group extends CommandGroup {}

    @Command(name = "list", description = "To-dos by due day and priority; open ones without options.")
    static final class ListTodos extends EngineCommand {

        @Option(names = "--all", description = "Done ones too.")
        boolean all;

        @Option(names = "--done", description = "Only done ones.")
        boolean done;

        @Option(names = "--priority", description = "Only of this priority: low, medium, high, urgent.")
        @Nullable
        Level priority;

        @Option(names = "--due-until", paramLabel = "DATE", converter = Day.class, description = "Only due until then.")
        @Nullable
        LocalDate until;

        @Option(names = "--text", paramLabel = "WORDS", description = "Only with all these words.")
        @Nullable
        String text;

        ListTodos(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            TodoStatus status = all ? null : done ? TodoStatus.DONE : TodoStatus.OPEN;
            List<TodoItem> found = engine.todos()
                    .list(new TodoQuery(
                            null, status, priority == null ? null : priority.priority(), until, text, 10_000));
            if (out.json()) {
                found.forEach(item -> out.print(JsonForms.todo(item), ""));
            } else if (found.isEmpty()) {
                out.say("No to-dos here. Add one: officina todo add \"Renew the passport\" --due 2026-12-12");
            } else {
                out.table(found.stream().map(TodoCommands::row).toList());
            }
            return ExitCode.OK;
        }
    }

    @Command(name = "add", description = "Add a to-do.")
    static final class Add extends EngineCommand {

        @Parameters(arity = "1..*", paramLabel = "TITLE", description = "What is to be done.")
        List<String> title = List.of();

        @Option(names = "--description", paramLabel = "TEXT", description = "More about it.")
        String description = "";

        @Option(names = "--priority", description = "low, medium (without), high, urgent.")
        Level priority = Level.medium;

        @Option(names = "--due", paramLabel = "DATE", converter = Day.class, description = "The day it is due.")
        @Nullable
        LocalDate due;

        @Option(names = "--at", paramLabel = "TIME", converter = Time.class, description = "The time on that day.")
        @Nullable
        LocalTime at;

        @Option(names = "--with", split = ",", paramLabel = "NAME", description = "Who is involved.")
        List<String> people = List.of();

        @Option(names = "--project", paramLabel = "PROJECT", description = "What it belongs to; the default project.")
        @Nullable
        String project;

        Add(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            NewTodo todo = new NewTodo(
                    project == null
                            ? null
                            : ProjectCommands.find(engine, project).id(),
                    Inputs.word(String.join(" ", title)),
                    Inputs.word(description),
                    priority.priority(),
                    due,
                    at,
                    people);
            return changed(engine.todos().add(todo), "Added", out);
        }
    }

    /** A command on one to-do. */
    abstract static class OneTodo extends EngineCommand {

        @Parameters(index = "0", paramLabel = "TODO", description = "The to-do, or the end of its identifier.")
        String todo = "";

        OneTodo(CommandContext context) {
            super(context);
        }

        abstract ExitCode run(Engine engine, TodoItem item, Output out);

        @Override
        final ExitCode run(Engine engine, Output out) {
            return run(engine, Ids.find(todo, engine.todos().list(TodoQuery.ALL), TodoItem::id, "to-do"), out);
        }
    }

    @Command(name = "done", description = "Mark a to-do as done.")
    static final class Done extends OneTodo {
        Done(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            return changed(engine.todos().complete(item.id()), "Done", out);
        }
    }

    @Command(name = "reopen", description = "Open a to-do again.")
    static final class Reopen extends OneTodo {
        Reopen(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            return changed(engine.todos().reopen(item.id()), "Open again", out);
        }
    }

    @Command(name = "delete", description = "Delete a to-do; undo brings it back.")
    static final class Delete extends OneTodo {
        Delete(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            return changed(engine.todos().delete(item.id()), "Deleted", out);
        }
    }

    @Command(name = "edit", description = "Change a to-do.")
    static final class Edit extends OneTodo {

        @Option(names = "--title", paramLabel = "TEXT", description = "What is to be done.")
        @Nullable
        String title;

        @Option(names = "--description", paramLabel = "TEXT", description = "More about it.")
        @Nullable
        String description;

        @Option(names = "--priority", description = "low, medium, high, urgent.")
        @Nullable
        Level priority;

        @Option(names = "--due", paramLabel = "DATE", converter = Day.class, description = "The day it is due.")
        @Nullable
        LocalDate due;

        @Option(names = "--at", paramLabel = "TIME", converter = Time.class, description = "The time on that day.")
        @Nullable
        LocalTime at;

        @Option(names = "--no-due", description = "It is due on no day.")
        boolean noDue;

        Edit(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, TodoItem item, Output out) {
            JsonObject changes = JsonObject.EMPTY
                    .withPresent("title", title == null ? null : Inputs.word(title))
                    .withPresent("description", description == null ? null : Inputs.word(description))
                    .withPresent("priority", priority == null ? null : priority.priority())
                    .withPresent("due", due)
                    .withPresent("dueTime", at);
            if (noDue) {
                changes = changes.with("due", JsonNull.NULL).with("dueTime", JsonNull.NULL);
            }
            return changed(engine.todos().update(item.id(), changes), "Changed", out);
        }
    }

    private static ExitCode changed(TodoChange change, String verb, Output out) {
        JsonObject json = JsonForms.todo(change.todo()).with("run", change.run().run());
        out.print(json, verb + ": " + change.todo().todo().title());
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
