// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code officina help}: what a command does, and the words it takes. */
final class HelpCommand implements Callable<Integer> {

    private final Syntax syntax = new Syntax("Print what a command does, and the words it takes.");
    private final Given<List<String>> words =
            syntax.words(0, "COMMAND", "The command, and what is below it; without, all commands.");

    CommandSpec spec() {
        return syntax.of(this);
    }

    @Override
    public Integer call() {
        CommandLine command = syntax.command().getParent();
        for (String word : words.value()) {
            CommandLine below = command.getSubcommands().get(word);
            if (below == null) {
                throw new ParameterException(command, "Unknown subcommand '" + word + "'.");
            }
            command = below;
        }
        command.usage(command.getOut());
        return ExitCode.OK.number();
    }
}
