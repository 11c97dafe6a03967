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

/** The options that say where the key of a server comes from. Never the command line itself: others can read that. */
final class KeyInput {

    private final Given<Integer> descriptor;
    private final Given<@Nullable Path> file;

    KeyInput(Syntax syntax) {
        descriptor = syntax.number("--key-fd", "N", "Read the key from this inherited file descriptor.", -1);
        file = syntax.path("--key-file", "FILE", "Read the key from the first line of this file.");
    }

    /** {@code usage.unreadable}, {@code usage.key-needed}. */
    SecretText read(@Nullable Console console) {
        int number = descriptor.value();
        Path source = number >= 0 ? SecretFiles.descriptor(number) : file.value();
        if (source != null) {
            try {
                return new SecretText(SecretFiles.firstLine(source));
            } catch (IOException e) {
                throw new FailureException(
                        Failure.of(
                                "usage.unreadable",
                                ErrorKind.USER,
                                "No key could be read from "
                                        + (number >= 0 ? "descriptor " + number : "the file " + source) + ".",
                                "Check that it is there and holds the key on its first line."),
                        e);
            }
        }
        char[] typed = console == null ? null : console.readPassword("Key: ");
        if (typed == null) {
            throw new FailureException(Failure.of(
                    "usage.key-needed",
                    ErrorKind.USER,
                    "Nobody can be asked for the key.",
                    "Give it with --key-fd or --key-file, or start in a terminal."));
        }
        return new SecretText(typed);
    }
}
