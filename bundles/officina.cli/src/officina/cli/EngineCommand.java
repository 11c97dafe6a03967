// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.base.SecretText;
import officina.engine.Engine;
import officina.engine.EngineFactory;
import officina.engine.EngineOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;

/** A command that works on a data folder: opens it or attaches to who has it open, does its work, closes or leaves it. */
abstract class EngineCommand extends FolderCommand {

    private static final Logger log = LoggerFactory.getLogger(EngineCommand.class);

    final OpeningSecrets secrets = new OpeningSecrets(syntax);

    EngineCommand(CommandContext context, String description, String... footer) {
        super(context, description, footer);
    }

    /** Does the work of the command; the engine is closed afterwards. */
    abstract ExitCode run(Engine engine, Output out) throws InterruptedException;

    /** What is said where the data folder does not open. */
    ExitCode closed(FailureException reason, Output out) {
        throw reason;
    }

    @Override
    public final Integer call() throws InterruptedException {
        Output out = output();
        Engine opened;
        try {
            opened = open();
        } catch (FailureException e) {
            return closed(e, out).number();
        }
        try (Engine engine = opened) {
            return logged(engine, out).number();
        } finally {
            context().done();
        }
    }

    /** The log is in the data folder and ends with the engine, so that a defect is told there before. */
    private ExitCode logged(Engine engine, Output out) throws InterruptedException {
        try {
            return run(engine, out);
        } catch (FailureException | ParameterException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            log.error("a command ended by an error", Redacted.of(e));
            throw e;
        }
    }

    /** The recovery phrase, where that opens the data and nothing else does. */
    @Nullable
    SecretText phrase() {
        return null;
    }

    /** Whether an engine of another process will do. */
    boolean attaches() {
        return true;
    }

    private Engine open() {
        // before a phrase is asked for, or another program would have to ask again
        EngineFactory own = attaches() ? null : context().own();
        try (SecretText phrase = phrase()) {
            Supplier<EngineOptions> options = () -> secrets.options(folder(), console(), phrase);
            return own == null ? context().open(folder(), options) : context().openOwn(own, options.get());
        }
    }
}
