// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.cli.EngineForms.Serving;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.wire.SocketPlace;

/** {@code officina serve}: an engine without a window, for other commands to attach to. */
final class ServeCommand extends EngineCommand {

    private final Printed<Serving> serving = syntax.prints(EngineForms.SERVING);

    ServeCommand(CommandContext context) {
        super(
                context,
                "Keep an engine at work without a window, until Ctrl+C or a signal ends it. Other commands attach to it.");
    }

    @Override
    boolean attaches() {
        return false;
    }

    @Override
    ExitCode run(Engine engine, Output out) throws InterruptedException {
        Path folder = folder();
        Path socket = socket(folder)
                .orElseThrow(() -> new FailureException(Failure.of(
                        "engine.not-listening",
                        ErrorKind.RESOURCE,
                        "No socket could be opened for " + folder + ".",
                        "Set XDG_RUNTIME_DIR to a private folder, or choose a data folder on another file system.")));
        engine.knowledge().syncInBackground();
        out.print(
                serving,
                new Serving(folder, socket, ProcessHandle.current().pid()),
                "Data folder: " + folder + "\nSocket: " + socket + "\nServing until Ctrl+C.");
        context().awaitInterrupt();
        return ExitCode.OK;
    }

    private static Optional<Path> socket(Path folder) {
        try {
            return SocketPlace.find(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
