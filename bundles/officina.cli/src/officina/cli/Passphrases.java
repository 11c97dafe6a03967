// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.vault.PassphraseRequest;
import officina.vault.PassphraseSource;
import org.jspecify.annotations.Nullable;

/** Where a passphrase comes from on the command line: an inherited descriptor, a file, or the person at the terminal. */
final class Passphrases {

    private Passphrases() {}

    /** From that descriptor, else from that file, else from the console, else nowhere. */
    static PassphraseSource of(int descriptor, @Nullable Path file, @Nullable Console console) {
        if (descriptor >= 0) {
            return once(SecretFiles.descriptor(descriptor), "descriptor " + descriptor);
        }
        if (file != null) {
            return once(file, "the file " + file);
        }
        return console == null ? Passphrases::nobody : request -> asked(console, request);
    }

    /** A new one, from that descriptor, else from that file, else chosen at the console. {@code vault.passphrase-needed}. */
    static char[] fresh(int descriptor, @Nullable Path file, @Nullable Console console) {
        if (descriptor < 0 && file == null && console == null) {
            throw failure(
                    "vault.passphrase-needed",
                    "Nobody can be asked for the new passphrase.",
                    "Give it with --new-passphrase-fd or --new-passphrase-file, or start in a terminal.",
                    null);
        }
        return of(descriptor, file, console).ask(new PassphraseRequest(true, 1));
    }

    /** The first line. Asked again after a wrong one it gives up: it would only be the same again. */
    private static PassphraseSource once(Path source, String name) {
        return request -> {
            if (request.attempt() > 1) {
                throw failure(
                        "vault.wrong-passphrase",
                        "The passphrase in " + name + " is wrong.",
                        "Nothing was changed; try again with the right one.",
                        null);
            }
            try {
                return SecretFiles.firstLine(source);
            } catch (IOException e) {
                throw failure(
                        "vault.passphrase-needed",
                        "No passphrase could be read from " + name + ".",
                        "Check that it is there and holds one line of UTF-8.",
                        e);
            }
        };
    }

    private static char[] asked(Console console, PassphraseRequest request) {
        char[] first = line(console, request.fresh() ? "Choose a passphrase for your data: " : "Passphrase: ");
        if (!request.fresh()) {
            return first;
        }
        char[] second = line(console, "The same again: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw failure(
                    "vault.passphrase-needed",
                    "The two passphrases are not the same.",
                    "Start the command again.",
                    null);
        }
        return first;
    }

    private static char[] line(Console console, String prompt) {
        char[] typed = console.readPassword(prompt);
        if (typed == null) {
            throw failure("vault.passphrase-needed", "No passphrase was given.", null, null);
        }
        return typed;
    }

    private static char[] nobody(PassphraseRequest request) {
        throw failure(
                "vault.passphrase-needed",
                request.fresh()
                        ? "No keyring is available to keep the key of your data, and nobody can be asked for a passphrase."
                        : "The data folder is protected by a passphrase, and nobody can be asked for it.",
                "Give one with --passphrase-fd or --passphrase-file, or start where a keyring runs.",
                null);
    }

    private static FailureException failure(
            String code, String message, @Nullable String remedy, @Nullable Exception cause) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy), cause);
    }
}
