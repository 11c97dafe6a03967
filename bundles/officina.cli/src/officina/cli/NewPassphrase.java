// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.nio.file.Path;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a new passphrase comes from. Never the command line itself: others can read that. */
final class NewPassphrase {

    @Option(
            names = "--new-passphrase-fd",
            paramLabel = "N",
            description = "Read the new passphrase from this inherited file descriptor.")
    int descriptor = -1;

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "Read the new passphrase from this file.")
    @Nullable
    Path file;

    boolean given() {
        return descriptor >= 0 || file != null;
    }

    /** Reads it, or asks the person twice. {@code vault.passphrase-needed}. */
    SecretText ask(@Nullable Console console) {
        return new SecretText(Passphrases.fresh(descriptor, file, console));
    }
}
