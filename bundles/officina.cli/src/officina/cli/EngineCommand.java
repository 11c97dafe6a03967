// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import officina.engine.Engine;
import officina.engine.EngineOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that works on a data folder: opens it, does its work, closes it. */
abstract class EngineCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder. Without it: the folder officina below your data home.")
    @Nullable
    Path data;

    @Option(names = "--json", description = "Print one JSON value a line.")
    boolean json;

    @Option(
            names = "--passphrase-fd",
            paramLabel = "N",
            description = "Read the passphrase from this inherited file descriptor.")
    int passphraseDescriptor = -1;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Read the passphrase from this file.")
    @Nullable
    Path passphraseFile;

    private final CommandContext context;

    EngineCommand(CommandContext context) {
        this.context = context;
    }

    /** Does the work of the command; the engine is closed afterwards. */
    abstract ExitCode run(Engine engine, Output out) throws InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        try (Engine engine = open()) {
            return run(engine, new Output(context.terminal(), json)).number();
        }
    }

    CommandContext context() {
        return context;
    }

    private Engine open() {
        Path folder =
                data == null ? context.standardFolder() : data.toAbsolutePath().normalize();
        return context.open(new EngineOptions(
                folder,
                Passphrases.of(
                        passphraseDescriptor,
                        passphraseFile,
                        context.terminal().interactive() ? System.console() : null),
                Clock.systemUTC(),
                Locale.getDefault(),
                ZoneId.systemDefault()));
    }
}
