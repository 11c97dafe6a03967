// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Usual commands one after the other, without input and output, for the virtual machine to learn which classes they
 * need. The start scripts ask for it once for each build and keep what was learnt; see decision 0043. Called on the
 * main thread.
 *
 * @param contexts a context for each command
 */
record Rehearsal(List<List<String>> commands, Function<Terminal, CommandContext> contexts) {

    private static final String PROPERTY = "officina.rehearsal";

    /** Whether this process is there to learn. */
    static boolean isAsked() {
        return Boolean.getBoolean(PROPERTY);
    }

    /** Commands that ask another process, as most that attach do. */
    static Rehearsal ofReading(Function<Terminal, CommandContext> contexts) {
        return new Rehearsal(
                List.of(
                        List.of("todo", "list"),
                        List.of("todo", "list", "--json"),
                        List.of("plan", "list"),
                        List.of("runs", "list"),
                        List.of("settings", "list"),
                        List.of("todo", "list", "--help")),
                contexts);
    }

    /** Commands that work, in this process. */
    static Rehearsal ofWork(Function<Terminal, CommandContext> contexts) {
        return new Rehearsal(
                List.of(
                        List.of("chat", "Remind me to buy stamps tomorrow, high priority", "--mode", "direct"),
                        List.of("todo", "list", "--json")),
                contexts);
    }

    /** Runs each command with these options; gives the worst exit code. */
    int run(List<String> options, String version) {
        int worst = ExitCode.OK.number();
        for (List<String> command : commands) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            Terminal silent = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false);
            List<String> words =
                    Stream.concat(command.stream(), options.stream()).toList();
            worst = Math.max(worst, Commands.run(words, version, contexts.apply(silent)));
        }
        return worst;
    }
}
