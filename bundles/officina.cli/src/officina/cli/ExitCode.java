// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.base.Progress;

/** What a process ends with, for scripts. The reference page lists them. */
enum ExitCode {
    OK(0, "Done."),
    FAILED(1, "The work failed; the message says why and what to do."),
    USAGE(2, "The words of the command are wrong, or an identifier among them names nothing; nothing was done."),
    NEEDS_YOU(3, "The run waits for you: a plan to approve, or a question to answer."),
    IN_USE(4, "Another Officina is using the data folder."),
    LOCKED(5, "The data cannot be opened: key, passphrase, or a folder that cannot be written."),
    INTERNAL(70, "A defect of Officina."),
    CANCELLED(130, "Cancelled with Ctrl+C; for an export, import or deletion the message says what is done already.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }

    static ExitCode of(Failure failure) {
        if (failure.code().equals(Progress.CANCELLED)) {
            return CANCELLED;
        }
        if (failure.code().equals("engine.in-use")) {
            return IN_USE;
        }
        if (failure.code().startsWith("vault.") || failure.code().startsWith("engine.")) {
            return LOCKED;
        }
        // the name of a setting is a word of the command, wherever it is found to be none
        if (failure.code().startsWith("usage.") || failure.code().equals("settings.unknown")) {
            return USAGE;
        }
        return failure.kind() == ErrorKind.INTERNAL ? INTERNAL : FAILED;
    }
}
