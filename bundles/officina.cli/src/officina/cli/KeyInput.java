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

/** The options that say where what a server asks for comes from. Never the command line itself: others can read that. */
final class KeyInput {

    private final String what;
    private final Given<Integer> descriptor;
    private final Given<@Nullable Path> file;

    KeyInput(Syntax syntax) {
        this(syntax, "key");
    }

    /** @param what is read: "key", "password" */
    KeyInput(Syntax syntax, String what) {
        this.what = what;
        descriptor = syntax.number(
                "--" + what + "-fd", "N", "Read the " + what + " from this inherited file descriptor.", -1);
        file = syntax.path("--" + what + "-file", "FILE", "Read the " + what + " from the first line of this file.");
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
                                "No " + what + " could be read from "
                                        + (number >= 0 ? "descriptor " + number : "the file " + source) + ".",
                                "Check that it is there and holds the " + what + " on its first line."),
                        e);
            }
        }
        char[] typed = console == null
                ? null
                : console.readPassword("%s: ", Character.toUpperCase(what.charAt(0)) + what.substring(1));
        if (typed == null) {
            throw new FailureException(Failure.of(
                    "usage.key-needed",
                    ErrorKind.USER,
                    "Nobody can be asked for the " + what + ".",
                    "Give it with --" + what + "-fd or --" + what + "-file, or start in a terminal."));
        }
        return new SecretText(typed);
    }
}
