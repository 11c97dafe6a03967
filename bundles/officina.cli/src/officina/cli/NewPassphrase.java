// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.nio.file.Path;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;

/** The options that say where a new passphrase comes from. Never the command line itself: others can read that. */
final class NewPassphrase {

    private final Given<Integer> descriptor;
    private final Given<@Nullable Path> file;

    NewPassphrase(Syntax syntax) {
        descriptor = syntax.number(
                "--new-passphrase-fd", "N", "Read the new passphrase from this inherited file descriptor.", -1);
        file = syntax.path("--new-passphrase-file", "FILE", "Read the new passphrase from this file.");
    }

    boolean given() {
        return descriptor.value() >= 0 || file.value() != null;
    }

    /** Reads it, or asks the person twice. {@code vault.passphrase-needed}. */
    SecretText ask(@Nullable Console console) {
        return new SecretText(Passphrases.fresh(descriptor.value(), file.value(), console));
    }
}
