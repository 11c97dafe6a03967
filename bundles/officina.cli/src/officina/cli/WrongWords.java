// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the library has against the words of a command, as a failure. */
final class WrongWords {

    private WrongWords() {}

    /** {@code usage.unknown-word}, {@code usage.missing-word}, {@code usage.wrong-word}. */
    static Failure failure(ParameterException error) {
        String message = String.valueOf(error.getMessage());
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        String remedy = "\"" + command + " --help\" shows what it takes.";
        return switch (error) {
            case UnmatchedArgumentException unmatched ->
                Failure.of("usage.unknown-word", ErrorKind.USER, unknown(unmatched), remedy);
            case MissingParameterException _ -> Failure.of("usage.missing-word", ErrorKind.USER, message, remedy);
            default -> Failure.of("usage.wrong-word", ErrorKind.USER, message, remedy);
        };
    }

    /** What follows a word that is unknown was meant for that, and is not named with it. */
    private static String unknown(UnmatchedArgumentException error) {
        List<String> words =
                error.getUnmatched().stream().map(each -> "'" + each + "'").toList();
        if (error.isUnknownOption()) {
            return "Unknown option: " + words.getFirst();
        }
        return error.getCommandLine().getSubcommands().isEmpty()
                ? "More than the command takes: " + String.join(" ", words)
                : "There is no such command: " + words.getFirst();
    }
}
