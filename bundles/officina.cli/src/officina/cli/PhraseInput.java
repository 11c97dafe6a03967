// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;

/** The options that say where a recovery phrase comes from; without them the person types it. */
final class PhraseInput {

    private final Given<Integer> descriptor;
    private final Given<@Nullable Path> file;

    PhraseInput(Syntax syntax) {
        descriptor =
                syntax.number("--phrase-fd", "N", "Read the recovery phrase from this inherited file descriptor.", -1);
        file = syntax.path("--phrase-file", "FILE", "Read the recovery phrase from this file.");
    }

    /** {@code usage.unreadable}, {@code vault.phrase-needed}. */
    SecretText read(@Nullable Console console) {
        int number = descriptor.value();
        Path source = number >= 0 ? SecretFiles.descriptor(number) : file.value();
        if (source != null) {
            try {
                return new SecretText(SecretFiles.all(source));
            } catch (IOException e) {
                throw new FailureException(
                        Failure.of(
                                "usage.unreadable",
                                ErrorKind.USER,
                                "No recovery phrase could be read from "
                                        + (number >= 0 ? "descriptor " + number : "the file " + source) + ".",
                                "Check that it is there and holds twelve words."),
                        e);
            }
        }
        if (console == null) {
            throw new FailureException(Failure.of(
                    "vault.phrase-needed",
                    ErrorKind.USER,
                    "Nobody can be asked for the recovery phrase.",
                    "Give it with --phrase-fd or --phrase-file, or start in a terminal."));
        }
        return new PhraseDialog(console::readPassword, console.writer()::println).typed();
    }
}
