// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Option;

/** The command line: its tree of commands, and what becomes of their errors. */
final class Commands {

    private Commands() {}

    /** The root: prints help when nothing is asked. */
    @Command(name = "officina", description = "A workbench for AI agents that runs on your own machine.")
    static final class Root extends CommandGroup {

        @Option(names = "--version", versionHelp = true, description = "Print the version.")
        boolean version;
    }

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
            new Output(terminal, words.contains("--json")).failure(unexpected(e));
            return ExitCode.INTERNAL.number();
        }
        // a full disk or a closed pipe behind standard output: what was printed is not complete
        boolean lost = terminal.out().checkError();
        if (lost && (code == ExitCode.OK.number() || code == ExitCode.NEEDS_YOU.number())) {
            new Output(terminal, words.contains("--json")).failure(outputLost());
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
        CommandLine root = new CommandLine(new Root());
        CommandTree.grow(root, words, context);
        return configured(root, version, context.terminal());
    }

    private static CommandLine configured(CommandLine root, String version, Terminal terminal) {
        root.getCommandSpec().version("Officina " + version);
        everyCommand(root);
        return root.setOut(new java.io.PrintWriter(terminal.out(), true))
                .setErr(new java.io.PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(usage(terminal))
                .setExecutionExceptionHandler(failures(terminal));
    }

    private static void everyCommand(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(false);
        if (!(command.getCommandSpec().userObject() instanceof CommandLine.HelpCommand)) {
            command.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Print this help.")
                            .build());
        }
        command.getSubcommands().values().forEach(Commands::everyCommand);
    }

    private static IParameterExceptionHandler usage(Terminal terminal) {
        return (error, words) -> {
            terminal.err().println("officina: " + Output.printable(String.valueOf(error.getMessage())));
            terminal.err().println(error.getCommandLine().getUsageMessage().stripTrailing());
            return ExitCode.USAGE.number();
        };
    }

    private static IExecutionExceptionHandler failures(Terminal terminal) {
        return (error, command, parsed) -> {
            boolean json = command.getCommandSpec().userObject() instanceof FolderCommand each && each.json;
            Failure failure = error instanceof FailureException known ? known.failure() : unexpected(error);
            new Output(terminal, json).failure(failure);
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
