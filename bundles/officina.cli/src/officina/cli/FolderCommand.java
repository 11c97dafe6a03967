// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that is about a data folder. */
abstract class FolderCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder. Without it: the folder officina below your data home.")
    @Nullable
    Path data;

    @Option(names = "--json", description = "Print one JSON value a line.")
    boolean json;

    private final CommandContext context;

    FolderCommand(CommandContext context) {
        this.context = context;
    }

    CommandContext context() {
        return context;
    }

    /** The console, where a person sits at it. */
    final @Nullable Console console() {
        return context.terminal().interactive() ? System.console() : null;
    }

    /** The data folder. */
    Path folder() {
        return data == null ? context.standardFolder() : data.toAbsolutePath().normalize();
    }
}
