// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: its tree of commands, and what becomes of their errors. */
final class Commands {

    private Commands() {}

    /** Runs one command and gives the process's exit code. */
    static int run(List<String> words, String version, CommandContext context) {
        try {
            return said(words, version, context);
        } finally {
            context.said();
        }
    }

    private static int said(List<String> words, String version, CommandContext context) {
        Terminal terminal = context.terminal();
        int code;
        try {
            code = tree(words, version, context).execute(words.toArray(String[]::new));
        } catch (Error e) {
            new Output(terminal, words.contains(FolderCommand.JSON)).failure(unexpected(e));
            return ExitCode.INTERNAL.number();
        }
        // a full disk or a closed pipe behind standard output: what was printed is not complete
        boolean lost = terminal.out().checkError();
        if (lost && (code == ExitCode.OK.number() || code == ExitCode.NEEDS_YOU.number())) {
            new Output(terminal, words.contains(FolderCommand.JSON)).failure(outputLost());
            return ExitCode.FAILED.number();
        }
        return code;
    }

    private static Failure outputLost() {
        return Failure.of(
                "cli.output-lost",
                ErrorKind.RESOURCE,
                "Not everything could be written to standard output.",
                "The command itself was done. Check where its output goes: is the disk full, or the reader gone?");
    }

    /** All commands. */
    static CommandLine tree(String version, CommandContext context) {
        return tree(List.of(), version, context);
    }

    /** The commands that these words may mean. */
    static CommandLine tree(List<String> words, String version, CommandContext context) {
        CommandSpec root = new CommandGroup("A workbench for AI agents that runs on your own machine.").spec();
        root.name("officina")
                .version("Officina " + version)
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        CommandTree.grow(root, words, context);
        Terminal terminal = context.terminal();
        return Syntax.parser(root)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(usage(terminal))
                .setExecutionExceptionHandler(failures(terminal));
    }

    private static IParameterExceptionHandler usage(Terminal terminal) {
        return (error, words) -> {
            Output out = new Output(terminal, Arrays.asList(words).contains(FolderCommand.JSON));
            if (out.json()) {
                out.failure(WrongWords.failure(error));
            } else {
                out.wrong(WrongWords.failure(error), error.getCommandLine().getUsageMessage());
            }
            return ExitCode.USAGE.number();
        };
    }

    private static IExecutionExceptionHandler failures(Terminal terminal) {
        return (error, command, parsed) -> {
            Failure failure = error instanceof FailureException known ? known.failure() : unexpected(error);
            Output out = command.getCommandSpec().userObject() instanceof FolderCommand each
                    ? each.output()
                    : new Output(terminal, false);
            out.failure(failure);
            return ExitCode.of(failure).number();
        };
    }

    private static Failure unexpected(Throwable error) {
        return Failure.of(
                "internal.unexpected",
                ErrorKind.INTERNAL,
                "Something unexpected happened (" + error.getClass().getSimpleName() + ").",
                "Please report it with what you did; nothing that was acknowledged is lost.");
    }
}
