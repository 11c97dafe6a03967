// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** A command that is about a data folder. */
abstract class FolderCommand implements Callable<Integer> {

    /** Asks for results and failures as JSON, wherever it stands among the words. */
    static final String JSON = "--json";

    /** Where each command declares its words. */
    final Syntax syntax;

    private final CommandContext context;
    private final Given<@Nullable Path> data;
    private final Given<Boolean> json;

    /** Says what the command does, and what is told below its words. */
    FolderCommand(CommandContext context, String description, String... footer) {
        this.context = context;
        syntax = new Syntax(description, footer);
        data = syntax.path("--data", "DIR", "The data folder. Without it: the folder officina below your data home.");
        json = syntax.flag(JSON, "Print one JSON value a line.");
    }

    /** The command for the library. Once. */
    final CommandSpec spec() {
        return syntax.of(this);
    }

    CommandContext context() {
        return context;
    }

    /** Where results go, in the form that was asked for. */
    final Output output() {
        return new Output(context.terminal(), json.value());
    }

    /** The console, where a person sits at it. */
    final @Nullable Console console() {
        return context.terminal().console();
    }

    /** The data folder. */
    Path folder() {
        Path given = data.value();
        return given == null ? context.standardFolder() : given.toAbsolutePath().normalize();
    }
}
