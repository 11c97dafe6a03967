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
import picocli.CommandLine.Option;

/** How a command that opens data is told the passphrase. */
final class OpeningSecrets {

    @Option(
            names = "--passphrase-fd",
            paramLabel = "N",
            description = "Read the passphrase from this inherited file descriptor.")
    int passphraseDescriptor = -1;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Read the passphrase from this file.")
    @Nullable
    Path passphraseFile;

    EngineOptions options(Path folder, @Nullable Console console, @Nullable SecretText phrase) {
        return new EngineOptions(
                folder,
                Passphrases.of(passphraseDescriptor, passphraseFile, console),
                Clock.systemUTC(),
                Locale.getDefault(),
                ZoneId.systemDefault(),
                phrase);
    }
}
