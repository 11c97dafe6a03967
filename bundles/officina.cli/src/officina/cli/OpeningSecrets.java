// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import officina.base.SecretText;
import officina.engine.EngineOptions;
import org.jspecify.annotations.Nullable;

/** How a command that opens data is told the passphrase. */
final class OpeningSecrets {

    private final Given<Integer> descriptor;
    private final Given<@Nullable Path> file;

    OpeningSecrets(Syntax syntax) {
        descriptor =
                syntax.number("--passphrase-fd", "N", "Read the passphrase from this inherited file descriptor.", -1);
        file = syntax.path("--passphrase-file", "FILE", "Read the passphrase from this file.");
    }

    boolean given() {
        return descriptor.value() >= 0 || file.value() != null;
    }

    EngineOptions options(Path folder, @Nullable Console console, @Nullable SecretText phrase) {
        return new EngineOptions(
                folder,
                Passphrases.of(descriptor.value(), file.value(), console),
                Clock.systemUTC(),
                Locale.getDefault(),
                ZoneId.systemDefault(),
                phrase);
    }
}
